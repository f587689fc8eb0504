#pragma once

#include "api.hpp"
#include "status.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

inline napi_value undefined_of(napi_env env) {
  napi_value result = nullptr;
  check(env, napi_get_undefined(env, &result));
  return result;
}

inline napi_value null_of(napi_env env) {
  napi_value result = nullptr;
  check(env, napi_get_null(env, &result));
  return result;
}

}  // namespace detail
}  // namespace tendon
