#pragma once

#include <cstddef>

#include "type.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// Types whose values are looked at and stored without running JavaScript.
constexpr bool is_simple(type_description const& type) {
  switch (type.wire) {
    case wire_kind::none:
    case wire_kind::structure:
    case wire_kind::tuple:
    case wire_kind::array:
      return false;
    case wire_kind::optional:
      return is_simple(*type.parts[0]);
    default:
      return true;
  }
}

constexpr bool has_array(type_description const& type) {
  return any_part(type, [](auto const& part) { return part.wire == wire_kind::array; });
}

/// Structs whose members are simple or such structs again, and the number of values that reading one gives; 0
/// for other types.
constexpr std::size_t flat_count(type_description const& type) {
  if (type.wire != wire_kind::structure) return 0;
  std::size_t count = 0;
  for (auto const& member : type.members) {
    auto const inner = flat_count(*member.type);
    if (inner == 0 && !is_simple(*member.type)) return 0;
    count += 1 + inner;
  }
  return count;
}

}  // namespace detail
}  // namespace tendon
