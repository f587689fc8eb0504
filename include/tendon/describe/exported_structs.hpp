#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <vector>

#include "description.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// Finds what is said of a struct by its type. The descriptions must outlive it.
class exported_structs {
 public:
  exported_structs() = default;
  explicit exported_structs(std::vector<struct_description> const& all) {
    for (auto const& each : all) add(each);
  }

  /// Of two of one type the first counts, which it returns.
  struct_description const& add(struct_description const& added) {
    auto const place = place_of(*added.type);
    if (place != by_type_.end() && (*place)->type == added.type) return **place;
    by_type_.insert(place, &added);
    return added;
  }

  /// Null when nothing is said of it.
  struct_description const* find(type_description const& type) const {
    auto const place = place_of(type);
    return place != by_type_.end() && (*place)->type == &type ? *place : nullptr;
  }

  bool empty() const { return by_type_.empty(); }

  /// Whether JavaScript may leave out members whose types do not say so.
  bool has_defaults(type_description const& type) const {
    auto const* const found = find(type);
    return found && found->read;
  }

  /// Whether JavaScript may leave a member out.
  bool may_be_absent(type_description const& type, std::size_t member) const {
    if (type.members[member].type->optional) return true;
    auto const* const found = find(type);
    return found && found->members[member].may_be_absent;
  }

 private:
  std::vector<struct_description const*>::const_iterator place_of(type_description const& type) const {
    return std::lower_bound(by_type_.begin(), by_type_.end(), &type,
                            [](struct_description const* each, type_description const* wanted) {
                              return std::less<>()(each->type, wanted);
                            });
  }

  std::vector<struct_description const*> by_type_;  ///< in the order of the addresses of their types
};

}  // namespace detail
}  // namespace tendon
