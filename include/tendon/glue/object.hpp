#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <type_traits>

#include "../base/wrapped.hpp"
#include "../caster.hpp"
#include "../env/environment.hpp"
#include "call.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

template <class T>
inline constexpr type_description wrapped_type{.form = type_description::kind::object,
                                               .cpp_name = type_name<T>(),
                                               .fault = described_fault(why_not_plain<T>())};

template <class T>
inline constexpr type_description const* wrapped_parts[] = {&wrapped_type<T>};

template <class T>
void destroy_object([[maybe_unused]] void* object) {
  if constexpr (std::is_destructible_v<T>) std::default_delete<T>()(static_cast<T*>(object));
}

template <class T>
std::shared_ptr<void> share_object_of([[maybe_unused]] void* object) {
  if constexpr (std::is_destructible_v<T>)
    return std::shared_ptr<T>(static_cast<T*>(object));
  else
    return nullptr;
}

template <class T>
constexpr auto copier_of() -> void* (*)(void const*) {
  if constexpr (std::is_copy_constructible_v<T>)
    return [](void const* object) -> void* { return new T(*static_cast<T const*>(object)); };
  else
    return nullptr;
}

template <wrappable T>
inline constexpr object_type object_type_of{.type = &wrapped_type<T>,
                                            .size = sizeof(T),
                                            .has_virtual_destructor = std::has_virtual_destructor_v<T>,
                                            .shares_itself = requires(T & object){object.weak_from_this();
}
, .destroy = &destroy_object<T>, .share = &share_object_of<T>, .copy = copier_of<T>()
};

[[noreturn]] inline void throw_invalid_state(std::string message) {
  throw conversion_error(conversion_error::kind::type, "ERR_INVALID_STATE", std::move(message));
}

/// The slot of an argument that must be a usable object of that class. Pinned until the running call is over.
inline std::uint32_t usable_object(value const& from, environment& in, object_type const& wanted) {
  auto& all = in.wrapped_objects();
  auto const& made_of = all.class_of(*wanted.type);
  auto const slot = made_of.script.slot_of(from.handle());
  auto& table = all.table();
  auto const index = static_cast<std::uint32_t>(slot);
  if (!table.has(slot) || !table[index].made_of->is(*wanted.type))
    from.wrong_type("an instance of " + made_of.source.name);
  if (table[index].state != object_state::live) from.invalid("must not be disposed");
  if (!table.is_usable(index)) from.invalid("must not belong to a disposed object");
  if (table[index].reserved) from.invalid("must not be given to C++ twice");
  if (table.is_reserved(index)) from.invalid("must not belong to an object that is being given to C++");
  return index;
}

inline void* pinned_object(value const& from, object_type const& wanted) {
  auto& in = environment::of(from.env());
  auto const slot = usable_object(from, in, wanted);
  in.wrapped_objects().pin(slot);
  return in.wrapped_objects().table()[slot].as(*wanted.type);
}

/// The object of a slot as one of that class, when it can be used and is one; else null.
inline void* usable_slot(object_table const& table, std::int32_t slot, type_description const& wanted) {
  auto const index = static_cast<std::uint32_t>(slot);
  if (!table.has(slot)) return nullptr;
  if (!table.is_plainly_usable(index) && (table.is_reserved(index) || !table.is_usable(index)))
    return nullptr;
  return table[index].as(wanted);
}

/// The same, pinned until the running call is over.
inline void* pinned_slot(objects& all, std::int32_t slot, type_description const& wanted) {
  auto* const object = usable_slot(all.table(), slot, wanted);
  if (object) all.pin(static_cast<std::uint32_t>(slot));
  return object;
}

/// Pins an object of a call that pins nothing else.
class object_pin {
 public:
  object_pin(object_table& table, std::uint32_t slot) : table_(table), slot_(slot) { table_.pin(slot); }
  object_pin(object_pin const&) = delete;
  object_pin& operator=(object_pin const&) = delete;
  ~object_pin() { end(); }

  /// Whether the object may be destroyed when the pin ends.
  bool is_last_need() const { return table_[slot_].unreachable; }

  void end() {
    if (std::exchange(is_pinned_, false)) table_.unpin(slot_);
  }

 private:
  object_table& table_;
  std::uint32_t slot_;
  bool is_pinned_ = true;
};

