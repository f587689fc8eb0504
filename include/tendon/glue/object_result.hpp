#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

#include "object.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// `this` or an argument of the call whose result is being converted.
inline napi_value kept_value(call const& giving, std::size_t position) {
  return position == signature_description::receiver ? giving.receiver : giving.arguments[position];
}

/// The slot of `this` or of an argument, when it is an object of a wrapped class; else none.
inline std::uint32_t kept_slot(call const& giving, std::size_t position) {
  if (position == signature_description::receiver) return static_cast<std::uint32_t>(giving.receiver_slot);
  auto const* const type = object_class(*giving.signature.parameters[position].type);
  if (!type) return object_table::none;
  auto const& made_of = giving.environment.wrapped_objects().class_of(*type);
  return static_cast<std::uint32_t>(made_of.script.slot_of(giving.arguments[position]));
}

/// Refuses to keep what C++ takes back when the running callback returns.
inline void require_keepable(call const& running) {
  auto& all = running.environment.wrapped_objects();
  for (auto const position : running.signature.kept) {
    auto const slot = kept_slot(running, position);
    if (slot == object_table::none || !all.table().is_lent(slot)) continue;
    if (position == signature_description::receiver)
      throw_invalid_state("The " + all.class_of(*all.table()[slot].type->type).source.name +
                          " is only lent, and can't be kept by another object");
    value(running.env(), running.arguments[position], running.signature.parameters[position].name)
        .invalid("must not be only lent, to be kept by another object");
  }
}

/// Ties an object to what `keeps` names. Returns what its JavaScript object must hold, or null.
inline napi_value tie_kept(call const& giving, std::uint32_t slot) {
  auto const& kept = giving.signature.kept;
  if (kept.empty()) return nullptr;
  auto& table = giving.environment.wrapped_objects().table();
  napi_value held = nullptr;
  check(giving.env(), napi_create_array_with_length(giving.env(), kept.size(), &held));
  for (std::uint32_t i = 0; i < kept.size(); ++i) {
    auto const used = kept_slot(giving, kept[i]);
    if (used != object_table::none && used != slot) table.set_used(slot, used);
    check(giving.env(), napi_set_element(giving.env(), held, i, kept_value(giving, kept[i])));
  }
  return held;
}

/// A method without object as result ties its own object to what `keeps` names.
inline void tie_receiver(call const& running) {
  if (running.signature.kept.empty() || running.receiver_slot < 0 || running.kept_by_result) return;
  auto const slot = static_cast<std::uint32_t>(running.receiver_slot);
  if (auto const held = tie_kept(running, slot)) {
    auto& all = running.environment.wrapped_objects();
    all.class_of(*all.table()[slot].type->type).script.hold(running.receiver, held);
  }
}

/// Gives JavaScript an entry that has no JavaScript object yet, or none any more. The object of a call that
/// defers it is only noted.
inline napi_value give_slot(environment& in, std::uint32_t slot, napi_value owner = nullptr) {
  auto& all = in.wrapped_objects();
  auto* const giving = in.giving();
  auto held = owner;
  if (giving) {
    if (auto const kept = tie_kept(*giving, slot)) held = kept;
    giving->kept_by_result = true;
    if (std::exchange(giving->defers_object, false)) {
      giving->deferred_slot = slot;
      giving->deferred_held = held;
      return nullptr;
    }
  }
  return all.wrapper_of(slot, held);
}

/// Gives JavaScript an object that it shall own; `shared` is the std::shared_ptr<T> that holds it, or null.
/// Owns neither when it throws.
inline napi_value give_owned(environment& in, object_type const& type, void* object, void* shared = nullptr) {
  return give_slot(in, in.wrapped_objects().add(type, object, shared, true));
}

/// Gives what JavaScript already has of an object to `known`; false when it has nothing.
inline bool give_known(environment& in, object_type const& type, void const* object, napi_value& known) {
  auto& all = in.wrapped_objects();
  auto* const giving = in.giving();
  if (giving && giving->object == object && giving->receiver_slot >= 0 &&
      all.table()[static_cast<std::uint32_t>(giving->receiver_slot)].type == &type) {
    giving->defers_object = false;
    giving->gives_receiver = true;
    known = giving->receiver;
    return true;
  }
  auto const slot = all.table().find(type, object);
  if (slot == object_table::none) return false;
  if (giving && giving->signature.constructs)
    throw std::logic_error("a factory gave an object that JavaScript has already, as a new one");
  if (giving) giving->defers_object = false;
  known = give_slot(in, slot);
  return true;
}

