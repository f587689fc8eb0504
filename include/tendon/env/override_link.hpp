#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>

#include "../napi/handle_scope.hpp"
#include "environment.hpp"
#include "js_queue.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// While a script calls a method of an object by the function that C++ has for it, be it as `super.name()`:
/// the script has chosen that implementation, and C++ must not look for another one.
class direct_call {
 public:
  direct_call(environment& in, std::int32_t slot, std::string_view name)
      : in_(in),
        slot_(static_cast<std::uint32_t>(slot)),
        name_(name),
        outer_(std::exchange(in.direct_call_, this)) {}
  direct_call(direct_call const&) = delete;
  direct_call& operator=(direct_call const&) = delete;
  ~direct_call() { in_.direct_call_ = outer_; }

  /// Whether it is that method which the script has called; true once for each call.
  static bool take(environment& in, std::uint32_t slot, std::string_view name) {
    auto* const latest = in.direct_call_;
    if (!latest || latest->slot_ != slot || latest->name_ != name) return false;
    latest->slot_ = object_table::none;
    return true;
  }

 private:
  environment& in_;
  std::uint32_t slot_;
  std::string_view name_;
  direct_call* outer_;
};

/// A JavaScript function that overrides a method of C++, and the object it belongs to; nulls when none does.
struct override_function {
  napi_value function = nullptr;
  napi_value receiver = nullptr;
};

/// What a C++ object knows of the JavaScript object that extends it. A copy of the object has none.
class override_link {
 public:
  override_link() = default;
  override_link(override_link const&) {}
  override_link& operator=(override_link const&) { return *this; }

  /// Makes the link, once JavaScript has the object, when a JavaScript class extends that of the object.
  /// JavaScript thread.
  void connect(environment& in, std::uint32_t slot, napi_value receiver) {
    auto const& made_of = in.wrapped_objects().class_at(slot);
    if (!made_of.script.is_extended(receiver, made_of.index)) return;
    auto& entry = in.wrapped_objects().table()[slot];
    entry.is_overridden = true;
    object_ = entry.object;
    slot_ = slot;
    queue_ = in.queue();
    in_ = in.shared_from_this();
  }

  /// Whether there can be overrides. Any thread that was given the object.
  bool is_connected() const { return in_ != nullptr; }

  std::uint32_t slot() const { return slot_; }

  /// What overrides a method now. JavaScript thread, in a handle scope.
  override_function find(environment& in, char const* name) const {
    auto& all = in.wrapped_objects();
    auto const& entry = all.table()[slot_];
    if (entry.state != object_state::live || entry.object != object_) return {};
    if (direct_call::take(in, slot_, name)) return {};
    auto const receiver = all.known_wrapper_of(slot_);
    if (!receiver) return {};
    auto const& made_of = all.class_at(slot_);
    return {made_of.script.find_override(receiver, made_of.index, name), receiver};
  }

  /// Runs a task with the environment on the JavaScript thread: here, or there while this thread waits. Not
  /// at all when the environment is ending or has ended.
  template <class Task>
  void on_js_thread(char const* name, Task const& task) const {
    auto& in = static_cast<environment&>(*in_);
    auto run = [&] {
      if (!in.alive() || in.is_ending()) return;
      handle_scope const scope(in.env());
      task(in);
    };
    if (in.on_js_thread())
      run();
    else
      queue_->run(run, name);
  }

 private:
  std::shared_ptr<lifetime> in_;
  std::shared_ptr<js_queue> queue_;
  void* object_ = nullptr;  ///< as the table knows it
  std::uint32_t slot_ = object_table::none;
};

}  // namespace detail
}  // namespace tendon
