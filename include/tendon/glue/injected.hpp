#pragma once

#include "../env/env_state.hpp"
#include "../env/this_value.hpp"
#include "call.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// Parameters that are not arguments from JavaScript. A specialisation has
///   static T get(call const&);
///   static constexpr bool runs_js;   whether the function can run JavaScript with it
///   static constexpr exception_translator translator;   optional: knows the exceptions of its library
/// Undefined for arguments.
template <class T>
struct injected;

template <class T>
concept is_injected = requires { sizeof(injected<T>); };

template <>
struct injected<napi_env> {
  static constexpr bool runs_js = true;
  static napi_env get(call const& from) { return from.env(); }
};

template <>
struct injected<this_value> {
  static constexpr bool runs_js = true;
  static this_value get(call const& from) { return {from.receiver}; }
};

template <class T>
struct injected<env_state<T>> {
  static constexpr bool runs_js = false;
  static env_state<T> get(call const& from) { return env_state<T>(from.environment.template state<T>()); }
};

}  // namespace detail
}  // namespace tendon
