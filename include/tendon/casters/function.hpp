#pragma once
// std::function<R(A…)>  <->  (…) => R
// tendon::function_ref<R(A…)>  <-  (…) => R

#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "../base/function_ref.hpp"
#include "../caster.hpp"
#include "../env/environment.hpp"
#include "../glue/claim.hpp"
#include "../glue/describe_call.hpp"
#include "../glue/function_object.hpp"
#include "../glue/invoke.hpp"
#include "../glue/object_result.hpp"
#include "../napi/guard.hpp"
#include "../napi/handle_scope.hpp"
#include "../napi/reference.hpp"
#include "../napi/undefined.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// Calls a JavaScript function, on its thread. What it throws arrives as js_error.
inline napi_value call_js(environment& in, napi_value function, std::size_t count,
                          napi_value const* arguments) {
  if (in.lends_buffers())
    throw std::logic_error(
        "a JavaScript function can't be called while a function without callback parameters looks "
        "into a buffer: the script could take the buffer away");
  napi_value result = nullptr;
  check(in.env(), napi_call_function(in.env(), undefined_of(in.env()), function, count, arguments, &result));
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
Result call_js_with(environment& in, napi_value function, std::string_view name, Parameters&&... given) {
  auto const env = in.env();
  using loans = std::conditional_t<(gives_objects_to_callback<Parameters>() || ...), lent_objects, no_scope>;
  [[maybe_unused]] loans const lent(in);
  napi_value const arguments[] = {callback_argument<Parameters>(in, std::forward<Parameters>(given))...,
                                  nullptr};
  [[maybe_unused]] auto const result = call_js(in, function, sizeof...(Parameters), arguments);
  if constexpr (!std::is_void_v<Result>) {
    using scope = std::conditional_t<gives_objects<Result>(), objects::call_scope, no_scope>;
    [[maybe_unused]] scope const pinned(in.wrapped_objects());
    auto read = read_element<Result>(value(env, result, name, value::origin::callback_result));
    if constexpr (has_claims<Result>()) claim(in, read);
    return read;
  }
}

/// Calls a JavaScript function from wherever C++ is. In the destructor of an object an error is an uncaught
/// exception, as in a callback of Node.js; at the end of an environment JavaScript can't run, and nothing is
/// called. What gives a result must throw instead.
template <class Result, class... Parameters>
Result call_back(environment& in, napi_value function, std::string_view name, Parameters&&... given) {
  if constexpr (std::is_void_v<Result>)
    if (in.wrapped_objects().table().is_destroying()) {
      if (in.is_ending()) return;
      try {
        return call_js_with<Result>(in, function, name, std::forward<Parameters>(given)...);
      } catch (...) {
        if (auto const error = current_exception(in.env(), {}, 0)) napi_fatal_exception(in.env(), error);
        return;
      }
    }
  return call_js_with<Result>(in, function, name, std::forward<Parameters>(given)...);
}

inline void require_function(value const& from) {
  if (from.type() != napi_function) from.wrong_type("of type function");
}

/// Refuses to call the function of that name on a thread that is not its own.
inline void require_js_thread(lifetime const& owner, std::string_view name) {
  if (!owner.on_js_thread())
    throw std::system_error(std::make_error_code(std::errc::operation_not_permitted),
                            "\"" + std::string(name) + "\" is called off the JavaScript thread");
}

/// A JavaScript function that C++ keeps. Copies share it; it may be destroyed on any thread.
struct kept_function {
  std::shared_ptr<lifetime> owner;
  reference function;
  std::string name;

  explicit kept_function(value const& from)
      : owner(environment::of(from.env()).shared_from_this()),
        function(owner, from.handle()),
        name(from.path()) {}

  /// The environment, when the function can be called here and now.
  environment& callable() const {
    require_js_thread(*owner, name);
    if (!owner->alive())
      throw std::system_error(std::make_error_code(std::errc::operation_canceled),
                              "\"" + name + "\" is called after its environment has ended");
    return static_cast<environment&>(*owner);
  }
};

/// Holds the function that a function_ref argument refers to.
template <class Result, class... Parameters>
struct held_function {
  environment& in;
  napi_value function;
  std::string_view name;
  int calls = 0;

  Result operator()(Parameters... given) {
    // A few handles may stay until the call is over; those of a loop must not pile up.
    constexpr int few = 8;
    require_js_thread(in, name);
    std::optional<handle_scope> scope;
    if (calls < few)
      ++calls;
    else
      scope.emplace(in.env());
    return call_back<Result>(in, function, name, std::forward<Parameters>(given)...);
  }

  function_ref<Result(Parameters...)> get() { return *this; }
};

/// What a JavaScript function can return to C++: nothing would keep the object of a bare pointer.
template <class Result>
concept returnable = self_contained_from_js<Result> && !
contains_bare_pointer(type_of<Result>);

template <class Result, class... Parameters>
struct function_type {
  static constexpr bool callable_from_cpp = ((to_js<Parameters> || lent_parameter<Parameters>)&&...) &&
                                            (std::is_void_v<Result> || returnable<Result>);
  static constexpr bool callable_from_js =
      ((passable<Parameters> && !type_of<bare<Parameters>>.takes_rest) && ...) &&
      (std::is_void_v<Result> || to_js<Result>);

  static consteval type_description describe() {
    return {.form = type_description::kind::function,
            .parts = parts_of<types<bare<Result>, bare<Parameters>...>>::value};
  }
};

}  // namespace detail

/// May be kept, copied and destroyed at will; called on the JavaScript thread.
template <class Result, class... Parameters>
struct caster<std::function<Result(Parameters...)>> : detail::function_type<Result, Parameters...> {
  using function = std::function<Result(Parameters...)>;

  static function from_js(value const& from)
    requires(caster::callable_from_cpp)
  {
    detail::require_function(from);
    return [kept = std::make_shared<detail::kept_function const>(from)](Parameters... given) -> Result {
      auto& in = kept->callable();
      detail::handle_scope const scope(in.env());
      return detail::call_back<Result>(in, kept->function.get(), kept->name,
                                       std::forward<Parameters>(given)...);
    };
  }

  static napi_value to_js(napi_env env, function const& to, std::string_view name = {})
    requires(caster::callable_from_js)
  {
    if (!to) throw std::runtime_error("an empty std::function was returned");
    signature_description signature;
    detail::describe_call(signature, detail::glued<detail::stored_callable<function>>());
    signature.target = std::make_shared<function const>(to);
    return detail::make_function(env, std::move(signature), name);
  }
};

/// Valid until the bound function returns; costs nothing to set up.
template <class Result, class... Parameters>
struct caster<function_ref<Result(Parameters...)>> : detail::function_type<Result, Parameters...> {
  static detail::held_function<Result, Parameters...> from_js(value const& from)
    requires(caster::callable_from_cpp)
  {
    detail::require_function(from);
    return {detail::environment::of(from.env()), from.handle(), from.name()};
  }
};

}  // namespace tendon
