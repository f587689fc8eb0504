#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>

#include "../base/annotations.hpp"
#include "../base/pretty_name.hpp"
#include "../describe/description.hpp"
#include "bindable.hpp"
#include "invoke.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// An annotation without what depends on the type of a parameter.
template <class Annotation>
constexpr Annotation plain(Annotation annotation) {
  return annotation;
}
template <class Value>
constexpr detailed_arg plain(arg_with_default<Value> const& annotation) {
  return annotation.arg;
}

/// The glue of one signature: what all of a description follows from, but for the annotations.
struct call_glue {
  void (*invoke)(call&);
  void (*invoke_wired)(call&);  ///< null when an argument can't come through the frame, or for lean calls
  fast_outcome (*invoke_lean)(lean_call&);  ///< null when an argument or the result needs more
  type_description const* const* types;     ///< the result, then the arguments
  std::size_t argument_count;
  bool takes_this;
};

template <class Result, class... Arguments>
inline constexpr type_description const* signature_types[] = {&type_of<bare<Result>>,
                                                              &type_of<bare<Arguments>>...};

template <class Result, class... Parameters, class... Arguments>
constexpr call_glue make_glue(types<Parameters...>, types<Arguments...>) {
  using glue = invoker<Result, Parameters...>;
  void (*wired)(call&) = nullptr;
  fast_outcome (*lean)(lean_call&) = nullptr;
  if constexpr (glue::is_lean)
    lean = &glue::invoke_lean;
  else if constexpr (glue::is_wired)
    wired = &glue::invoke_wired;
  return {&glue::invoke,
          wired,
          lean,
          signature_types<Result, Arguments...>,
          sizeof...(Arguments),
          (std::is_same_v<bare<Parameters>, this_value> || ...)};
}

template <class Result, class Parameters>
inline constexpr call_glue glue_of = make_glue<Result>(Parameters(), filtered<is_argument, Parameters>());

/// One callable with the glue of its signature.
struct glued_callable {
  call_glue const& glue;
  void (*callable)();
};

template <class Callable, class... Parameters>
glued_callable glued(types<Parameters...>) {
  using result = result_of<Callable>;
  return {glue_of<result, types<Parameters...>>, thunk_of<Callable, result, Parameters...>()};
}

template <class Callable>
[[gnu::always_inline]] inline glued_callable glued() {
  return glued<Callable>(parameters_of<Callable>());
}

inline void describe_types(signature_description& made, glued_callable const& called) {
  auto const& glue = called.glue;
  made.callable = called.callable;
  made.invoke = glue.invoke;
  made.invoke_wired = glue.invoke_wired;
  made.invoke_lean = glue.invoke_lean;
  made.result = glue.types[0];
  made.takes_this = glue.takes_this;
  made.parameters.resize(glue.argument_count);
  for (std::size_t i = 0; i < glue.argument_count; ++i) {
    made.parameters[i].name = "arg" + std::to_string(i);
    made.parameters[i].type = glue.types[i + 1];
  }
}

inline void annotate(signature_description& made, std::size_t& next, plain_arg annotation) {
  made.parameters[next++].name = annotation.name;
}

inline void annotate(signature_description& made, std::size_t& next, detailed_arg annotation) {
  auto& parameter = made.parameters[next++];
  parameter.name = annotation.name;
  if (annotation.ts_text) parameter.ts = annotation.ts_text;
  if (annotation.literal_text) parameter.default_literal = annotation.literal_text;
}

inline void annotate(signature_description& made, std::size_t&, doc annotation) {
  made.doc = annotation.text;
}

inline void annotate(signature_description& made, std::size_t&, returns annotation) {
  if (annotation.ts_text) made.result_ts = annotation.ts_text;
  if (annotation.function_name) made.result_name = annotation.function_name;
  made.nullable = annotation.may_be_null;
}

inline void annotate(signature_description& made, std::size_t&, owned_result) {
  made.result_ownership = ownership::owned;
}

inline void annotate(signature_description& made, std::size_t&, copied_result) {
  made.result_ownership = ownership::copied;
}

inline void annotate(signature_description& made, std::size_t&, unmanaged_result) {
  made.result_ownership = ownership::unmanaged;
}

inline void annotate(signature_description& made, std::size_t&, borrowed_result annotation) {
  made.result_ownership = ownership::borrowed;
  if (annotation.argument) made.borrowed_from_name = annotation.argument;
}

template <std::size_t Count>
void annotate(signature_description& made, std::size_t&, kept_arguments_option<Count> annotation) {
  for (auto const* const name : annotation.names) made.kept_names.emplace_back(name ? name : "");
}

/// Describes a callable, but for its defaults.
template <class... Annotations>
void describe_call(signature_description& made, glued_callable const& called, Annotations... annotations) {
  describe_types(made, called);
  [[maybe_unused]] std::size_t next = 0;
  (annotate(made, next, annotations), ...);
}

/// Keeps a default in the form in which arguments are held, and its JavaScript form unless the user gave one.
template <class T, class Arg>
void set_default(parameter_description& parameter, Arg const& annotation) {
  if constexpr (std::is_same_v<held<T>, T>)
    parameter.default_value = std::make_shared<T const>(annotation.value);
  else
    parameter.default_value = std::make_shared<held<T> const>(caster<T>::hold(annotation.value));
  if constexpr (requires(T const& shown) { caster<T>::literal(shown); })
    if (parameter.default_literal.empty()) parameter.default_literal = caster<T>::literal(annotation.value);
}

template <class... Annotations>
void set_defaults(signature_description&, std::size_t, types<>, Annotations const&...) {}

template <class Argument, class... Arguments, class Annotation, class... Annotations>
void set_defaults(signature_description& made, std::size_t at, types<Argument, Arguments...> left,
                  Annotation const& annotation, Annotations const&... rest) {
  if constexpr (!is_arg<Annotation>::value) {
    set_defaults(made, at, left, rest...);
  } else {
    if constexpr (has_default<Annotation>) set_default<bare<Argument>>(made.parameters[at], annotation);
    set_defaults(made, at + 1, types<Arguments...>(), rest...);
  }
}

/// Describes a callable with its defaults; what can't be bound becomes one worded compile error.
template <class Callable, class... Annotations>
void describe_bound(signature_description& made, Annotations const&... annotations) {
  using fault = fault_of<Callable, Annotations...>;
  if constexpr (!std::is_void_v<fault>) {
    (void)fault();
  } else {
    describe_call(made, glued<Callable>(), plain(annotations)...);
    if constexpr ((has_default<Annotations> || ...))
      set_defaults(made, 0, arguments_of<Callable>(), annotations...);
  }
}

/// A constant: a copy of `value`, which is converted in each environment.
template <class T, class... Annotations>
value_description described_value(char const* name, T value, Annotations const&... annotations) {
  value_description made;
  made.name = name;
  if constexpr (requires { caster<T>::literal(value); }) made.literal = caster<T>::literal(value);
  auto const get = [value = std::move(value)]() -> T const& { return value; };
  describe_bound<stored_callable<std::remove_const_t<decltype(get)>>>(made.source, annotations...);
  made.source.target = std::make_shared<decltype(get)>(std::move(get));
  return made;
}

/// The C++ name of a function or member, for an export without a name.
template <auto F>
[[gnu::always_inline]] inline char const* inferred_name() {
  constexpr auto name = function_name<F>();
  if constexpr (name.empty()) (void)require_name<decltype(F)>();
  return name.data();
}

}  // namespace detail
}  // namespace tendon
