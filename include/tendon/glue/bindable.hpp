#pragma once

#include <cstddef>
#include <type_traits>

#include "../base/annotations.hpp"
#include "../base/wrapped.hpp"
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

/// Says who owns what a result refers to.
template <class Annotation>
inline constexpr bool is_ownership =
    std::is_same_v<owned_result, Annotation> || std::is_same_v<copied_result, Annotation> ||
    std::is_same_v<borrowed_result, Annotation> || std::is_same_v<unmanaged_result, Annotation>;

template <class Annotation>
inline constexpr bool is_keeps = false;
template <std::size_t Count>
inline constexpr bool is_keeps<kept_arguments_option<Count>> = true;

template <class Annotation>
inline constexpr bool is_annotation =
    is_arg<Annotation>::value || std::is_same_v<doc, Annotation> || std::is_same_v<returns, Annotation> ||
    is_ownership<Annotation> || is_keeps<Annotation>;

/// Types whose caster can keep a default for the calls that need it.
template <class T>
concept can_keep_default = std::is_copy_constructible_v<held<T>> &&
                           (std::is_same_v<held<T>, T> || requires(T from) { caster<T>::hold(from); });

template <class T>
concept has_caster = requires { sizeof(caster<T>); };

template <class Parameter>
concept mutable_reference = std::is_lvalue_reference_v<Parameter> && !
std::is_const_v<std::remove_reference_t<Parameter>>;

/// Whether JavaScript can pass an argument to a parameter. Views are made for the call: there is no object to
/// change.
template <class Argument>
concept passable = from_js<bare<Argument>> &&
                   (!mutable_reference<Argument> || wrapped_by_value<bare<Argument>> ||
                    self_contained_from_js<bare<Argument>>) &&
                   (!wrapped_by_value<Argument> || std::is_copy_constructible_v<Argument>);

template <class Callable, class... Parameters>
concept callable_as_const =
    requires(call_target const& from) { Callable::in(from)(std::declval<Parameters>()...); };

/// What keeps a callable from being bound: a worded failure, here only named, or nothing. The tests below
/// compute one; who asked instantiates it, since a test that fails to compile would be a second error.
template <class Failure>
using fault = std::type_identity<Failure>;
using no_fault = fault<void>;

template <class First, class... Rest>
consteval auto first_fault(First first, Rest... rest) {
  if constexpr (sizeof...(Rest) == 0 || !std::is_same_v<First, no_fault>)
    return first;
  else
    return first_fault(rest...);
}

template <class Argument>
consteval auto argument_fault() {
  if constexpr (passable<Argument>)
    return no_fault();
  else if constexpr (!has_caster<bare<Argument>>)
    return fault<require_from_js<bare<Argument>>>();
  else if constexpr (!from_js<bare<Argument>>)
    return fault<require_parameter_type<bare<Argument>>>();
  else
    return fault<require_no_view_reference<Argument>>();
}

template <class... Arguments>
consteval auto arguments_fault(types<Arguments...>) {
  return first_fault(argument_fault<Arguments>()..., no_fault());
}

/// References to objects are not converted: they become the object itself, or a part of another.
template <class Result>
consteval auto result_fault() {
  if constexpr (std::is_void_v<Result> || to_js<Result> ||
                (std::is_lvalue_reference_v<Result> && wrapped_by_value<bare<Result>>))
    return no_fault();
  else if constexpr (has_caster<bare<Result>>)
    return fault<require_result_type<bare<Result>>>();
  else
    return fault<require_to_js<bare<Result>>>();
}

/// Whether nothing says who owns what a result refers to.
template <class Result, class Own>
consteval bool needs_ownership() {
  if constexpr (std::is_lvalue_reference_v<Result> && wrapped_by_value<bare<Result>>)
    return !std::is_base_of_v<bare<Result>, Own> && !std::is_const_v<std::remove_reference_t<Result>>;
  else
    return contains_bare_pointer(type_of<bare<Result>>);
}

template <class Callable, class... Annotations>
consteval auto ownership_fault() {
  using result = result_of<Callable>;
  if constexpr ((is_ownership<Annotations> || ...) ||
                !needs_ownership<result, typename Callable::own_class>())
    return no_fault();
  else
    return fault<require_ownership<result>>();
}

template <class Callable, class... Parameters>
consteval auto call_fault(types<Parameters...>) {
  using callable = typename Callable::type;
  if constexpr (callable_as_const<Callable, Parameters...>)
    return no_fault();
  else if constexpr (std::is_member_pointer_v<callable>)
    return fault<require_object<callable>>();
  else
    return fault<require_const_call<callable>>();
}

template <class... Arguments>
consteval bool rest_is_last(types<Arguments...>) {
  [[maybe_unused]] std::size_t left = sizeof...(Arguments);
  return ((--left == 0 || !type_of<bare<Arguments>>.takes_rest) && ...);
}

template <class Callable>
consteval auto rest_fault() {
  if constexpr (rest_is_last(arguments_of<Callable>()))
    return no_fault();
  else
    return fault<require_last_rest<typename Callable::type>>();
}

template <class Annotation>
consteval auto annotation_fault() {
  if constexpr (is_annotation<Annotation>)
    return no_fault();
  else
    return fault<require_annotation<Annotation>>();
}

template <class Argument, class Arg>
consteval auto default_fault() {
  if constexpr (!has_default<Arg>)
    return no_fault();
  else if constexpr (mutable_reference<Argument>)
    return fault<require_no_reference_default<Argument>>();
  else if constexpr (!can_keep_default<bare<Argument>>)
    return fault<require_kept_default<bare<Argument>>>();
  else if constexpr (!std::is_convertible_v<decltype(Arg::value) const&, bare<Argument>>)
    return fault<require_convertible_default<bare<Argument>, decltype(Arg::value)>>();
  else
    return no_fault();
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
consteval auto args_fault(types<Arguments...>, types<Args...>) {
  if constexpr (sizeof...(Args) == 0)
    return no_fault();
  else if constexpr (sizeof...(Args) != sizeof...(Arguments))
    return fault<require_all_arguments_named<Callable>>();
  else if constexpr (!defaults_trail(types<Arguments...>(), types<Args...>()))
    return fault<require_trailing_defaults<Callable>>();
  else
    return first_fault(default_fault<Arguments, Args>()...);
}

/// Whether the types can cross; the other questions can only be asked then.
template <class Callable>
consteval auto types_fault() {
  return first_fault(arguments_fault(arguments_of<Callable>()), result_fault<result_of<Callable>>());
}

template <class Callable, class... Annotations>
consteval auto find_fault() {
  using callable = typename Callable::type;
  if constexpr (!has_signature<callable>)
    return fault<require_signature<callable>>();
  else if constexpr (signature_of<callable>::c_variadic)
    return fault<require_fixed_parameters<callable>>();
  else if constexpr (!std::is_same_v<decltype(types_fault<Callable>()), no_fault>)
    return types_fault<Callable>();
  else
    return first_fault(
        call_fault<Callable>(parameters_of<Callable>()), rest_fault<Callable>(),
        annotation_fault<Annotations>()..., ownership_fault<Callable, Annotations...>(),
        args_fault<callable>(arguments_of<Callable>(), filtered<is_arg, types<Annotations...>>()));
}

/// The first thing that keeps a callable from being bound with these annotations, or void.
template <class Callable, class... Annotations>
using fault_of = typename decltype(find_fault<Callable, Annotations...>())::type;

}  // namespace detail
}  // namespace tendon
