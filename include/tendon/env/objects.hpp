#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "../describe/hierarchy.hpp"
#include "bursts.hpp"
#include "object_table.hpp"
#include "script_functions.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// A wrapped class in one environment.
struct wrapped_class : native_class {
  wrapped_class(class_description const& described, script_functions const& made_by, std::uint32_t at)
      : native_class(*described.objects), source(described), script(made_by), index(at) {}

  class_description const& source;
  script_functions const& script;
  std::uint32_t index;  ///< among the classes of its addon
};

/// The wrapped classes of one environment and their objects: who owns them, which JavaScript object stands
/// for them, and what the running calls do with them. JavaScript thread.
class objects {
 public:
  static constexpr std::uint32_t none = object_table::none;

  objects(lifetime& owner, frame const& shared)
      : owner_(owner), frame_(shared), bursts_(owner, table_, shared) {}

  /// Adds the classes of an addon, which the script has made.
  void add_classes(description const& addon, script_functions const& script) {
    std::vector<wrapped_class*> added;
    for (auto const i : classes_in_order(addon)) {
      auto const& each = addon.classes[i];
      auto const [at, is_new] = classes_.try_emplace(each.type, each, script, static_cast<std::uint32_t>(i));
      if (!is_new) continue;
      link_bases(at->second);
      added.push_back(&at->second);
    }
    for (auto* const each : added)
      if (each->source.tag.down) link_tag(*each);
  }

  wrapped_class const& class_of(type_description const& type) const {
    if (latest_ && latest_->source.type == &type) return *latest_;
    auto const found = classes_.find(&type);
    if (found == classes_.end())
      throw std::logic_error("the class \"" + std::string(type.cpp_name) +
                             "\" is not wrapped in this environment");
    latest_ = &found->second;
    return found->second;
  }

  /// The class of the object in a slot.
  wrapped_class const& class_at(std::uint32_t slot) const {
    return static_cast<wrapped_class const&>(*table_[slot].made_of);
  }

  /// What the block says of a class.
  static class_description const& source_of(native_class const& made_of) {
    return static_cast<wrapped_class const&>(made_of).source;
  }

  object_table& table() { return table_; }
  frame const& shared_frame() const { return frame_; }

  /// Forbids to destroy an object until the running call is over.
  void pin(std::uint32_t slot) {
    table_.pin(slot);
    pinned_.push_back(slot);
  }

  /// An argument gives this object to C++: noted now, taken when all arguments are read. None is a null
  /// pointer.
  void reserve(std::uint32_t slot) {
    if (slot != none) table_[slot].reserved = true;
    reserved_.push_back(slot);
  }

  /// The next slot that an argument of the running call gives to C++, in the order in which they were read.
  std::uint32_t take_reserved() {
    auto const slot = reserved_[next_reserved_++];
    if (slot != none) table_[slot].reserved = false;
    return slot;
  }

  /// What one call pins and reserves; undone when it is over.
  class call_scope {
   public:
    explicit call_scope(objects& all)
        : all_(all),
          pinned_(all.pinned_.size()),
          reserved_(all.reserved_.size()),
          outer_next_(std::exchange(all.next_reserved_, all.reserved_.size())) {}
    call_scope(call_scope const&) = delete;
    call_scope& operator=(call_scope const&) = delete;
    ~call_scope() {
      if (all_.reserved_.size() > reserved_) all_.drop_reserved(reserved_);
      all_.next_reserved_ = outer_next_;
      while (all_.pinned_.size() > pinned_) all_.unpin_last();
    }

   private:
    objects& all_;
    std::size_t pinned_;
    std::size_t reserved_;
    std::size_t outer_next_;
  };

  /// Destroys what is unreachable, when much was made since the last time. At the end of a call, when C++
  /// looks at nothing any more.
  void sweep_when_due() { bursts_.sweep_when_due(); }

  /// Adds an object to the table. It needs a JavaScript object next: by `stamp_next` or `wrapper_of`.
  std::uint32_t add(classed_object added, std::unique_ptr<std::shared_ptr<void>> shared, bool owned) {
    report_size();
    auto const& source = source_of(*added.made_of);
    auto const slot = table_.add(*added.made_of, added.object, std::move(shared), owned, source.identified);
    table_[slot].is_single = source.prompt || source.identified;
    return slot;
  }

