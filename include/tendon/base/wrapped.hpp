#pragma once

#include <string_view>
#include <type_traits>

#include "expected_like.hpp"
#include "plain_struct.hpp"
#include "pretty_name.hpp"

namespace [[gnu::visibility("hidden")]] tendon {

/// Whether values of a plain struct cross as objects of its wrapped class, not as object literals. Set it to
/// true right after the struct: `template <> inline constexpr bool tendon::is_wrapped<point> = true;`
template <class T>
inline constexpr bool is_wrapped = false;

namespace detail {

constexpr bool is_library_name(std::string_view name) {
  return name.starts_with("std::") || name.starts_with("tendon::") || name.starts_with("Napi::");
}

/// A class that can be wrapped. Those of the standard library, tendon and node-addon-api can't: a header was
/// forgotten then.
template <class T>
concept wrappable = std::is_class_v<T> && !
std::is_const_v<T>&& complete<T> && !is_library_name(type_name<T>());

/// A class whose values cross as objects.
template <class T>
concept wrapped_by_value = wrappable<T> && (is_wrapped<T> || !(plain_struct<T> || expected_like<T>));

/// Why a class is no plain struct.
constexpr std::string_view described_fault(struct_fault fault) {
  switch (fault) {
    case struct_fault::has_array:
      return "a member is a C array";
    case struct_fault::has_reference:
      return "a member is a reference";
    case struct_fault::has_bit_field:
      return "a member is a bit-field, or it is packed";
    case struct_fault::has_union:
      return "a member is a union";
    case struct_fault::has_base:
      return "it has a base class";
    case struct_fault::not_an_aggregate:
      return "it has constructors, private members or virtual functions";
    case struct_fault::too_many_fields:
      return "it has more than 64 members";
    case struct_fault::not_constructible:
      return "its members can't be counted";
    default:
      return {};
  }
}

}  // namespace detail
}  // namespace tendon
