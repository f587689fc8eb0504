#pragma once

#include <cstddef>
#include <vector>

#include "description.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// Whether the objects of a class can be of another one too.
inline bool is_in_hierarchy(class_description const& wrapped) {
  return wrapped.is_extended || !wrapped.bases.empty();
}

/// The class that a class extends first of all, by way of the first base of each: what makes its objects.
inline std::size_t root_of(description const& addon, std::size_t index) {
  while (!addon.classes[index].bases.empty()) index = addon.classes[index].bases.front().index;
  return index;
}

/// Whether a class has another one as a base, or as a base of a base.
inline bool extends(description const& addon, class_description const& wrapped,
                    type_description const& other) {
  for (auto const& each : wrapped.bases)
    if (each.type == &other || extends(addon, addon.classes[each.index], other)) return true;
  return false;
}

/// Whether a JavaScript class is another one or extends it, which it does by the first base of each.
inline bool extends_in_js(description const& addon, std::size_t index, std::size_t other) {
  while (index != other && !addon.classes[index].bases.empty())
    index = addon.classes[index].bases.front().index;
  return index == other;
}

/// The places of a number of things, each behind those of its bases, with which `for_each_base(index,
/// action)` calls an action.
template <class ForEachBase>
std::vector<std::size_t> bases_first(std::size_t count, ForEachBase const& for_each_base) {
  std::vector<std::size_t> order;
  std::vector<bool> is_placed(count);
  auto const place = [&](auto const& again, std::size_t index) -> void {
    if (is_placed[index]) return;
    for_each_base(index, [&](std::size_t base) { again(again, base); });
    is_placed[index] = true;
    order.push_back(index);
  };
  for (std::size_t i = 0; i < count; ++i) place(place, i);
  return order;
}

/// All classes, each behind those that it extends.
[[gnu::cold]] inline std::vector<std::size_t> classes_in_order(description const& addon) {
  return bases_first(addon.classes.size(), [&addon](std::size_t index, auto const& action) {
    for (auto const& each : addon.classes[index].bases) action(each.index);
  });
}

/// All errors, each behind the one that it extends.
[[gnu::cold]] inline std::vector<std::size_t> errors_in_order(description const& addon) {
  return bases_first(addon.errors.size(), [&addon](std::size_t index, auto const& action) {
    if (auto const base = addon.errors[index].base; base != description::none) action(base);
  });
}

}  // namespace detail
}  // namespace tendon
