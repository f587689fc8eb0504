#pragma once

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <string_view>
#include <type_traits>

#include "base/pretty_name.hpp"
#include "base/types.hpp"
#include "describe/type.hpp"
#include "env/wire.hpp"
#include "forward.hpp"
#include "napi/api.hpp"
#include "napi/value.hpp"

namespace [[gnu::visibility("hidden")]] tendon {

// The contract of caster<T>, the one extension point. The primary template is not defined; support is a
// concept.
//
//   static constexpr std::string_view ts_in, ts_out;
//       The type's names in TypeScript, as a parameter and as a result. `$` stands for the next of `parts`,
//       but for `${` in template literal types.
//       As an alternative in a std::variant the type is told by the words of ts_in; see
//       describe/js_kinds.hpp.
//   using parts = types<…>;                 optional: the types that `$` stands for
//   static constexpr bool optional = true;  optional: `undefined` is a value; trailing ones may be left out
//   static constexpr bool runs_js = true;   optional: it is a handle, with which C++ can run JavaScript
//   static consteval type_description describe();
//       optional, instead of all above: for types that are more than a text
//   static T from_js(value const&);
//       JavaScript thread. Refuses a value by value::wrong_type, out_of_range or invalid, which know the path
//       to it. What is returned is kept until the call is over. A T that refers to something (a view, a
//       handle) comes as a holder that owns what it refers to, with `T get()`; such types can't be elements
//       or members, unless there is
//   static T copy_from_js(value const&);   optional: the same for an element or member
//   static napi_value to_js(napi_env, T const&);
//       JavaScript thread, in a handle scope. Takes T&& when T can only be moved.
//   static constexpr wire_kind wire;        optional, with the next two: how the type travels in the frame
//   static constexpr number_range range;    optional: which numbers it takes, for wire_kind::number and
//                                           wire_kind::integer, which needs it
//   static constexpr bool refuses = true;   must be said when from_wire declines what these admit
//   static constexpr double most_time;      how far from 1970 a Date may be, for wire_kind::date
//   static T from_wire(wire_reader&);       the same as from_js gives; declines what it does not take
//   static void to_wire(wire_writer&, T const&);
//       Only for types that run no JavaScript on their way.
//   static std::string literal(T const&);   optional: the value as JavaScript, for defaults in JSDoc
//
// A type may go one way only: without from_js it can't be a parameter, without to_js it can't be a result.

/// Types that JavaScript can pass.
template <class T>
concept from_js = requires(value const& from) { caster<T>::from_js(from); };

/// Types that C++ can give; references count as what they refer to.
template <class T>
concept to_js = requires(napi_env env, T&& to) {
                  {
                    caster<std::remove_cvref_t<T>>::to_js(env, static_cast<T&&>(to))
                    } -> std::same_as<napi_value>;
                };

/// Types that can be an element or a member: their from_js gives the value itself, or copy_from_js does.
template <class T>
concept self_contained_from_js = from_js<T> && (
                                                   requires(value const& from) {
                                                     { caster<T>::from_js(from) } -> std::same_as<T>;
                                                   } ||
                                                   requires(value const& from) {
                                                     { caster<T>::copy_from_js(from) } -> std::same_as<T>;
                                                   });

namespace detail {

template <class T>
consteval type_description describe_type();

}  // namespace detail

/// The description of T: one constant object per type, whose address identifies it.
template <class T>
inline constexpr type_description type_of = detail::describe_type<T>();

namespace detail {

template <class List>
struct parts_of;

template <class... T>
struct parts_of<types<T...>> {
  static constexpr std::array<type_description const*, sizeof...(T)> value{&type_of<T>...};
};

template <class T>
consteval bool has_all_parts() {
  std::size_t placeholders = 0, count = 0;
  if constexpr (requires { caster<T>::ts_in; }) placeholders = placeholder_count(caster<T>::ts_in);
  if constexpr (requires { caster<T>::ts_out; })
    placeholders = std::max(placeholders, placeholder_count(caster<T>::ts_out));
  if constexpr (requires { typename caster<T>::parts; })
    count = parts_of<typename caster<T>::parts>::value.size();
  return placeholders <= count;
}

template <class T>
consteval type_description describe_without_kinds() {
  if constexpr (std::is_void_v<T>) {
    return {.ts_in = "void", .ts_out = "void"};
  } else if constexpr (requires { caster<T>::describe(); }) {
    return caster<T>::describe();
  } else {
    type_description result;
    result.cpp_name = type_name<T>();
    if constexpr (requires { caster<T>::ts_in; }) result.ts_in = caster<T>::ts_in;
    if constexpr (requires { caster<T>::ts_out; }) result.ts_out = caster<T>::ts_out;
    if constexpr (requires { caster<T>::wire; }) result.wire = caster<T>::wire;
    if constexpr (requires { caster<T>::range; }) result.range = caster<T>::range;
    if constexpr (requires { caster<T>::refuses; }) result.refuses = caster<T>::refuses;
    if constexpr (requires { caster<T>::most_time; }) result.most_time = caster<T>::most_time;
    if constexpr (requires { caster<T>::optional; }) result.optional = caster<T>::optional;
    if constexpr (requires { caster<T>::runs_js; }) result.runs_js = caster<T>::runs_js;
    if constexpr (requires { typename caster<T>::parts; })
      result.parts = parts_of<typename caster<T>::parts>::value;
    static_assert(has_all_parts<T>(),
                  "tendon: a `$` in ts_in or ts_out of this type's caster stands for no type of its `parts`");
    return result;
  }
}

template <class T>
consteval type_description describe_type() {
  auto result = describe_without_kinds<T>();
  if (result.form == type_description::kind::text) result.kinds = kinds_of_text(result.ts_in);
  return result;
}

/// Types whose values come, or go, through the frame.
template <class T>
concept comes_by_wire = travels(type_of<T>) && requires(wire_reader& from) { caster<T>::from_wire(from); };
template <class T>
concept goes_by_wire = travels(type_of<T>) &&
                       requires(wire_writer& to, T const& given) { caster<T>::to_wire(to, given); };

/// Reads an element or member.
template <self_contained_from_js T>
T read_element(value const& from) {
  if constexpr (requires { caster<T>::copy_from_js(from); })
    return caster<T>::copy_from_js(from);
  else
    return caster<T>::from_js(from);
}

/// A part of a value that is converted: moved out of one that is about to end.
template <class Whole, class Part>
using part_like = std::conditional_t<std::is_lvalue_reference_v<Whole>, Part const&, Part&&>;

/// What from_js returns: T, or the holder of a T.
template <class T>
using held = decltype(caster<T>::from_js(std::declval<value const&>()));

}  // namespace detail
}  // namespace tendon
