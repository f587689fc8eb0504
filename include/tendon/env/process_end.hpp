#pragma once

#include "../describe/exit_script.hpp"
#include "environment.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

inline napi_value run_exit_hooks(napi_env env, napi_callback_info) {
  if (auto const known = lifetime::of(env)) {
    auto& in = static_cast<environment&>(*known);
    in.exit_hooks().run(env, in);
  }
  return nullptr;
}

/// Sees to it that the hooks of an environment run even when the process ends without its cleanup hook, on
/// the main thread: at process.exit() and after an uncaught exception. Signals, abort() and the like run
/// nothing. A runtime without such a `process`, or a script that has tampered with it, leaves the cleanup
/// hook alone to run them.
inline void watch_process_end(environment& in) {
  auto const env = in.env();
  bool pending = false;
  auto const can_run_js = !in.lends_buffers() && napi_is_exception_pending(env, &pending) == napi_ok;
  if (!can_run_js || pending || !in.exit_hooks().start_watching()) return;
  handle_scope const scope(env);
  napi_value text = nullptr;
  napi_value watch = nullptr;
  napi_value run = nullptr;
  napi_value undefined = nullptr;
  check(env, napi_create_string_utf8(env, exit_script.data(), exit_script.size(), &text));
  check(env, napi_create_function(env, "at_exit", NAPI_AUTO_LENGTH, &run_exit_hooks, nullptr, &run));
  check(env, napi_get_undefined(env, &undefined));
  auto const made = napi_run_script(env, text, &watch) == napi_ok &&
                    napi_call_function(env, undefined, watch, 1, &run, nullptr) == napi_ok;
  if (!made) drop_exception(env);
}

}  // namespace detail
}  // namespace tendon
