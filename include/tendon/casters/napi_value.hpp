#pragma once
// napi_value  <->  unknown

#include <string_view>

#include "../caster.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// Holds a handle argument. The call roots it, which nothing would do for an element or a member.
struct held_handle {
  napi_value handle;
  napi_value get() const { return handle; }
};

/// No handle stands for `undefined`, as it does for Node-API when a function returns it.
inline napi_value handle_or_undefined(napi_env env, napi_value handle) {
  if (!handle) check(env, napi_get_undefined(env, &handle));
  return handle;
}

}  // namespace detail

/// Any value at all, `undefined` included, so a trailing one may be left out.
template <>
struct caster<napi_value> {
  static constexpr std::string_view ts_in = "unknown", ts_out = "unknown";
  static constexpr bool optional = true;
  static constexpr bool runs_js = true;

  static detail::held_handle from_js(value const& from) { return {from.handle()}; }
  static napi_value to_js(napi_env env, napi_value to) { return detail::handle_or_undefined(env, to); }
};

}  // namespace tendon
