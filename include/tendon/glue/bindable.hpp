#pragma once

#include <cstddef>
#include <type_traits>

#include "../base/annotations.hpp"
#include "../caster.hpp"
#include "callable.hpp"
#include "requirements.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

template <class Annotation>
inline constexpr bool has_default = false;
template <class Value>
inline constexpr bool has_default<arg_with_default<Value>> = true;

template <class Annotation>
using is_arg = std::bool_constant<std::is_same_v<plain_arg, Annotation> ||
                                  std::is_same_v<detailed_arg, Annotation> || has_default<Annotation>>;

template <class Annotation>
inline constexpr bool is_annotation =
    is_arg<Annotation>::value || std::is_same_v<doc, Annotation> || std::is_same_v<returns, Annotation>;

template <class T, class Default>
concept can_hold_default = std::is_convertible_v<Default const&, T> &&
                           std::is_copy_constructible_v<held<T>> &&
                           (std::is_same_v<held<T>, T> || requires(T from) { caster<T>::hold(from); });

template <class Callable, class... Parameters>
concept callable_as_const = requires(call const& from) { Callable::in(from)(std::declval<Parameters>()...); };

// Each of these is true, or instantiates one worded failure and is false.

template <class Argument>
consteval bool argument_fits() {
  if constexpr (!from_js<bare<Argument>>) (void)require_from_js<bare<Argument>>();
  return from_js<bare<Argument>>;
}

template <class Annotation>
consteval bool annotation_fits() {
  if constexpr (!is_annotation<Annotation>) (void)require_annotation<Annotation>();
  return is_annotation<Annotation>;
}

template <class Argument, class Arg>
consteval bool default_fits() {
  if constexpr (!has_default<Arg>) {
    return true;
  } else if constexpr (std::is_lvalue_reference_v<Argument> &&
                       !std::is_const_v<std::remove_reference_t<Argument>>) {
    (void)require_no_reference_default<Argument>();
    return false;
  } else if constexpr (!can_hold_default<bare<Argument>, decltype(Arg::value)>) {
    (void)require_convertible_default<bare<Argument>, decltype(Arg::value)>();
    return false;
  } else {
    return true;
  }
}

template <class... Arguments, class... Args>
consteval bool defaults_trail(types<Arguments...>, types<Args...>) {
  constexpr bool defaults[] = {has_default<Args>...};
  constexpr bool optionals[] = {type_of<bare<Arguments>>.optional...};
  bool seen = false;
  for (std::size_t i = 0; i < sizeof...(Args); ++i) {
    if (seen && !defaults[i] && !optionals[i]) return false;
    seen = seen || defaults[i];
  }
  return true;
}

template <class Callable, class... Arguments, class... Args>
consteval bool args_fit(types<Arguments...>, types<Args...>) {
  if constexpr (sizeof...(Args) == 0) {
    return true;
  } else if constexpr (sizeof...(Args) != sizeof...(Arguments)) {
    (void)require_all_arguments_named<Callable>();
    return false;
  } else if constexpr (!defaults_trail(types<Arguments...>(), types<Args...>())) {
    (void)require_trailing_defaults<Callable>();
    return false;
  } else {
    return (default_fits<Arguments, Args>() && ...);
  }
}

template <class Callable, class... Parameters>
consteval bool call_fits(types<Parameters...>) {
  using result = result_of<Callable>;
  if constexpr (!std::is_void_v<result> && !to_js<result>) {
    (void)require_to_js<bare<result>>();
    return false;
  } else if constexpr (!callable_as_const<Callable, Parameters...>) {
    (void)require_const_call<typename Callable::type>();
    return false;
  } else {
    return true;
  }
}

template <class... Arguments>
consteval bool all_arguments_fit(types<Arguments...>) {
  return (argument_fits<Arguments>() && ...);
}

/// Whether a callable can be bound with these annotations; a worded compile error says why not.
template <class Callable, class... Annotations>
consteval bool is_bindable() {
  using callable = typename Callable::type;
  if constexpr (!has_signature<callable>) {
    (void)require_signature<callable>();
    return false;
  } else if constexpr (signature_of<callable>::c_variadic) {
    (void)require_fixed_parameters<callable>();
    return false;
  } else if constexpr (!all_arguments_fit(arguments_of<Callable>())) {
    return false;
  } else if constexpr (!call_fits<Callable>(parameters_of<Callable>())) {
    return false;
  } else if constexpr (!(annotation_fits<Annotations>() && ...)) {
    return false;
  } else {
    return args_fit<callable>(arguments_of<Callable>(), filtered<is_arg, types<Annotations...>>());
  }
}

}  // namespace detail
}  // namespace tendon
