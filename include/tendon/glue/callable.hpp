#pragma once

#include "../base/signature.hpp"
#include "../base/types.hpp"
#include "call.hpp"
#include "injected.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

template <class Parameter>
using bare = std::remove_cvref_t<Parameter>;

/// A callable that is part of the glue's type: a function, or a lambda without captures.
template <auto F>
struct constant_callable {
  using own_class = void;  ///< the class that it is a method of
  using type = decltype(F);
  static constexpr type const& in(call_target const&) { return value; }

 private:
  static constexpr type value = F;
};

/// A callable with state. One object serves all environments, and so all threads: it is called as const.
template <class F>
struct stored_callable {
  using own_class = void;
  using type = F;
  static F const& in(call_target const& from) { return *static_cast<F const*>(from.signature.target.get()); }
};

template <class Parameter>
using is_argument = std::bool_constant<!is_injected<bare<Parameter>>>;

template <class Callable>
using result_of = typename signature_of<typename Callable::type>::result;

template <class Callable>
using parameters_of = typename signature_of<typename Callable::type>::parameters;

/// A parameter as a thunk takes it: what fits a register and references as they are, other values where they
/// are, to be moved from.
template <class Parameter>
using handed =
    std::conditional_t<std::is_scalar_v<Parameter> || std::is_reference_v<Parameter>, Parameter, Parameter&&>;

/// What is made for each callable. All that reads arguments and converts results is made once for those of
/// one signature, which call through it.
template <class Result, class... Parameters>
using thunk = Result (*)(call_target const&, handed<Parameters>...);

template <class Callable, class Result, class... Parameters>
Result call_callable(call_target const& from, handed<Parameters>... parameters) {
  if constexpr (std::is_void_v<Result>)
    Callable::in(from)(static_cast<Parameters&&>(parameters)...);
  else
    return Callable::in(from)(static_cast<Parameters&&>(parameters)...);
}

/// The thunk of a callable, as descriptions keep it.
template <class Callable, class Result, class... Parameters>
auto thunk_of() {
  return reinterpret_cast<void (*)()>(&call_callable<Callable, Result, Parameters...>);
}

/// The parameters that are arguments from JavaScript.
template <class Callable>
using arguments_of = filtered<is_argument, parameters_of<Callable>>;

}  // namespace detail
}  // namespace tendon