/// The object of a slot that a stub has left in the frame; null for -1 too.
inline void* object_from_wire(wire_reader& from, object_type const& wanted, bool nullable) {
  auto const slot = from.next_integer();
  if (nullable && slot == -1) return nullptr;
  auto* const object = pinned_slot(from.environment().wrapped_objects(), slot, *wanted.type);
  from.decline_if(!object);
  return object;
}

/// Says why a member can't be called on its receiver.
[[noreturn]] inline void throw_bad_receiver(call const& running, type_description const& type) {
  auto& all = running.environment.wrapped_objects();
  auto const& table = all.table();
  auto const slot = running.receiver_slot;
  auto const index = static_cast<std::uint32_t>(slot);
  if (!table.has(slot) || !table[index].made_of->is(type))
    throw conversion_error(conversion_error::kind::type, "ERR_INVALID_THIS",
                           "It must be called on an instance of " + all.class_of(type).source.name +
                               ". Received " + received(running.env(), running.receiver));
  auto const& name = all.class_at(index).source.name;
  if (table[index].state != object_state::live) throw_invalid_state("The " + name + " is disposed");
  if (!table.is_usable(index)) throw_invalid_state("The " + name + " belongs to a disposed object");
  throw_invalid_state("The " + name + (table[index].reserved ? " is" : " belongs to an object that is") +
                      " being given to C++");
}

/// Finds the object that a member is called on and pins it. Only when all arguments are read: reading them
/// can run JavaScript, in a stub even before C++ is entered. False when a stub has to give way.
inline bool find_receiver(call& running) {
  if (!running.receiver_type) return true;
  running.object =
      pinned_slot(running.environment.wrapped_objects(), running.receiver_slot, *running.receiver_type);
  if (running.object) return true;
  if (running.receiver) throw_bad_receiver(running, *running.receiver_type);
  running.reader->decline();
  return false;
}

/// Refuses to destroy an object that something else in C++ still needs.
inline void require_unneeded(object_entry const& entry, std::string const& name) {
  if (entry.pins > 0) throw_invalid_state("The " + name + " is in use by a running call");
  if (entry.keepers > 0) throw_invalid_state("The " + name + " is still used by another object");
}

/// `object[Symbol.dispose]()`: destroys the object now. A second time does nothing.
inline void dispose_object(call& running) {
  auto& all = running.environment.wrapped_objects();
  auto& table = all.table();
  auto const& type = *running.signature.receiver_type;
  auto const slot = running.receiver_slot;
  auto const index = static_cast<std::uint32_t>(slot);
  if (!table.has(slot) || !table[index].made_of->is(type)) throw_bad_receiver(running, type);
  auto const& entry = table[index];
  if (entry.state != object_state::live) return;
  require_unneeded(entry, all.class_at(index).source.name);
  if (entry.reserved) throw_bad_receiver(running, type);
  table.dispose(index);
}

inline signature_description dispose_signature(type_description const& type) {
  signature_description made;
  made.result = &type_of<void>;
  made.receiver_type = &type;
  made.invoke = &dispose_object;
  return made;
}

/// Takes the object of a reserved slot out of JavaScript's hands, as one of that class; null for none.
inline void* take_reserved_object(environment& in, type_description const& wanted) {
  auto& all = in.wrapped_objects();
  auto const slot = all.take_reserved();
  if (slot == object_table::none) return nullptr;
  auto* const object = all.table()[slot].as(wanted);
  all.table().give_away(slot);
  return object;
}

/// Notes that an argument gives its object to C++, which must be free to go. Nothing moves before all
/// arguments are read.
inline void reserve_object(value const& from, object_type const& wanted) {
  auto& in = environment::of(from.env());
  auto& all = in.wrapped_objects();
  if (from.is_nullish()) return all.reserve(object_table::none);
  auto const slot = usable_object(from, in, wanted);
  auto const& entry = all.table()[slot];
  if (!entry.owned || entry.shared) from.invalid("must be owned by JavaScript alone, to be given to C++");
  if (entry.pins > 0) from.invalid("must not be in use, to be given to C++");
  if (entry.keepers > 0) from.invalid("must not be used by another object, to be given to C++");
  if (entry.is_overridden) from.invalid("must not be extended by JavaScript, to be given to C++ alone");
  if (&entry.made_of->type != &wanted && !wanted.has_virtual_destructor)
    from.invalid("must not extend " + all.class_of(*wanted.type).source.name +
                 ", whose destructor is not virtual, to be given to C++");
  all.reserve(slot);
}

}  // namespace detail
}  // namespace tendon