  /// Lets the script make the JavaScript object of a new entry, which holds `held` (or nothing): it is told
  /// by the header of the frame. `receiver` is the object of a constructor, or null for one that is yet to be
  /// made. Nothing else may run before the script has done so. Returns what the object must hold; or false
  /// when the object can't be left to the script.
  bool leave_to_script(std::uint32_t slot, napi_value receiver, napi_value& held) {
    if (!receiver && (stands_for_itself(slot, held) || bursts_.is_single_next())) return false;
    auto const how = prepare(slot, held);
    if (how == holding::by_itself) bursts_.track(slot, receiver);
    return true;
  }

  /// The JavaScript object of an entry: the one it has, or a new one that keeps `held` alive.
  napi_value wrapper_of(std::uint32_t slot, napi_value held) {
    if (auto const known = known_wrapper_of(slot)) return known;
    auto const& made_of = class_at(slot);
    auto const how = prepare(slot, held);
    try {
      auto const result = made_of.script.adopt(made_of.index, held);
      if (how == holding::by_itself) bursts_.track(slot, result);
      return result;
    } catch (js_error const&) {
      bursts_.abandon(slot);
      throw;
    }
  }

  /// The JavaScript object of an entry that stands for itself; null when it is gone.
  napi_value known_wrapper_of(std::uint32_t slot) const {
    auto const& entry = table_[slot];
    return entry.has_wrapper && !entry.unreachable ? bursts_.tracked(slot) : nullptr;
  }

  /// Notes that an object is only lent to JavaScript.
  void lend(std::uint32_t slot) {
    table_.pin(slot);
    table_[slot].lent = true;
    lent_.push_back(slot);
  }
  std::size_t lent() const { return lent_.size(); }

  /// Takes back what was lent since there were `left`.
  void end_loans(std::size_t left) {
    while (lent_.size() > left) {
      auto const slot = lent_.back();
      lent_.pop_back();
      table_.give_away(slot);
      table_.unpin(slot);
    }
  }

  /// Ends the environment: all objects are destroyed.
  void finish() { bursts_.finish(); }

 private:
  void link_bases(wrapped_class& added) {
    for (auto const& each : added.source.bases) {
      auto& base = classes_.at(each.type);
      added.add({&base, each.offset, each.up});
      if (each.down) base.extended_by.push_back({&added, each.down, nullptr, &base});
    }
  }

  /// Its objects can be found by all that have tags and that it extends.
  void link_tag(wrapped_class& added) {
    auto const& tag = added.source.tag;
    auto const& from = classes_.at(tag.from);
    for (auto& [type, each] : classes_)
      if (&each != &added && added.is(*type) && each.is(*tag.from))
        each.extended_by.push_back({&added, tag.down, tag.value.get(), &from});
  }

  bool stands_for_itself(std::uint32_t slot, napi_value held) const {
    auto const& entry = table_[slot];
    return entry.is_single || entry.ties || held;
  }

  /// Decides how JavaScript holds an object that is about to be stamped.
  holding prepare(std::uint32_t slot, napi_value& held) {
    auto& entry = table_[slot];
    auto how = holding::by_itself;
    if (std::exchange(entry.has_wrapper, true))
      bursts_.replace_single(slot);
    else if (stands_for_itself(slot, held))
      bursts_.add_single(slot);
    else
      how = bursts_.add(slot, &class_at(slot).script, held);
    entry.unreachable = false;
    frame_.set_stamp(slot, how, class_at(slot).index);
    return how;
  }

  void drop_reserved(std::size_t left) {
    for (auto i = next_reserved_; i < reserved_.size(); ++i)
      if (reserved_[i] != none) table_[reserved_[i]].reserved = false;
    reserved_.resize(left);
  }

  void unpin_last() {
    auto const slot = pinned_.back();
    pinned_.pop_back();
    table_.unpin(slot);
  }

  /// Tells the garbage collector how much memory its objects stand for, in steps, since telling is not free.
  void report_size() {
    constexpr std::int64_t step = 65536;
    auto const change = table_.owned_bytes() - reported_;
    if (change < step && change > -step) return;
    std::int64_t total = 0;
    check(owner_.env(), napi_adjust_external_memory(owner_.env(), change, &total));
    reported_ += change;
  }

  lifetime& owner_;
  frame const& frame_;
  object_table table_;
  bursts bursts_;
  std::unordered_map<type_description const*, wrapped_class> classes_;  ///< each stays where it is
  mutable wrapped_class const* latest_ = nullptr;                       ///< the one that was looked up last
  std::vector<std::uint32_t> pinned_;
  std::vector<std::uint32_t> reserved_;
  std::vector<std::uint32_t> lent_;
  std::size_t next_reserved_ = 0;
  std::int64_t reported_ = 0;
};

}  // namespace detail
}  // namespace tendon
