#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <type_traits>
#include <utility>

#include "../caster.hpp"
#include "../env/environment.hpp"
#include "../napi/guard.hpp"
#include "claim.hpp"
#include "invoke.hpp"
#include "object_result.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// A JavaScript function, what it is called on, and its name in messages.
struct js_callee {
  napi_value function;
  napi_value receiver;
  std::string_view name;
};

/// Calls a JavaScript function, on its thread. What it throws arrives as js_error.
inline napi_value call_js(environment& in, js_callee const& called, std::size_t count,
                          napi_value const* arguments) {
  if (in.lends_buffers())
    throw std::logic_error(
        "a JavaScript function can't be called while a function without callback parameters looks "
        "into a buffer: the script could take the buffer away");
  napi_value result = nullptr;
  check(in.env(), napi_call_function(in.env(), called.receiver, called.function, count, arguments, &result));
  return result;
}

/// References and pointers to objects are lent: the JavaScript function must not keep them. Copies are given
/// of const references, where there can be copies.
template <class Parameter>
concept lent_parameter = result_reference<Parameter> &&
                         (!std::is_const_v<std::remove_reference_t<Parameter>> ||
                          !copyable_object<bare<Parameter>>);

template <class Parameter, class Given>
napi_value callback_argument(environment& in, Given&& given) {
  if constexpr (lent_parameter<Parameter>)
    return give_reference(in, object_type_of<bare<Parameter>>, const_cast<bare<Parameter>*>(&given));
  else
    return caster<bare<Parameter>>::to_js(in.env(), std::forward<Given>(given));
}

template <class Parameter>
consteval bool gives_objects_to_callback() {
  return lent_parameter<Parameter> || gives_objects<Parameter>();
}

template <class Result, class... Parameters>
Result call_js_with(environment& in, js_callee const& called, Parameters&&... given) {
  auto const env = in.env();
  using loans = std::conditional_t<(gives_objects_to_callback<Parameters>() || ...), lent_objects, no_scope>;
  [[maybe_unused]] loans const lent(in);
  napi_value const arguments[] = {callback_argument<Parameters>(in, std::forward<Parameters>(given))...,
                                  nullptr};
  [[maybe_unused]] auto const result = call_js(in, called, sizeof...(Parameters), arguments);
  if constexpr (!std::is_void_v<Result>) {
    using scope = std::conditional_t<gives_objects<Result>(), objects::call_scope, no_scope>;
    [[maybe_unused]] scope const pinned(in.wrapped_objects());
    auto read = read_element<Result>(value(env, result, called.name, value::origin::callback_result));
    if constexpr (has_claims<Result>()) claim(in, read);
    return read;
  }
}

/// Calls a JavaScript function from wherever C++ is. In the destructor of an object an error is an uncaught
/// exception, as in a callback of Node.js; at the end of an environment JavaScript can't run, and nothing is
/// called. What gives a result must throw instead.
template <class Result, class... Parameters>
Result call_back(environment& in, js_callee const& called, Parameters&&... given) {
  if constexpr (std::is_void_v<Result>)
    if (in.wrapped_objects().table().is_destroying()) {
      if (in.is_ending()) return;
      auto const call = [&]() -> napi_value {
        call_js_with<Result>(in, called, std::forward<Parameters>(given)...);
        return nullptr;
      };
      run_handling(call, [&](handled_exception const& handled) -> napi_value {
        auto const error = value_of_exception(in.env(), {}, handled);
        if (error) napi_fatal_exception(in.env(), error);
        return nullptr;
      });
      return;
    }
  return call_js_with<Result>(in, called, std::forward<Parameters>(given)...);
}

/// Refuses to call the function of that name on a thread that is not its own.
inline void require_js_thread(lifetime const& owner, std::string_view name) {
  if (!owner.on_js_thread())
    throw std::system_error(std::make_error_code(std::errc::operation_not_permitted),
                            "\"" + std::string(name) + "\" is called off the JavaScript thread");
}

/// What a JavaScript function can return to C++: nothing would keep the object of a bare pointer.
template <class Result>
concept returnable = self_contained_from_js<Result> && !
contains_bare_pointer(type_of<Result>);

}  // namespace detail
}  // namespace tendon
