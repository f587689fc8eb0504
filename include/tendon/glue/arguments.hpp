#pragma once

#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

#include "../caster.hpp"
#include "call.hpp"
#include "callable.hpp"
#include "claim.hpp"
#include "injected.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// How the glue keeps what it passes to a parameter until the call is over.
template <class T>
struct keeper {
  using type = held<T>;
};
template <is_injected T>
struct keeper<T> {
  using type = T;
};
template <class Parameter>
using kept = typename keeper<bare<Parameter>>::type;

inline bool is_undefined(napi_env env, napi_value handle) {
  napi_valuetype type = napi_undefined;
  check(env, napi_typeof(env, handle, &type));
  return type == napi_undefined;
}

/// A default in the form in which arguments are held.
template <class T>
held<T> const& default_of(parameter_description const& parameter) {
  return *static_cast<held<T> const*>(parameter.default_value.get());
}

/// Reads an argument that a stub has left in the frame. One with a default tells first whether it is there.
template <class T>
held<T> read_wired(wire_reader& from, call_target const& running, std::size_t index) {
  if constexpr (std::is_copy_constructible_v<held<T>>)
    if ((running.defaults >> index & 1) != 0 && from.next_integer() == 0) {
      from.skip(cell_count(type_of<T>));
      return default_of<T>(running.signature.parameters[index]);
    }
  return caster<T>::from_wire(from);
}

/// Reads an argument that came as such.
template <class T>
held<T> read_value(napi_env env, napi_value handle, parameter_description const& parameter) {
  if constexpr (std::is_copy_constructible_v<held<T>> && !has_claims<T>())
    if (parameter.default_value && is_undefined(env, handle)) return default_of<T>(parameter);
  return caster<T>::from_js(value(env, handle, parameter.name));
}

/// Reads one argument; instantiated once per type, not per function.
template <class T>
held<T> read_argument(call& from, std::size_t index) {
  if constexpr (comes_by_wire<T>)
    if (from.reader) return read_wired<T>(*from.reader, from, index);
  return read_value<T>(from.env(), from.take_argument(index), from.signature.parameters[index]);
}

template <class Parameter>
kept<Parameter> read_parameter(call& from, std::size_t index) {
  if constexpr (is_injected<bare<Parameter>>)
    return injected<bare<Parameter>>::get(from);
  else
    return read_argument<bare<Parameter>>(from, index);
}

/// What was kept for a parameter, as the parameter wants it. An object that JavaScript keeps is copied for a
/// parameter by value.
template <class Parameter, class Kept>
decltype(auto) passed(Kept& kept_value) {
  if constexpr (!std::is_same_v<Kept, bare<Parameter>>) {
    if constexpr (std::is_same_v<decltype(kept_value.get()), std::remove_const_t<Parameter>&>)
      return std::remove_const_t<Parameter>(kept_value.get());
    else
      return kept_value.get();
  } else if constexpr (std::is_lvalue_reference_v<Parameter>) {
    return (kept_value);
  } else {
    return std::move(kept_value);
  }
}

/// Holders of memory that a script could take away under the function's hands.
template <class Kept>
concept isolatable = requires(Kept& kept_value) { kept_value.isolate(); };

template <class Parameter>
consteval bool runs_js() {
  if constexpr (is_injected<bare<Parameter>>)
    return injected<bare<Parameter>>::runs_js;
  else
    return contains_function(type_of<bare<Parameter>>);
}

/// Whether reading an argument can run JavaScript, as far as can be told.
template <class Parameter>
consteval bool reading_runs_js() {
  if constexpr (is_injected<bare<Parameter>> || isolatable<kept<Parameter>>) return false;
  switch (type_of<bare<Parameter>>.wire) {
    case wire_kind::number:
    case wire_kind::integer:
    case wire_kind::boolean:
    case wire_kind::enumeration:
    case wire_kind::date:
    case wire_kind::object:
    case wire_kind::pointer:
      return false;
    default:
      return type_of<bare<Parameter>>.form != type_description::kind::function &&
             type_of<bare<Parameter>>.ts_in != "string";
  }
}

/// Tells the environment of the library that a parameter or result belongs to: the function may throw its
/// exceptions. This follows from the type alone, so the files of an addon need not include the same headers.
template <class T>
void learn_library(environment& in) {
  if constexpr (requires { injected<T>::translator; })
    in.learn(injected<T>::translator);
  else if constexpr (requires { caster<T>::translator; })
    in.learn(caster<T>::translator);
}

/// Stands for a scope where there is nothing to begin and to end.
struct no_scope {
  template <class From>
  explicit no_scope(From&) {}
};

template <std::size_t Index, class Kept>
struct kept_argument {
  Kept value;
};

template <class Indexes, class... Kept>
struct kept_arguments;

template <std::size_t... Index, class... Kept>
struct kept_arguments<std::index_sequence<Index...>, Kept...> : kept_argument<Index, Kept>... {};

template <std::size_t Index, class Kept>
Kept& kept_at(kept_argument<Index, Kept>& argument) {
  return argument.value;
}

/// Whether an argument can come through the frame.
template <class Parameter>
consteval bool is_wired_argument() {
  if constexpr (is_injected<bare<Parameter>>)
    return false;
  else
    return comes_by_wire<bare<Parameter>>;
}

/// Whether C++ may decline an argument that a stub has passed through the frame.
template <class Parameter>
consteval bool may_be_declined() {
  if constexpr (is_wired_argument<Parameter>()) {
    constexpr auto& type = type_of<bare<Parameter>>;
    return type.refuses || !(is_number(type) || type.wire == wire_kind::boolean);
  }
  return false;
}

/// Whether texts travel beside the frame with the value of a parameter that comes by wire.
template <class Parameter>
consteval bool brings_texts() {
  if constexpr (is_wired_argument<Parameter>()) return has_text(type_of<bare<Parameter>>);
  return false;
}

/// Finds the texts of a call from a stub, which come before its other values; false when there are none.
inline bool find_texts(wire_reader& reader, napi_env env, napi_value all, received_texts& texts) {
  reader.use(texts);
  return texts.read(env, all);
}

/// Stands for the texts of calls without.
struct no_texts {};

}  // namespace detail
}  // namespace tendon
