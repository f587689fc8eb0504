#pragma once

#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

#include "field_count.hpp"
#include "field_ties.hpp"
#include "types.hpp"

namespace [[gnu::visibility("hidden")]] tendon {

namespace detail {

template <class T>
concept complete = requires { sizeof(T); };

template <class T>
concept tuple_like = requires { std::tuple_size<T>::value; };

/// The space that members of these types need when each has its own bytes. A struct that is smaller is
/// packed. Empty members need none: they may share theirs ([[no_unique_address]]).
template <class... Field>
consteval std::size_t size_of_fields() {
  std::size_t size = 0;
  ((size = std::is_empty_v<Field>
               ? size
               : (size + alignof(Field) - 1) / alignof(Field) * alignof(Field) + sizeof(Field)),
   ...);
  return size;
}

/// Room for an object of any type that is never made: only the addresses of its members are used, while
/// compiling.
template <class T>
union unmade_storage {
  char nothing;
  T object;
  constexpr unmade_storage() : nothing{} {}
  constexpr ~unmade_storage() {}
};

#if defined(__clang__)
// Clang takes this union for a literal type only if T is one, and keeps the variable out of the binary
// anyway.
template <class T>
inline unmade_storage<T> unmade{};
#else
// GCC would register the destructor of a variable that is not constexpr.
template <class T>
inline constexpr unmade_storage<T> unmade{};
#endif

/// Whether references to all members are constant expressions. They are not for a bit-field: a reference to
/// const binds to a copy of it, and a copy of what was never made is none.
template <class T, std::size_t Count>
concept referable_fields =
    requires {
      typename std::bool_constant<(field_ties<Count>::tie(std::as_const(unmade<T>.object)), true)>;
    };

template <class T, class... Field>
consteval struct_fault fault_of_fields(types<Field...>) {
  if constexpr ((... || std::is_array_v<Field>)) {
    return struct_fault::has_array;
  } else if constexpr ((... || std::is_reference_v<Field>)) {
    return struct_fault::has_reference;
  } else if constexpr (size_of_fields<Field...>() > sizeof(T) || !referable_fields<T, sizeof...(Field)>) {
    return struct_fault::has_bit_field;
  } else {
    return struct_fault::none;
  }
}

template <class T, std::size_t Count>
using declared_fields = decltype(field_ties<Count>::declared(std::declval<T&>()));

template <class T>
consteval counted_fields inspect_fields() {
  if constexpr (std::is_class_v<T> && !complete<T>) {
    return {struct_fault::incomplete};
  } else if constexpr (tuple_like<T>) {
    return {struct_fault::tuple_like};
  } else if constexpr (!std::is_class_v<T> || !std::is_aggregate_v<T>) {
    return {struct_fault::not_an_aggregate};
  } else {
    constexpr counted_fields counted = count_fields<T>();
    if constexpr (counted.fault != struct_fault::none) {
      return counted;
    } else {
      return {fault_of_fields<T>(declared_fields<T, counted.count>{}), counted.count};
    }
  }
}

template <class T>
inline constexpr counted_fields inspected_fields = inspect_fields<T>();

}  // namespace detail

/// Why the fields of T cannot be listed, `none` when they can. Asking is never an error by itself.
template <class T>
consteval struct_fault why_not_plain() {
  return detail::inspected_fields<std::remove_cv_t<T>>.fault;
}

/// A struct whose fields can be listed without help: an aggregate class without bases and with at most 64
/// members, none of them a C array, a reference, a bit-field or a union.
template <class T>
concept plain_struct = (why_not_plain<T>() == struct_fault::none);

}  // namespace tendon
