#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <thread>
#include <unordered_map>
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

  /// Frees a reference, from any thread; from another one it waits for the next call into the addon. After
  /// the end of the environment it does nothing: the runtime has freed it.
  void release(napi_ref reference) {
    if (on_js_thread()) {
      if (alive_) napi_delete_reference(env_, reference);
      return;
    }
    std::lock_guard const lock(mutex_);
    released_.push_back(reference);
    has_released_.store(true, std::memory_order_release);
  }

  /// Frees what other threads released. JavaScript thread.
  void free_released() {
    if (!has_released_.load(std::memory_order_acquire)) return;
    std::vector<napi_ref> references;
    {
      std::lock_guard const lock(mutex_);
      references.swap(released_);
      has_released_.store(false, std::memory_order_relaxed);
    }
    for (auto const reference : references) napi_delete_reference(env_, reference);
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

  /// The lifetime of an environment in which the addon is installed; null before and after. Any thread.
  static std::shared_ptr<lifetime> of(napi_env env) {
    auto& all = registry();
    std::lock_guard const lock(all.mutex);
    auto const found = all.entries.find(env);
    return found == all.entries.end() ? nullptr : found->second;
  }

 protected:
  explicit lifetime(napi_env env) : env_(env), thread_(std::this_thread::get_id()) {}

  void enter_registry() {
    auto& all = registry();
    std::lock_guard const lock(all.mutex);
    all.entries.emplace(env_, shared_from_this());
  }

  void end() {
    free_released();
    alive_ = false;
    auto& all = registry();
    std::lock_guard const lock(all.mutex);
    all.entries.erase(env_);
  }

 private:
  struct registry_type {
    std::mutex mutex;
    std::unordered_map<napi_env, std::shared_ptr<lifetime>> entries;
  };

  /// The only mutable static. Instance data is left to the user: a second napi_set_instance_data would
  /// silently replace theirs. Never destroyed, since threads may outlive static destructors.
  static registry_type& registry() {
    static auto& instance = *new registry_type;
    return instance;
  }

  napi_env const env_;
  std::thread::id const thread_;
  bool alive_ = true;
  std::mutex mutex_;
  std::vector<napi_ref> released_;
  std::vector<exception_translator> translators_;
  std::atomic<bool> has_released_ = false;
};

}  // namespace detail
}  // namespace tendon
