#pragma once

#include <stdexcept>
#include <string>

#include "api.hpp"
#include "js_error.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

[[noreturn]] inline void throw_status(napi_env env, napi_status status) {
  // First of all: every other call forgets it.
  napi_extended_error_info const* info = nullptr;
  napi_get_last_error_info(env, &info);
  auto const* text = info && info->error_code == status ? info->error_message : nullptr;
  bool pending = false;
  napi_is_exception_pending(env, &pending);
  if (pending) throw js_error::pending(env);
  if (status == napi_pending_exception) text = "JavaScript can't run any more";
  throw std::runtime_error("Node-API call failed with status " + std::to_string(status) +
                           (text ? std::string(": ") + text : std::string()));
}

/// The one place where a status becomes an exception: the JavaScript value when one was thrown, else an error
/// that names the status.
inline void check(napi_env env, napi_status status) {
  if (status != napi_ok) [[unlikely]]
    throw_status(env, status);
}

}  // namespace detail
}  // namespace tendon
