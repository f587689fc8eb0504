#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

#include "native_class.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

enum class object_state : std::uint8_t {
  free,      ///< no object: the slot can be used
  live,      ///< can be used
  disposed,  ///< destroyed, or given to C++; JavaScript may still refer to it
};

/// Ties an object to what it needs. Positions in the table; each has one of its `users`.
struct object_ties {
  std::vector<std::uint32_t> used;  ///< kept alive, and not to be disposed meanwhile
  std::int32_t owner = -1;          ///< what a borrowed object is a part of
};

/// One object that JavaScript can refer to.
struct object_entry {
  void* object = nullptr;
  native_class const* made_of = nullptr;
  std::unique_ptr<std::shared_ptr<void>> shared;  ///< owns the object; null: no std::shared_ptr does
  std::unique_ptr<object_ties> ties;              ///< null: it needs nothing
  std::uint32_t users = 0;                        ///< entries that are tied to this one
  std::uint32_t keepers = 0;                      ///< those that would break if it were disposed
  std::uint32_t pins = 0;                         ///< running calls that use it
  std::uint32_t token = 0;  ///< what tells whether JavaScript can still reach it; see bursts.hpp
  std::uint32_t next = 0;   ///< the next entry of the same token, or the next free slot
  object_state state = object_state::free;
  bool owned = false;          ///< destroyed with the entry
  bool unreachable = false;    ///< no JavaScript object refers to it, but entries or calls may need it
  bool has_wrapper = false;    ///< a JavaScript object was made for it
  bool identified = false;     ///< can come back to JavaScript as the same object
  bool is_single = false;      ///< never collected together with others
  bool reserved = false;       ///< about to be given to C++ by the call that is reading its arguments
  bool lent = false;           ///< C++ takes it back when the running callback returns
  bool is_stuck = false;       ///< noted as one that may be in a circle of ties
  bool is_overridden = false;  ///< C++ calls methods of its JavaScript object

  /// The live object as one of its class or a base of it; null when it is none.
  void* as(type_description const& wanted) const { return made_of->as(object, wanted); }
};

/// The objects of one environment by their slots. It knows nothing of JavaScript: who says which objects are
/// unreachable stands in bursts.hpp. JavaScript thread. Destructors of objects can call back into the table,
/// so no reference into it is held while one runs.
class object_table {
 public:
  static constexpr std::uint32_t none = static_cast<std::uint32_t>(-1);

  bool has(std::int32_t slot) const {
    return slot >= 0 && static_cast<std::size_t>(slot) < entries_.size() &&
           entries_[static_cast<std::size_t>(slot)].state != object_state::free;
  }

  object_entry& operator[](std::uint32_t slot) { return entries_[slot]; }
  object_entry const& operator[](std::uint32_t slot) const { return entries_[slot]; }

  /// `identified`: `find` finds it.
  std::uint32_t add(native_class const& made_of, void* object, std::unique_ptr<std::shared_ptr<void>> shared,
                    bool owned, bool identified) {
    auto const slot = free_ == none ? static_cast<std::uint32_t>(entries_.size()) : free_;
    if (free_ == none)
      entries_.emplace_back();
    else
      free_ = entries_[slot].next;
    auto& entry = entries_[slot];
    entry.object = object;
    entry.made_of = &made_of;
    entry.shared = std::move(shared);
    entry.owned = owned;
    entry.state = object_state::live;
    if (owned) owned_bytes_ += made_of.type.size;
    entry.identified = identified;
    if (identified) for_each_identity(slot, [&](void* address) { identities_.emplace(address, slot); });
    return slot;
  }

  /// The usable entry of an object, given as one of its class or of a base; none when there is none. An
  /// object can stand at the address of another: as its first member, or where one was that is gone.
  std::uint32_t find(type_description const& type, void const* object) const {
    auto const [first, last] = identities_.equal_range(object);
    for (auto at = first; at != last; ++at)
      if (is_usable(at->second) && entries_[at->second].as(type) == object) return at->second;
    return none;
  }

  /// What an object is a part of; none when it stands for itself.
  std::int32_t owner_of(std::uint32_t slot) const {
    auto const& ties = entries_[slot].ties;
    return ties ? ties->owner : -1;
  }

  /// Whether the object can be used, is no part of another and is not about to be given to C++: what most
  /// objects are. `has(slot)` must be true.
  bool is_plainly_usable(std::uint32_t slot) const {
    auto const& entry = entries_[slot];
    return entry.state == object_state::live && !entry.reserved && !entry.ties;
  }

  /// Whether the object and all that it is a part of can be used.
  bool is_usable(std::uint32_t slot) const {
    return !any_whole(slot, [](object_entry const& each) { return each.state != object_state::live; });
  }

  /// Whether the object, or what it is a part of, is about to be given to C++.
  bool is_reserved(std::uint32_t slot) const { return any_whole(slot, &object_entry::reserved); }

  /// Whether the object, or what it is a part of, is only lent to JavaScript.
  bool is_lent(std::uint32_t slot) const { return any_whole(slot, &object_entry::lent); }

