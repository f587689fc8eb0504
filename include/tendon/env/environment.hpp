#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "../base/type_id.hpp"
#include "../describe/exported_structs.hpp"
#include "../napi/lifetime.hpp"
#include "../napi/status.hpp"
#include "exit_hooks.hpp"
#include "exported_errors.hpp"
#include "frame.hpp"
#include "js_queue.hpp"
#include "objects.hpp"
#include "script_functions.hpp"

namespace [[gnu::visibility("hidden")]] tendon {

class call;

namespace detail {

class direct_call;

/// What an addon knows of one environment (the main thread or one worker). Made at the first install, ended
/// by the environment's cleanup hook. JavaScript thread.
class environment final : public lifetime {
 public:
  /// The one of `env`, which is made when there is none yet.
  static environment& of(napi_env env) {
    if (auto* const known = lifetime::current(env)) return static_cast<environment&>(*known);
    auto const created = std::shared_ptr<environment>(new environment(env));
    created->frame_.emplace(created);
    created->objects_.emplace(*created, *created->frame_);
    check(env, napi_add_env_cleanup_hook(
                   env, [](void* self) { static_cast<environment*>(self)->finish(); }, created.get()));
    created->enter_registry();
    return *created;
  }

  frame const& shared_frame() const { return *frame_; }

  /// The wrapped classes and their objects.
  objects& wrapped_objects() { return *objects_; }

  /// What the script of an addon has made. Kept until the environment ends.
  script_functions const& add_script(napi_value made) {
    scripts_.push_back(std::make_unique<script_functions const>(shared_from_this(), made));
    return *scripts_.back();
  }

  /// What is said of the structs of its addons, as far as reading them depends on it.
  exported_structs const& structs() const { return structs_; }

  /// Several addons of one module share their types, so they must agree on the defaults.
  void learn_structs(std::vector<struct_description> const& structs) {
    for (auto const& each : structs)
      if (each.read && structs_.add(each).read != each.read)
        throw_describe_error("two addons give the struct $1 different defaults",
                             {in_quotes(each.type->cpp_name)});
  }

  /// A shell around a native function, with `name` and `length`. In a handle scope.
  napi_value wrap(napi_value native, std::string_view name, std::size_t length) const {
    return scripts_.back()->wrap(native, name, length);
  }

  /// An array whose elements exist and are yet to be set. In a handle scope.
  napi_value blank_array(std::size_t length) const { return scripts_.back()->blank_array(length); }

  /// Whether Array.isArray says so; Node-API does not count a Proxy of an array.
  bool is_list(napi_value value) const { return scripts_.back()->is_list(value); }

  /// See script_functions.
  napi_value call_collection(collection_function function, napi_value from) const {
    return scripts_.back()->call_collection(function, from);
  }

  /// Whether an object that Node-API knows nothing of is a list, a Set, a Map or none of them.
  js_kind kind_of_object(napi_value object) const {
    auto kind = static_cast<std::int32_t>(js_kind::object);
    check(env(),
          napi_get_value_int32(env(), call_collection(collection_function::kind_of_object, object), &kind));
    return static_cast<js_kind>(kind);
  }

  /// The call whose result is being converted; null when something else is.
  call* giving() const { return giving_; }

  class giving_scope {
   public:
    giving_scope(environment& in, call* giving) : in_(in), outer_(std::exchange(in.giving_, giving)) {}
    giving_scope(giving_scope const&) = delete;
    giving_scope& operator=(giving_scope const&) = delete;
    ~giving_scope() { in_.giving_ = outer_; }

   private:
    environment& in_;
    call* outer_;
  };

  /// The exception classes that its addons export.
  detail::exported_errors& exported_errors() { return exported_errors_; }

  napi_value exported_error() const override { return exported_errors_.made(env()); }

  /// What other threads wait for its thread by. JavaScript thread.
  std::shared_ptr<js_queue> const& queue() {
    if (!queue_) queue_ = js_queue::make(env());
    return queue_;
  }

  /// The `T` of this environment, made by its default constructor when first asked for.
  template <class T>
  T& state() {
    for (auto const& [id, value] : states_)
      if (id == type_id_of<T>()) return *static_cast<T*>(value.get());
    auto created = std::make_shared<T>();
    auto& result = *created;
    states_.emplace_back(type_id_of<T>(), std::move(created));
    return result;
  }

  /// Whether its objects are being destroyed because it ends, so that JavaScript can't run any more.
  bool is_ending() const { return is_ending_; }

  /// What runs when it ends.
  detail::exit_hooks& exit_hooks() { return exit_hooks_; }

  /// Whether C++ looks into the memory of a JavaScript buffer right now, so that no script may run: it could
  /// resize, transfer or detach the buffer, and Node-API can't pin it.
  bool lends_buffers() const { return lent_buffers_ > 0; }

  class buffer_loan {
   public:
    explicit buffer_loan(environment& lender) : lender_(lender) { ++lender_.lent_buffers_; }
    buffer_loan(buffer_loan const&) = delete;
    buffer_loan& operator=(buffer_loan const&) = delete;
    ~buffer_loan() { --lender_.lent_buffers_; }

   private:
    environment& lender_;
  };

 private:
  friend direct_call;

  explicit environment(napi_env env) : lifetime(env) {}

  void finish() {
    auto const keep_until_done = shared_from_this();
    exit_hooks_.end(env(), *this);
    is_ending_ = true;
    if (queue_) queue_->close();
    objects_->finish();
    while (!states_.empty()) states_.pop_back();
    scripts_.clear();
    objects_.reset();
    frame_.reset();
    end();
  }

  detail::exit_hooks exit_hooks_;
  std::optional<frame> frame_;
  std::optional<objects> objects_;
  std::vector<std::unique_ptr<script_functions const>> scripts_;
  exported_structs structs_;
  detail::exported_errors exported_errors_;
  std::vector<std::pair<type_id, std::shared_ptr<void>>> states_;
  call* giving_ = nullptr;
  direct_call* direct_call_ = nullptr;
  std::shared_ptr<js_queue> queue_;
  int lent_buffers_ = 0;
  bool is_ending_ = false;
};

}  // namespace detail
}  // namespace tendon
