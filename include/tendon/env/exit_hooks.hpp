#pragma once

#include <cstdio>
#include <exception>
#include <string_view>
#include <utility>
#include <vector>

#include "../describe/description.hpp"
#include "../napi/handle_scope.hpp"
#include "../napi/received.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// A line on stderr about a hook. Needs no memory.
inline void report_exit_hook(std::string_view addon, char const* what_happened,
                             char const* text = "") noexcept {
  std::fprintf(stderr, "tendon: an at_exit hook of \"%.*s\" %s%s\n", static_cast<int>(addon.size()),
               addon.data(), what_happened, text);
}

/// The at_exit hooks of one environment that have not run yet. JavaScript thread.
///
/// They run in the environment's cleanup hook, before all else there, or earlier, where the process ends
/// without cleanup hooks (process_end.hpp). Only they run early: objects and states must stay, since
/// JavaScript can still call into the addon (from a later listener, or because what looked like the end was
/// none), and are ended by the cleanup hook or not at all. A hook added after an early run waits for the
/// cleanup hook.
class exit_hooks {
 public:
  void add(exit_hook hook) {
    if (!ended_) return hooks_.push_back(std::move(hook));
    // From the destructor of a state, say, which could not let an exception out.
    report_exit_hook(addon_, "came too late to run");
  }

  /// Adds those of the addon itself, whose name the reports give.
  void add_described(description const& addon) {
    addon_ = addon.name;
    hooks_.insert(hooks_.end(), addon.exit_hooks.begin(), addon.exit_hooks.end());
  }

  bool empty() const { return hooks_.empty(); }

  /// Runs what there is, the latest first, and what is added meanwhile. Each is taken out before it runs, as
  /// it may end the process, and so come back here.
  void run(napi_env env, environment& in) noexcept {
    while (!hooks_.empty()) {
      auto const next = std::move(hooks_.back());
      hooks_.pop_back();
      run(env, in, next);
    }
  }

  /// Runs what is left; no hook can be added any more.
  void end(napi_env env, environment& in) noexcept {
    run(env, in);
    ended_ = true;
  }

  /// Whether this is the first time to ask.
  bool start_watching() { return !std::exchange(watching_, true); }

 private:
  void run(napi_env env, environment& in, exit_hook const& hook) const noexcept {
    try {
      handle_scope const scope(env);
      hook.run(in, hook);
      bool pending = false;
      if (napi_is_exception_pending(env, &pending) == napi_ok && pending) throw js_error::pending(env);
    } catch (std::exception const& error) {
      report_exit_hook(addon_, "threw: ", error.what());
    } catch (...) {
      report_exit_hook(addon_, "threw an unknown C++ exception");
    }
    drop_exception(env);
  }

  std::vector<exit_hook> hooks_;
  std::string_view addon_;  ///< kept by its description
  bool watching_ = false;
  bool ended_ = false;
};

}  // namespace detail
}  // namespace tendon
