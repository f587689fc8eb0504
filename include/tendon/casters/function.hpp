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
#include "../glue/call_js.hpp"
#include "../glue/describe_call.hpp"
#include "../glue/function_object.hpp"
#include "../napi/handle_scope.hpp"
#include "../napi/reference.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

inline void require_function(value const& from) {
  if (from.type() != napi_function) from.wrong_type("of type function");
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

/// Whether values of a type are no larger than a number in JavaScript.
template <class T>
consteval bool is_small() {
  if constexpr (std::is_void_v<T>)
    return true;
  else
    return is_number(type_of<bare<T>>) || type_of<bare<T>>.wire == wire_kind::boolean;
}

/// Holds the function that a function_ref argument refers to.
template <class Result, class... Parameters>
struct held_function {
  environment& in;
  js_callee called;
  int calls = 0;

  Result operator()(Parameters... given) {
    // A few values may stay until the call is over, more when they are small; those of a loop must not pile
    // up.
    constexpr int few = (is_small<Parameters>() && ...) && is_small<Result>() ? 256 : 8;
    require_js_thread(in, called.name);
    std::optional<handle_scope> scope;
    if (calls < few)
      ++calls;
    else
      scope.emplace(in.env());
    return call_back<Result>(in, called, std::forward<Parameters>(given)...);
  }

  function_ref<Result(Parameters...)> get() { return *this; }
};

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
      return detail::call_back<Result>(in, {kept->function.get(), detail::undefined_of(in.env()), kept->name},
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
    auto const env = from.env();
    return {detail::environment::of(env), {from.handle(), detail::undefined_of(env), from.name()}};
  }
};

}  // namespace tendon
