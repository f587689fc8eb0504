#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

#include "../napi/reference.hpp"
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
      throw_invalid_state("The " + all.class_at(slot).source.name +
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
    all.class_at(slot).script.hold(running.receiver, held);
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

/// Whether that is the object that a method is called on.
inline bool is_receiver(call_target const& giving, type_description const& type, void const* object) {
  if (!giving.object || giving.receiver_slot < 0) return false;
  auto const& table = giving.environment.wrapped_objects().table();
  return table[static_cast<std::uint32_t>(giving.receiver_slot)].as(type) == object;
}

/// What an object really is. What a constructor makes is of its class.
inline classed_object really(environment& in, object_type const& type, void* object) {
  classed_object const known{&in.wrapped_objects().class_of(*type.type), object};
  auto* const giving = in.giving();
  return giving && giving->signature.constructs ? known : most_derived(known);
}

/// Gives JavaScript an object that it shall own.
inline napi_value give_owned(environment& in, classed_object given) {
  auto const& type = given.made_of->type;
  std::unique_ptr<void, void (*)(void*)> owner(given.object, type.destroy);
  std::unique_ptr<std::shared_ptr<void>> shared;
  if (type.shares_itself) {
    shared = std::make_unique<std::shared_ptr<void>>();
    *shared = type.share(owner.release());
  }
  auto const slot = in.wrapped_objects().add(given, std::move(shared), true);
  (void)owner.release();
  return give_slot(in, slot);
}

/// Gives what JavaScript already has of an object to `known`. False when it has nothing, and `real` is what
/// the object really is, which no entry knew.
inline bool give_known(environment& in, object_type const& type, void* object, napi_value& known,
                       classed_object& real) {
  auto* const giving = in.giving();
  if (giving && is_receiver(*giving, *type.type, object)) {
    giving->defers_object = false;
    giving->gives_receiver = true;
    known = giving->receiver;
    return true;
  }
  auto const& table = in.wrapped_objects().table();
  auto slot = table.find(*type.type, object);
  if (slot == object_table::none) {
    real = really(in, type, object);
    if (real.object != object) slot = table.find(*real.made_of->type.type, real.object);
  }
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
inline napi_value give_borrowed(environment& in, classed_object part) {
  auto& all = in.wrapped_objects();
  auto const& giving = *in.giving();
  auto const position = giving.signature.borrowed_from;
  auto const owner = kept_slot(giving, position);
  if (owner == object_table::none) throw std::logic_error("borrowed names an argument that is no object");
  auto const slot = all.add(part, nullptr, false);
  all.table().set_owner(slot, owner);
  return give_slot(in, slot, kept_value(giving, position));
}

/// Gives a JavaScript function an object for the time of its call.
inline napi_value give_lent(environment& in, classed_object given) {
  auto const slot = in.wrapped_objects().add(given, nullptr, false);
  in.wrapped_objects().lend(slot);
  return give_slot(in, slot);
}

/// Gives JavaScript an object by reference, as the signature says who owns it. Not for copies.
inline napi_value give_reference(environment& in, object_type const& type, void* object) {
  napi_value known = nullptr;
  classed_object real{};
  if (give_known(in, type, object, known, real)) return known;
  auto* const giving = in.giving();
  switch (giving ? giving->signature.result_ownership : ownership::automatic) {
    case ownership::owned:
      return give_owned(in, real);
    case ownership::borrowed:
      return give_borrowed(in, real);
    case ownership::unmanaged:
      return give_slot(in, in.wrapped_objects().add(real, nullptr, false));
    default:
      if (giving) throw_unowned_reference(in, type);
      return give_lent(in, real);
  }
}

inline bool gives_copies(environment& in) {
  return in.giving() && in.giving()->signature.result_ownership == ownership::copied;
}

/// Whether objects that C++ knows as those of T may be copied: an abstract class leaves that to what extends
/// it.
template <class T>
concept copyable_object = std::is_copy_constructible_v<T> || std::is_abstract_v<T>;

/// Gives JavaScript a copy of an object, of the class that it really is of.
inline napi_value give_copy(environment& in, object_type const& type, void const* object) {
  auto const real = really(in, type, const_cast<void*>(object));
  auto const copy = real.made_of->type.copy;
  if (!copy)
    throw std::logic_error("a " + in.wrapped_objects().source_of(*real.made_of).name + " can't be copied");
  return give_owned(in, {real.made_of, copy(real.object)});
}

/// Gives JavaScript a share of an object: always the same JavaScript object for it.
template <class T>
napi_value give_shared(napi_env env, std::shared_ptr<T> object) {
  auto& in = environment::of(env);
  napi_value known = nullptr;
  classed_object real{};
  if (give_known(in, object_type_of<T>, object.get(), known, real)) return known;
  auto shared = std::make_unique<std::shared_ptr<void>>(std::move(object));
  return give_slot(in, in.wrapped_objects().add(real, std::move(shared), true));
}

/// Gives JavaScript an object of its own.
template <class T>
napi_value give_unique(napi_env env, std::unique_ptr<T> object) {
  auto& in = environment::of(env);
  auto const real = really(in, object_type_of<T>, object.get());
  object.release();
  return give_owned(in, real);
}

/// A share of an object whose JavaScript object must live on, since C++ calls its methods.
struct overridden_share {
  overridden_share(std::shared_ptr<void> of, reference called)
      : object(std::move(of)), caller(std::move(called)) {}

  std::shared_ptr<void> object;
  reference caller;
};

/// A share of an argument's object. One that JavaScript owned alone is shared from now on.
template <class T>
std::shared_ptr<T> share_object(value const& from) {
  auto& in = environment::of(from.env());
  auto const slot = usable_object(from, in, object_type_of<T>);
  auto& entry = in.wrapped_objects().table()[slot];
  if (!entry.shared) {
    if (!entry.owned) from.invalid("must own itself, to be shared with C++");
    auto shared = std::make_unique<std::shared_ptr<void>>();
    *shared = entry.made_of->type.share(entry.object);
    entry.shared = std::move(shared);
  }
  auto* const object = static_cast<T*>(entry.as(wrapped_type<T>));
  if (!entry.is_overridden) return {*entry.shared, object};
  return {std::make_shared<overridden_share>(*entry.shared, reference(in.shared_from_this(), from.handle())),
          object};
}

}  // namespace detail
}  // namespace tendon
