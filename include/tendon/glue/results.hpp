#pragma once

#include <string_view>
#include <type_traits>
#include <utility>

#include "../caster.hpp"
#include "../napi/undefined.hpp"
#include "call.hpp"
#include "callable.hpp"
#include "object_result.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

template <class Result>
concept result_reference = std::is_lvalue_reference_v<Result> && wrapped_by_value<bare<Result>>;

/// Whether objects of wrapped classes are made for a result, so that they must know the call.
template <class Result>
consteval bool gives_objects() {
  return any_part(type_of<bare<Result>>,
                  [](type_description const& part) { return part.form == type_description::kind::object; });
}

/// A reference to a wrapped object. Without a word about who owns it, it is the object of the method itself,
/// or a const one is copied.
template <class T>
napi_value reference_to_js(call& to, T& result) {
  using object = std::remove_const_t<T>;
  auto const word = to.signature.result_ownership;
  auto const copies = word == ownership::copied || (word == ownership::automatic && std::is_const_v<T> &&
                                                    !is_receiver(to, wrapped_type<object>, &result));
  if constexpr (copyable_object<object>)
    if (copies) return give_copy(to.environment, object_type_of<object>, &result);
  return give_reference(to.environment, object_type_of<object>, const_cast<object*>(&result));
}

/// A result that is no reference to an object. A caster that makes something with a name takes the name too.
template <class Result, class Call, class Given>
napi_value plain_result_to_js(Call& to, Given&& result) {
  if constexpr (requires { caster<bare<Result>>::to_js(to.env(), result, std::string_view()); })
    return caster<bare<Result>>::to_js(to.env(), std::forward<Given>(result), to.signature.result_name);
  else
    return caster<bare<Result>>::to_js(to.env(), std::forward<Given>(result));
}

template <class Result, class Given>
napi_value result_to_js(call& to, Given&& result) {
  if constexpr (result_reference<Result>) {
    return reference_to_js(to, result);
  } else {
    if constexpr (type_of<bare<Result>>.form == type_description::kind::pointer)
      if (to.signature.nullable && !result) return null_of(to.env());
    return plain_result_to_js<Result>(to, std::forward<Given>(result));
  }
}

/// Whether a stub finds results of this type in the frame.
template <class Result>
consteval bool goes_in_cells() {
  if constexpr (goes_by_wire<bare<Result>>) return cell_count(type_of<bare<Result>>) > 0;
  return false;
}

/// Whether texts travel beside the frame with such a result.
template <class Result>
consteval bool sends_texts() {
  if constexpr (goes_in_cells<Result>()) return has_text(type_of<bare<Result>>);
  return false;
}

/// Gives a result to the call: through the frame when a stub waits for it there and it fits.
template <class Result, class Given>
void give_result(call& to, Given&& result) {
  if constexpr (goes_in_cells<Result>()) {
    if (to.writer) {
      auto writer = *to.writer;
      caster<bare<Result>>::to_wire(writer, result);
      if ((to.is_written = writer.fits())) return;
    }
  }
  if constexpr (gives_objects<Result>()) {
    environment::giving_scope const giving(to.environment, &to);
    to.result = result_to_js<Result>(to, std::forward<Given>(result));
  } else {
    to.result = result_to_js<Result>(to, std::forward<Given>(result));
  }
}

/// Gives another object than that of the method: one that JavaScript has already, or a part of it.
template <class T>
[[gnu::noinline]] fast_outcome give_other_object(lean_call& running, T& result) {
  call giving{running.environment, running.signature, running.receiver, nullptr, 0};
  giving.object = running.object;
  giving.receiver_slot = running.receiver_slot;
  give_result<T&>(giving, result);
  running.environment.wrapped_objects().sweep_when_due();
  running.result = giving.result;
  return fast_outcome::returned;
}

/// Gives a reference to an object from a lean call: mostly the method's own, so that calls can be chained.
template <class T>
fast_outcome give_lean_reference(lean_call& running, T& result) {
  if (is_receiver(running, wrapped_type<T>, &result)) return fast_outcome::receiver;
  return give_other_object(running, result);
}

}  // namespace detail
}  // namespace tendon
