#pragma once

#include <cstddef>
#include <string>

#include "../base/text.hpp"
#include "type.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

// Where values stand in the frame, as JavaScript expressions.

/// `at + 3`; without `at` the cells of a call stand at the start of the frame.
inline std::string offset(char const* at, std::size_t cells) {
  return composed(!*at ? "$2" : cells > 0 ? "$1 + $2" : "$1", {at, cells});
}

inline std::string cell_at(char const* at, std::size_t cell) {
  return composed("cells[$1]", {offset(at, cell)});
}

/// A cell that holds an integer.
inline std::string integer_at(char const* at, std::size_t cell) {
  return *at ? composed("integers[$1 << 1]", {offset(at, cell)}) : composed("integers[$1]", {2 * cell});
}

/// The first cell of a value, as what it holds.
inline std::string place_of(type_description const& type, char const* at, std::size_t cell) {
  switch (type.wire) {
    case wire_kind::number:
    case wire_kind::date:
    case wire_kind::text:
      return cell_at(at, cell);
    default:
      return integer_at(at, cell);
  }
}

}  // namespace detail
}  // namespace tendon
