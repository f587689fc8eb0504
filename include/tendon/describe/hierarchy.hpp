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

/// All classes, each behind those that it extends.
inline std::vector<std::size_t> bases_first(description const& addon) {
  std::vector<std::size_t> order;
  std::vector<bool> is_placed(addon.classes.size());
  auto const place = [&](auto const& again, std::size_t index) -> void {
    if (is_placed[index]) return;
    for (auto const& each : addon.classes[index].bases) again(again, each.index);
    is_placed[index] = true;
    order.push_back(index);
  };
  for (std::size_t i = 0; i < addon.classes.size(); ++i) place(place, i);
  return order;
}

}  // namespace detail
}  // namespace tendon
