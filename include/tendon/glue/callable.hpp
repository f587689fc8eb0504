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

/// The parameters that are arguments from JavaScript.
template <class Callable>
using arguments_of = filtered<is_argument, parameters_of<Callable>>;

}  // namespace detail
}  // namespace tendon