[[noreturn]] inline void throw_unowned_reference(environment& in, object_type const& type) {
  auto const& name = in.wrapped_objects().class_of(*type.type).source.name;
  throw std::logic_error(
      "a reference to another " + name +
      " was returned, which nothing keeps alive; say who owns it: owned, copied, borrowed or "
      "unmanaged");
}

/// What is given to a JavaScript function while it is called: it belongs to no result, and objects that are
/// lent count as disposed afterwards.
class lent_objects {
 public:
  explicit lent_objects(environment& in) : in_(in), giving_(in, nullptr), lent_(in.wrapped_objects().lent()) {
    // C++ may call back a million times before its own call ends.
    in.wrapped_objects().sweep_when_due();
  }
  ~lent_objects() { in_.wrapped_objects().end_loans(lent_); }

 private:
  environment& in_;
  environment::giving_scope giving_;
  std::size_t lent_;
};

/// Gives JavaScript a part of `this` or of an argument, which it keeps alive.
inline napi_value give_borrowed(environment& in, object_type const& type, void* object) {
  auto& all = in.wrapped_objects();
  auto const& giving = *in.giving();
  auto const position = giving.signature.borrowed_from;
  auto const owner = kept_slot(giving, position);
  if (owner == object_table::none) throw std::logic_error("borrowed names an argument that is no object");
  auto const slot = all.add(type, object, nullptr, false);
  all.table().set_owner(slot, owner);
  return give_slot(in, slot, kept_value(giving, position));
}

/// Gives a JavaScript function an object for the time of its call.
inline napi_value give_lent(environment& in, object_type const& type, void* object) {
  auto const slot = in.wrapped_objects().add(type, object, nullptr, false);
  in.wrapped_objects().lend(slot);
  return give_slot(in, slot);
}

/// Gives JavaScript an object by reference, as the signature says who owns it. Not for copies.
inline napi_value give_reference(environment& in, object_type const& type, void* object) {
  napi_value known = nullptr;
  if (give_known(in, type, object, known)) return known;
  auto* const giving = in.giving();
  switch (giving ? giving->signature.result_ownership : ownership::automatic) {
    case ownership::owned:
      return give_owned(in, type, object);
    case ownership::borrowed:
      return give_borrowed(in, type, object);
    case ownership::unmanaged:
      return give_slot(in, in.wrapped_objects().add(type, object, nullptr, false));
    default:
      if (giving) throw_unowned_reference(in, type);
      return give_lent(in, type, object);
  }
}

inline bool gives_copies(environment& in) {
  return in.giving() && in.giving()->signature.result_ownership == ownership::copied;
}

/// Gives JavaScript a share of an object: always the same JavaScript object for it.
template <class T>
napi_value give_shared(napi_env env, std::shared_ptr<T> object) {
  auto& in = environment::of(env);
  napi_value known = nullptr;
  if (give_known(in, object_type_of<T>, object.get(), known)) return known;
  auto* const address = object.get();
  auto holder = std::make_unique<std::shared_ptr<T>>(std::move(object));
  auto const slot = in.wrapped_objects().add(object_type_of<T>, address, holder.get(), true);
  holder.release();
  return give_slot(in, slot);
}

/// Gives JavaScript an object of its own.
template <class T>
napi_value give_unique(napi_env env, std::unique_ptr<T> object) {
  auto& in = environment::of(env);
  if constexpr (requires { object->weak_from_this(); })
    return give_shared(env, std::shared_ptr<T>(std::move(object)));
  auto const slot = in.wrapped_objects().add(object_type_of<T>, object.get(), nullptr, true);
  object.release();
  return give_slot(in, slot);
}

/// A share of an argument's object. One that JavaScript owned alone is shared from now on.
template <class T>
std::shared_ptr<T> share_object(value const& from) {
  auto& in = environment::of(from.env());
  auto const slot = usable_object(from, in, object_type_of<T>);
  auto& entry = in.wrapped_objects().table()[slot];
  if (entry.shared) return *static_cast<std::shared_ptr<T>*>(entry.shared);
  if (!entry.owned) from.invalid("must own itself, to be shared with C++");
  auto holder = std::make_unique<std::shared_ptr<T>>();
  holder->reset(static_cast<T*>(entry.object));
  entry.shared = holder.release();
  return *static_cast<std::shared_ptr<T>*>(entry.shared);
}

}  // namespace detail
}  // namespace tendon
