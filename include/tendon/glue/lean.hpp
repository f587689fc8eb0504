#pragma once

#include <type_traits>

#include "arguments.hpp"
#include "results.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// Whether a type needs no more than a lean call has. A value of it may hold functions, but no objects. Types
/// of other libraries need more: their exceptions must be known.
template <class T>
consteval bool is_lean_value() {
  if constexpr (requires { caster<T>::translator; }) return false;
  constexpr auto& type = type_of<T>;
  if (travels(type)) return has_fixed_cells(type) && (comes_by_wire<T> || goes_by_wire<T>);
  return !any_part(type, [](type_description const& part) {
    return part.form == type_description::kind::object || part.runs_js;
  });
}

/// Whether an argument is an object that came by its slot, and is pinned until the call is over.
template <class Parameter>
consteval bool is_pinned_argument() {
  if constexpr (is_injected<bare<Parameter>>) {
    return false;
  } else {
    constexpr auto kind = type_of<bare<Parameter>>.wire;
    return kind == wire_kind::object || kind == wire_kind::pointer;
  }
}

template <class Parameter>
consteval bool is_lean_argument() {
  if constexpr (is_injected<bare<Parameter>>)
    return false;
  else if constexpr (comes_by_wire<bare<Parameter>>)
    return is_lean_value<bare<Parameter>>() || is_pinned_argument<Parameter>();
  else
    return is_lean_value<bare<Parameter>>() && !reading_runs_js<Parameter>();
}

/// A reference to an object makes no new one, unless it is copied.
template <class Result>
consteval bool is_lean_result() {
  if constexpr (std::is_void_v<Result>)
    return true;
  else if constexpr (result_reference<Result>)
    return !std::is_const_v<std::remove_reference_t<Result>>;
  else
    return is_lean_value<bare<Result>>();
}

}  // namespace detail
}  // namespace tendon
