#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <utility>
#include <vector>

#include "api.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// Gives the JavaScript value of the exception that is being handled when it is one of another library, else
/// null.
using exception_translator = napi_value (*)(napi_env);

/// How long an environment lives, and on which thread: what anything that outlives a call must know of it.
/// Shared by whatever refers to the environment, since finalizers and destructors may run after it has ended.
class lifetime : public std::enable_shared_from_this<lifetime> {
 public:
  lifetime(lifetime const&) = delete;
  lifetime& operator=(lifetime const&) = delete;
  virtual ~lifetime() = default;

  napi_env env() const { return env_; }
  bool on_js_thread() const { return std::this_thread::get_id() == thread_; }

  /// False once the environment has begun to end: no JavaScript value may be touched any more. JavaScript
  /// thread.
  bool alive() const { return alive_; }

  /// A place where a value is held.
  using slot = std::uint32_t;
  static constexpr slot nowhere = ~slot(0);

  /// Keeps an object or a function alive until it is released, and no longer than the environment lives;
  /// `nowhere` when Node-API refuses. JavaScript thread.
  slot hold(napi_value object) {
    if (!alive_) return nowhere;
    if (first_free_ == nowhere) {
      held_.emplace_back();
      first_free_ = static_cast<slot>(held_.size() - 1);
    }
    auto& place = held_[first_free_];
    if (napi_create_reference(env_, object, 1, &place.reference) != napi_ok) return nowhere;
    return std::exchange(first_free_, place.next_free);
  }

  /// What is held there; null when it is gone with its environment. JavaScript thread, in a handle scope.
  napi_value held(slot at) const {
    napi_value value = nullptr;
    if (at != nowhere && alive_) napi_get_reference_value(env_, held_[at].reference, &value);
    return value;
  }

  /// Lets go of what is held there, from any thread; from another one it waits for the next call into the
  /// addon. After the end of the environment it does nothing: all was let go.
  void release(slot at) {
    if (on_js_thread()) return free(at);
    std::lock_guard const lock(mutex_);
    released_.push_back(at);
    has_released_.store(true, std::memory_order_release);
  }

  /// Frees what other threads released. JavaScript thread.
  void free_released() {
    if (has_released_.load(std::memory_order_acquire)) free_all_released();
  }

  /// Tells of a library whose exceptions the addon's functions may throw. JavaScript thread.
  void learn(exception_translator added) {
    for (auto const known : translators_)
      if (known == added) return;
    translators_.push_back(added);
  }

  /// What the libraries it was told of make of the exception that is being handled. JavaScript thread.
  napi_value translated() const {
    for (auto const translate : translators_)
      if (auto const value = translate(env_)) return value;
    return nullptr;
  }

  /// The exception that is being handled as an object of the class that an addon exports for it, or null.
  /// JavaScript thread.
  virtual napi_value exported_error() const { return nullptr; }

  /// The lifetime of an environment in which the addon is installed; null before and after. Any thread.
  static std::shared_ptr<lifetime> of(napi_env env) {
    auto& all = registry();
    std::lock_guard const lock(all.mutex);
    auto const found = all.entries.find(env);
    return found == all.entries.end() ? nullptr : found->second;
  }

  /// The same for the thread of the environment, which is asked many times in a row.
  static lifetime* current(napi_env env) {
    auto& latest = latest_of_thread();
    if (latest.env != env) latest = {env, of(env).get()};
    return latest.known;
  }

 protected:
  explicit lifetime(napi_env env) : env_(env), thread_(std::this_thread::get_id()) {}

  void enter_registry() {
    auto& all = registry();
    std::lock_guard const lock(all.mutex);
    all.entries.emplace(env_, shared_from_this());
    latest_of_thread() = {};
  }

  void end() {
    let_go();
    auto& all = registry();
    std::lock_guard const lock(all.mutex);
    all.entries.erase(env_);
    latest_of_thread() = {};
  }

  /// Node-API frees no reference by itself, and none can be freed later: not by the finalizer of a function
  /// that holds one, nor by another thread.
  void let_go() {
    free_released();
    alive_ = false;
    for (auto const& place : held_)
      if (place.reference) napi_delete_reference(env_, place.reference);
    held_.clear();
  }

 private:
  struct place {
    napi_ref reference = nullptr;
    slot next_free = nowhere;
  };

  [[gnu::noinline]] void free_all_released() {
    std::vector<slot> slots;
    {
      std::lock_guard const lock(mutex_);
      slots.swap(released_);
      has_released_.store(false, std::memory_order_relaxed);
    }
    for (auto const each : slots) free(each);
  }

  void free(slot at) {
    if (!alive_) return;
    napi_delete_reference(env_, std::exchange(held_[at].reference, nullptr));
    held_[at].next_free = std::exchange(first_free_, at);
  }

  struct registry_type {
    std::mutex mutex;
    std::unordered_map<napi_env, std::shared_ptr<lifetime>> entries;
  };

  struct latest {
    napi_env env;
    lifetime* known;
  };

  /// What `current` was asked last.
  static latest& latest_of_thread() {
    static constinit thread_local latest instance{};
    return instance;
  }

  /// The only mutable static but for what `current` remembers of it. Instance data is left to the user: a
  /// second napi_set_instance_data would silently replace theirs. Never destroyed, since threads may outlive
  /// static destructors.
  static registry_type& registry() {
    static auto& instance = *new registry_type;
    return instance;
  }

  napi_env const env_;
  std::thread::id const thread_;
  bool alive_ = true;
  std::vector<place> held_;
  slot first_free_ = nowhere;
  std::mutex mutex_;
  std::vector<slot> released_;
  std::vector<exception_translator> translators_;
  std::atomic<bool> has_released_ = false;
};

}  // namespace detail
}  // namespace tendon
