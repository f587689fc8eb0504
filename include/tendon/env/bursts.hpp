#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "../describe/class_script.hpp"
#include "../napi/handle_scope.hpp"
#include "../napi/lifetime.hpp"
#include "../napi/status.hpp"
#include "frame.hpp"
#include "object_table.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// Finds out which objects JavaScript can no longer reach.
///
/// A weak reference per object is dear, and its finalizer waits for the event loop, so that a long
/// synchronous loop would pile up dead objects. So objects that are created in quick succession, a burst,
/// share a token: an empty JavaScript object that each holds in a private field, with one weak reference to
/// it. Whenever the number of tokens has doubled, a sweep asks each of them. Between loops the finalizers of
/// tokens do the work.
///
/// A burst ends with the synchronous turn of JavaScript in which it began. The first objects of a turn stand
/// for themselves: a few objects are collected one by one. A living object delays its dead siblings, so
/// bursts shrink when many of them survive. JavaScript thread.
class bursts {
 public:
  bursts(lifetime& owner, object_table& table, frame const& shared)
      : owner_(owner), table_(table), frame_(shared) {}
  bursts(bursts const&) = delete;
  bursts& operator=(bursts const&) = delete;

  /// An object that is tracked by itself; its JavaScript object must be given to `track` next.
  void add_single(std::uint32_t slot) { table_[slot].token = add_token(slot); }

  /// The JavaScript object of an entry is dead, and it gets another one.
  void replace_single(std::uint32_t slot) {
    auto const old = table_[slot].token;
    if (!tokens_[old].is_free && tokens_[old].first == slot) {
      forget(old);
      return;
    }
    add_single(slot);
  }

  /// The JavaScript object of an entry could not be made: nothing else will find out that it is dead.
  void abandon(std::uint32_t slot) {
    auto const index = table_[slot].token;
    if (!tokens_[index].is_free && tokens_[index].first == slot && !tokens_[index].weak) release(index);
  }

  /// Watches the JavaScript object of an entry that stands for itself; replaces one that is dead.
  void track(std::uint32_t slot, napi_value object) { watch(table_[slot].token, object); }

  /// The JavaScript object of an entry that stands for itself; null when it is dead.
  napi_value tracked(std::uint32_t slot) const {
    napi_value result = nullptr;
    auto const weak = tokens_[table_[slot].token].weak;
    if (weak) check(env(), napi_get_reference_value(env(), weak, &result));
    return result;
  }

  /// Whether the next object would be tracked by itself.
  bool is_single_next() {
    begin_turn();
    return made_in_turn_ < singles_per_turn;
  }

  /// How a new object of a class that bears it is held by the script that stamps it. By a new token, when
  /// `token` is set: the object that JavaScript must hold.
  holding add(std::uint32_t slot, void const* script, napi_value& token) {
    begin_turn();
    if (++made_in_turn_ <= singles_per_turn) {
      add_single(slot);
      return holding::by_itself;
    }
    // A stack overflow can keep the script from taking a token.
    if (left_in_burst_ > 0 && script == script_ && frame_.held_token() == number_) {
      --left_in_burst_;
      table_[slot].token = current_;
      table_[slot].next = std::exchange(tokens_[current_].first, slot);
      return holding::by_current_token;
    }
    check(env(), napi_create_object(env(), &token));
    current_ = add_token(slot);
    watch(current_, token);
    table_[slot].token = current_;
    left_in_burst_ = burst_length_ - 1;
    script_ = script;
    number_ = number_ < most_number ? number_ + 1 : first_number;
    return static_cast<holding>(number_);
  }

  /// Destroys the objects that are unreachable, when enough were made since the last time. Must not be called
  /// while a call holds what it has not pinned.
  void sweep_when_due() {
    if (tokens_.size() - free_count_ >= next_sweep_)
      sweep();
    else
      free_cycles();
  }

  /// The end of the environment: all objects are destroyed, those that others need after them.
  void finish() {
    for (auto& each : tokens_) forget(each.weak);
    forget(next_collection_);
    is_finished_ = true;
    for (std::size_t i = 0; i < tokens_.size(); ++i)
      if (!tokens_[i].is_free) release(static_cast<std::uint32_t>(i));
    table_.dispose_all();
  }

 private:
  static constexpr std::uint32_t none = object_table::none;
  static constexpr std::uint32_t singles_per_turn = 16;
  static constexpr std::uint32_t least_burst = 4;
  static constexpr std::uint32_t most_burst = 64;
  static constexpr std::size_t least_sweep = 256;
  static constexpr auto first_number = static_cast<std::int32_t>(holding::by_new_token);
  static constexpr std::int32_t most_number = 1 << 30;

  struct token {
    napi_ref weak = nullptr;
    std::uint32_t first = none;  ///< the objects that it stands for, linked by `next`; or the next free token
    bool is_free = false;
  };

  napi_env env() const { return owner_.env(); }

  void begin_turn() {
    if (turn_ == frame_.turn()) return;
    turn_ = frame_.turn();
    made_in_turn_ = 0;
    left_in_burst_ = 0;
  }