  /// Makes an object a part of another.
  void set_owner(std::uint32_t slot, std::uint32_t owner) {
    ties_of(slot).owner = static_cast<std::int32_t>(owner);
    ++entries_[owner].users;
  }

  /// Lets `slot` use another object. Neither that nor what it is a part of can be disposed meanwhile, but for
  /// what `slot` is a part of itself.
  void set_used(std::uint32_t slot, std::uint32_t used) {
    auto& ties = ties_of(slot);
    for (auto const each : ties.used)
      if (each == used) return;
    ties.used.push_back(used);
    ++entries_[used].users;
    for_each_kept(slot, used, [this](std::uint32_t at) { ++entries_[at].keepers; });
  }

  /// Forbids to destroy the object and all that it is a part of.
  void pin(std::uint32_t slot) {
    for_each_whole(slot, [this](std::uint32_t at) { ++entries_[at].pins; });
  }

  /// Undoes one pin; an object that became unreachable meanwhile is destroyed.
  void unpin(std::uint32_t slot) {
    for_each_whole(slot, [this](std::uint32_t at) { --entries_[at].pins; });
    if (entries_[slot].unreachable) free_unneeded(slot);
  }

  /// Destroys the object but keeps its slot, to which JavaScript still refers. What it used may then be
  /// disposed as well.
  void dispose(std::uint32_t slot) { destroy(take(slot)); }

  /// Whether a destructor is running, out of which no exception may come.
  bool is_destroying() const { return destroying_ > 0; }

  /// The same without destroying the object, which C++ has taken over.
  void give_away(std::uint32_t slot) { take(slot); }

  /// Nothing in JavaScript refers to the object any more. It is destroyed by `free_unneeded`.
  void mark_unreachable(std::uint32_t slot) { entries_[slot].unreachable = true; }

  /// Destroys an unreachable object and frees its slot, unless a call uses it or something is tied to it;
  /// then the same for what only it needed. A loop, since chains can be long.
  void free_unneeded(std::uint32_t slot) {
    std::vector<std::uint32_t> left;
    for (;;) {
      auto const& entry = entries_[slot];
      if (entry.unreachable && entry.pins == 0 && entry.state != object_state::free) {
        if (entry.users > 0)
          note_stuck(slot);
        else
          free_entry(slot, left);
      }
      if (left.empty()) return;
      slot = left.back();
      left.pop_back();
    }
  }

  /// Whether unreachable objects were not destroyed since the last search, because they may need each other.
  bool may_have_cycles() const { return !stuck_.empty(); }

  /// Destroys the objects that only each other need; false when there were others. `is_reachable` is asked
  /// about the slots of what unreachable ones need, and may mark them.
  template <class Reachable>
  bool free_cycles(Reachable is_reachable) {
    std::unordered_map<std::uint32_t, std::uint32_t> inner_users;  // of each entry that could be in a cycle
    std::vector<std::uint32_t> found;
    auto const visit = [&](std::uint32_t slot) {
      if (!is_reachable(slot) && inner_users.try_emplace(slot, 0).second) found.push_back(slot);
    };
    for (auto const each : std::exchange(stuck_, {})) {
      entries_[each].is_stuck = false;
      if (entries_[each].unreachable) visit(each);
    }
    for (std::size_t i = 0; i < found.size(); ++i) for_each_needed(found[i], visit);
    for (auto const each : found)
      for_each_needed(each, [&](std::uint32_t needed) {
        if (auto const at = inner_users.find(needed); at != inner_users.end()) ++at->second;
      });
    // What something else needs stays, and all that it needs.
    std::vector<std::uint32_t> needed;
    for (auto const each : found)
      if (entries_[each].pins > 0 || entries_[each].users > inner_users[each]) needed.push_back(each);
    while (!needed.empty()) {
      auto const slot = needed.back();
      needed.pop_back();
      if (inner_users.erase(slot) > 0)
        for_each_needed(slot, [&](std::uint32_t next) { needed.push_back(next); });
    }
    auto const left = std::erase_if(found, [&](std::uint32_t slot) { return !inner_users.contains(slot); });
    free_together(found);
    return left == 0;
  }

  /// At the end of the environment: destroys what only needs each other.
  void dispose_all() {
    for (std::size_t i = 0; i < entries_.size(); ++i)
      if (entries_[i].state == object_state::live) dispose(static_cast<std::uint32_t>(i));
  }

  /// The size of all objects that JavaScript keeps alive.
  std::int64_t owned_bytes() const { return owned_bytes_; }

 private:
  struct taken {
    void* object;
    object_type const* type;
    std::unique_ptr<std::shared_ptr<void>> shared;
    bool owned;
  };

  object_ties& ties_of(std::uint32_t slot) {
    auto& ties = entries_[slot].ties;
    if (!ties) ties = std::make_unique<object_ties>();
    return *ties;
  }

  template <class Action>
  void for_each_whole(std::uint32_t slot, Action action) {
    for (auto at = static_cast<std::int32_t>(slot); at >= 0; at = owner_of(static_cast<std::uint32_t>(at)))
      action(static_cast<std::uint32_t>(at));
  }

