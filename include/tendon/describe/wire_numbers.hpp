#pragma once

#include "type.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// The JavaScript condition for a value `$1` to be a number of that range.
constexpr char const* number_condition(number_range range) {
  switch (range) {
    case number_range::any:
      break;
    case number_range::float32:
      // The limit is half way between the largest float and the next power of two.
      return "typeof $1 === 'number' && ($1 < 3.4028235677973366e38 && $1 > -3.4028235677973366e38 || $1 - "
             "$1 !== 0)";
    case number_range::int8:
      return "typeof $1 === 'number' && $1 << 24 >> 24 === $1";
    case number_range::uint8:
      return "typeof $1 === 'number' && ($1 & 255) === $1";
    case number_range::int16:
      return "typeof $1 === 'number' && $1 << 16 >> 16 === $1";
    case number_range::uint16:
      return "typeof $1 === 'number' && ($1 & 65535) === $1";
    case number_range::int32:
      return "typeof $1 === 'number' && ($1 | 0) === $1";
    case number_range::uint32:
      return "typeof $1 === 'number' && $1 >>> 0 === $1";
    case number_range::safe_integer:
      return "typeof $1 === 'number' && $1 % 1 === 0 && $1 <= 9007199254740991 && $1 >= -9007199254740991";
    case number_range::safe_natural:
      return "typeof $1 === 'number' && $1 % 1 === 0 && $1 <= 9007199254740991 && $1 >= 0";
  }
  return "typeof $1 === 'number'";
}

}  // namespace detail
}  // namespace tendon