  std::uint32_t add_token(std::uint32_t first) {
    table_[first].next = none;
    std::uint32_t index = free_;
    if (index == none) {
      index = static_cast<std::uint32_t>(tokens_.size());
      tokens_.emplace_back();
    } else {
      free_ = tokens_[index].first;
      --free_count_;
    }
    tokens_[index] = {nullptr, first, false};
    return index;
  }

  void watch(std::uint32_t index, napi_value object) {
    forget(index);
    auto const finalize = [](napi_env, void* data, void* hint) {
      static_cast<bursts*>(hint)->release(static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(data)));
    };
    auto* const data = reinterpret_cast<void*>(static_cast<std::uintptr_t>(index));
    check(env(), napi_add_finalizer(env(), object, data, finalize, this, &tokens_[index].weak));
  }

  /// Its finalizer will not run any more.
  void forget(std::uint32_t index) { forget(tokens_[index].weak); }

  void forget(napi_ref& weak) {
    if (auto const known = std::exchange(weak, nullptr)) napi_delete_reference(env(), known);
  }

  /// The objects of a token are unreachable.
  void release(std::uint32_t index) {
    std::vector<std::uint32_t> slots;
    detach(index, slots);
    free_unneeded(slots);
  }

  /// Ends a token and marks its objects, which are added to `slots`. Runs no destructor.
  void detach(std::uint32_t index, std::vector<std::uint32_t>& slots) {
    forget(index);
    for (auto slot = tokens_[index].first; slot != none; slot = table_[slot].next) {
      table_.mark_unreachable(slot);
      slots.push_back(slot);
    }
    tokens_[index] = {nullptr, std::exchange(free_, index), true};
    ++free_count_;
  }

  /// Destructors can call JavaScript, which can make objects and tokens.
  void free_unneeded(std::vector<std::uint32_t> const& slots) {
    for (auto const slot : slots) table_.free_unneeded(slot);
    free_cycles();
  }

  /// Destroys unreachable objects that keep each other. What a cycle needs is asked whether it is dead, since
  /// its references die together, but their finalizers run one after the other. After a search that was
  /// partly in vain the next one waits for the garbage collector, so that searches cost no more than it does.
  void free_cycles() {
    if (!table_.may_have_cycles() || next_collection_ || is_finished_) return;
    handle_scope const scope(env());
    std::vector<std::uint32_t> slots;
    auto const found_all = table_.free_cycles([&](std::uint32_t slot) {
      if (table_[slot].unreachable) return false;
      auto const index = table_[slot].token;
      if (tokens_[index].is_free || !is_dead(tokens_[index])) return true;
      detach(index, slots);
      return !table_[slot].unreachable;
    });
    for (auto const slot : slots) table_.free_unneeded(slot);
    if (!found_all) await_collection();
  }

  /// An object that nothing refers to is finalized by the next collection.
  void await_collection() {
    if (next_collection_) return;
    napi_value object = nullptr;
    auto const finalize = [](napi_env, void* self, void*) {
      auto& all = *static_cast<bursts*>(self);
      all.forget(all.next_collection_);
      all.free_cycles();
    };
    check(env(), napi_create_object(env(), &object));
    check(env(), napi_add_finalizer(env(), object, this, finalize, nullptr, &next_collection_));
  }

  bool is_dead(token const& each) const {
    napi_value object = nullptr;
    return each.weak && napi_get_reference_value(env(), each.weak, &object) == napi_ok && !object;
  }

  void sweep() {
    std::vector<std::uint32_t> dead;
    auto const count = tokens_.size();
    for_each_index(env(), count, [&](std::size_t i) {
      if (!tokens_[i].is_free && is_dead(tokens_[i])) dead.push_back(static_cast<std::uint32_t>(i));
    });
    auto const living = count - free_count_ - dead.size();
    adapt(living, dead.size());
    next_sweep_ = std::max(least_sweep, 2 * living);
    // Before anything is destroyed: destructors can make objects, and the tokens of those are new.
    std::vector<std::uint32_t> slots;
    for (auto const each : dead) detach(each, slots);
    free_unneeded(slots);
  }

  void adapt(std::size_t living, std::size_t dead) {
    if (living > dead / 4)
      burst_length_ = std::max(least_burst, burst_length_ / 2);
    else if (living < dead / 16)
      burst_length_ = std::min(most_burst, burst_length_ * 2);
  }

  lifetime& owner_;
  object_table& table_;
  frame const& frame_;
  napi_ref next_collection_ = nullptr;  ///< while a search for cycles waits for it
  bool is_finished_ = false;            ///< no reference is read or made any more
  std::vector<token> tokens_;
  std::uint32_t free_ = none;
  std::size_t free_count_ = 0;
  std::size_t next_sweep_ = least_sweep;
  std::int32_t turn_ = -1;
  std::uint32_t made_in_turn_ = 0;
  std::uint32_t left_in_burst_ = 0;
  std::uint32_t burst_length_ = 16;
  std::uint32_t current_ = 0;
  void const* script_ = nullptr;        ///< which script holds the current token
  std::int32_t number_ = first_number;  ///< of the current token
};

}  // namespace detail
}  // namespace tendon
