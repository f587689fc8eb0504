#pragma once

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "../napi/api.hpp"
#include "../napi/status.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// Runs tasks of other threads on the thread of an environment, one after the other, from its event loop,
/// which it does not keep running. Made and closed on that thread.
class js_queue {
 public:
  static std::shared_ptr<js_queue> make(napi_env env) {
    auto const made = std::shared_ptr<js_queue>(new js_queue);
    napi_value name = nullptr;
    check(env, napi_create_string_utf8(env, "tendon", NAPI_AUTO_LENGTH, &name));
    auto owner = std::make_unique<std::shared_ptr<js_queue>>(made);
    check(env, napi_create_threadsafe_function(env, nullptr, nullptr, name, 0, 1, owner.get(), &finalize,
                                               owner.get(), &run_next, &made->function_));
    (void)owner.release();
    check(env, napi_unref_threadsafe_function(env, made->function_));
    return made;
  }
  js_queue(js_queue const&) = delete;
  js_queue& operator=(js_queue const&) = delete;

  /// Runs a task on the JavaScript thread and waits for it; what it throws comes out here. False when the
  /// environment has ended and the task did not run. Throws std::system_error when it does not begin in time:
  /// what keeps the JavaScript thread may itself wait for this one. `name` says what waits. Any thread but
  /// that one.
  template <class Task>
  bool run(Task& task, std::string_view name) {
    job own{[](void* called) { (*static_cast<Task*>(called))(); }, &task};
    std::unique_lock lock(mutex_);
    if (!add(own)) return false;
    if (!changed_.wait_for(lock, most_waiting, [&own] { return own.progress != job::state::waiting; })) {
      jobs_.erase(std::find(jobs_.begin(), jobs_.end(), &own));
      throw std::system_error(std::make_error_code(std::errc::timed_out),
                              "\"" + std::string(name) + "\" waits for the JavaScript thread, which is busy");
    }
    changed_.wait(lock, [&own] { return own.progress != job::state::running; });
    if (own.error) std::rethrow_exception(own.error);
    return own.progress == job::state::done;
  }

  /// No task begins any more.
  void close() {
    std::lock_guard const lock(mutex_);
    if (auto const open = std::exchange(function_, nullptr))
      napi_release_threadsafe_function(open, napi_tsfn_abort);
    for (auto* const each : jobs_) each->progress = job::state::refused;
    jobs_.clear();
    changed_.notify_all();
  }

 private:
  static constexpr std::chrono::seconds most_waiting{5};

  /// Lives on the stack of the thread that waits for it.
  struct job {
    enum class state { waiting, running, done, refused };

    void (*run)(void* task);
    void* task;
    state progress = state::waiting;
    std::exception_ptr error = nullptr;
  };

  js_queue() = default;

  bool add(job& added) {
    if (!function_) return false;
    if (napi_call_threadsafe_function(function_, nullptr, napi_tsfn_nonblocking) != napi_ok) {
      // It is closing, and must not be touched again.
      function_ = nullptr;
      return false;
    }
    jobs_.push_back(&added);
    return true;
  }

  static void run_next(napi_env env, napi_value, void* context, void*) {
    // Without environment the queue is being emptied, even after `finalize`.
    if (!env) return;
    auto const self = *static_cast<std::shared_ptr<js_queue>*>(context);
    self->run_next();
  }

  void run_next() {
    std::unique_lock lock(mutex_);
    if (jobs_.empty()) return;
    auto& next = *jobs_.front();
    jobs_.pop_front();
    next.progress = job::state::running;
    lock.unlock();
    try {
      next.run(next.task);
    } catch (...) {
      next.error = std::current_exception();
    }
    lock.lock();
    next.progress = job::state::done;
    changed_.notify_all();
  }

  static void finalize(napi_env, void* owner, void*) {
    std::unique_ptr<std::shared_ptr<js_queue>> const last(static_cast<std::shared_ptr<js_queue>*>(owner));
    std::lock_guard const lock((*last)->mutex_);
    (*last)->function_ = nullptr;
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<job*> jobs_;
  napi_threadsafe_function function_ = nullptr;  ///< null: closed
};

}  // namespace detail
}  // namespace tendon