  template <class Condition>
  bool any_whole(std::uint32_t slot, Condition condition) const {
    for (auto at = static_cast<std::int32_t>(slot); at >= 0; at = owner_of(static_cast<std::uint32_t>(at)))
      if (std::invoke(condition, entries_[static_cast<std::size_t>(at)])) return true;
    return false;
  }

  bool is_part_of(std::uint32_t slot, std::uint32_t whole) const {
    auto at = static_cast<std::int32_t>(slot);
    while (at >= 0 && static_cast<std::uint32_t>(at) != whole) at = owner_of(static_cast<std::uint32_t>(at));
    return at >= 0;
  }

  /// What `user` keeps from being disposed by using `used`. What both are parts of may go: it takes both
  /// along.
  template <class Action>
  void for_each_kept(std::uint32_t user, std::uint32_t used, Action action) {
    for (auto at = static_cast<std::int32_t>(used); at >= 0; at = owner_of(static_cast<std::uint32_t>(at))) {
      if (is_part_of(user, static_cast<std::uint32_t>(at))) return;
      action(static_cast<std::uint32_t>(at));
    }
  }

  /// Only ties, maybe those of a cycle, keep the entry from being freed.
  void note_stuck(std::uint32_t slot) {
    if (!std::exchange(entries_[slot].is_stuck, true)) stuck_.push_back(slot);
  }

  template <class Action>
  void for_each_needed(std::uint32_t slot, Action action) const {
    auto const& ties = entries_[slot].ties;
    if (!ties) return;
    for (auto const each : ties->used) action(each);
    if (ties->owner >= 0) action(static_cast<std::uint32_t>(ties->owner));
  }

  /// None of them is in reach of what their destructors call.
  void free_together(std::vector<std::uint32_t> const& slots) {
    std::vector<taken> objects;
    for (auto const slot : slots) {
      entries_[slot].unreachable = false;
      if (entries_[slot].state == object_state::live) objects.push_back(take(slot));
    }
    for (auto& each : objects) destroy(std::move(each));
    std::vector<std::uint32_t> left;
    for (auto const slot : slots) untie(slot, left);
    for (auto const slot : slots) clear(slot);
    for (auto const slot : left) free_unneeded(slot);
  }

  void free_entry(std::uint32_t slot, std::vector<std::uint32_t>& left) {
    // No longer found unneeded by what its destructor calls.
    entries_[slot].unreachable = false;
    if (entries_[slot].state == object_state::live) dispose(slot);
    untie(slot, left);
    clear(slot);
  }

  /// The entry needs nothing any more; what it needed is added to `left`.
  void untie(std::uint32_t slot, std::vector<std::uint32_t>& left) {
    auto const first = left.size();
    for_each_needed(slot, [&left](std::uint32_t needed) { left.push_back(needed); });
    for (auto i = first; i < left.size(); ++i) --entries_[left[i]].users;
    entries_[slot].ties.reset();
  }

  /// Makes the slot free. Whether it was noted as stuck stays.
  void clear(std::uint32_t slot) {
    auto const is_stuck = entries_[slot].is_stuck;
    entries_[slot] = {};
    entries_[slot].is_stuck = is_stuck;
    entries_[slot].next = std::exchange(free_, slot);
  }

  taken take(std::uint32_t slot) {
    auto& entry = entries_[slot];
    auto const& type = entry.made_of->type;
    taken result{entry.object, &type, std::move(entry.shared), entry.owned};
    if (entry.owned) owned_bytes_ -= type.size;
    if (entry.identified) forget_identity(slot);
    entry.state = object_state::disposed;
    entry.object = nullptr;
    if (entry.ties)
      for (auto const used : entry.ties->used)
        for_each_kept(slot, used, [this](std::uint32_t at) { --entries_[at].keepers; });
    return result;
  }

  void destroy(taken gone) {
    if (!gone.owned) return;
    ++destroying_;
    if (gone.shared)
      gone.shared.reset();
    else
      gone.type->destroy(gone.object);
    --destroying_;
  }

  /// Calls `action` with each address by which an object is found.
  template <class Action>
  void for_each_identity(std::uint32_t slot, Action const& action) {
    auto const& entry = entries_[slot];
    action(entry.object);
    entry.made_of->for_each_other_address(entry.object, action);
  }

  void forget_identity(std::uint32_t slot) {
    for_each_identity(slot, [&](void* address) {
      auto const [first, last] = identities_.equal_range(address);
      auto const own = std::find_if(first, last, [slot](auto const& each) { return each.second == slot; });
      if (own != last) identities_.erase(own);
    });
  }

  std::vector<object_entry> entries_;
  std::unordered_multimap<void const*, std::uint32_t> identities_;
  std::vector<std::uint32_t> stuck_;  ///< entries that ties kept when they were to be freed
  std::uint32_t free_ = none;
  std::int64_t owned_bytes_ = 0;
  int destroying_ = 0;
};

}  // namespace detail
}  // namespace tendon
