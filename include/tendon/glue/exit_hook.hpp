#pragma once

#include <memory>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "../env/process_end.hpp"
#include "bindable.hpp"
#include "invoke.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// What an at_exit hook can take: injected parameters that need no call from JavaScript.
template <class T>
inline constexpr bool injected_at_exit = false;
template <>
inline constexpr bool injected_at_exit<napi_env> = true;
template <class T>
inline constexpr bool injected_at_exit<env_state<T>> = true;

template <class Parameter>
consteval auto exit_hook_parameter_fault() {
  if constexpr (injected_at_exit<bare<Parameter>>)
    return no_fault();
  else
    return fault<require_exit_hook_parameter<Parameter>>();
}

template <class Callable, class... Parameters>
consteval auto exit_hook_call_fault(types<Parameters...> parameters) {
  return first_fault(exit_hook_parameter_fault<Parameters>()..., call_fault<Callable>(parameters));
}

template <class Callable>
consteval auto find_exit_hook_fault() {
  using callable = typename Callable::type;
  if constexpr (!has_signature<callable>)
    return fault<require_signature<callable>>();
  else if constexpr (signature_of<callable>::c_variadic)
    return fault<require_fixed_parameters<callable>>();
  else
    return exit_hook_call_fault<Callable>(parameters_of<Callable>());
}

/// The first thing that keeps a callable from being an at_exit hook, or void.
template <class Callable>
using exit_hook_fault_of = typename decltype(find_exit_hook_fault<Callable>())::type;

/// A hook runs like a call without arguments, which nobody made; its result is dropped.
inline void call_exit_hook(environment& in, exit_hook const& hook, void (*invoke)(call&),
                           void (*callable)()) {
  signature_description signature;
  signature.callable = callable;
  signature.target = hook.target;
  call running{in, signature, nullptr, nullptr, 0};
  invoke(running);
}

template <class Callable, class... Parameters>
exit_hook make_exit_hook(types<Parameters...>, std::shared_ptr<void const>&& target) {
  return {[](environment& in, exit_hook const& hook) {
            call_exit_hook(in, hook, &invoker<void, Parameters...>::invoke,
                           thunk_of<Callable, void, Parameters...>());
          },
          std::move(target)};
}

/// The entry of a callable, whose state is `target`; a worded compile error when it can't be a hook.
template <class Callable>
exit_hook exit_hook_of(std::shared_ptr<void const> target = nullptr) {
  using fault = exit_hook_fault_of<Callable>;
  if constexpr (std::is_void_v<fault>) {
    return make_exit_hook<Callable>(parameters_of<Callable>(), std::move(target));
  } else {
    (void)fault();
    return {};
  }
}

inline void add_exit_hook(napi_env env, exit_hook&& hook) {
  auto const known = lifetime::of(env);
  if (!known) throw std::logic_error("tendon::at_exit() is called where the addon is not loaded");
  if (!known->on_js_thread())
    throw std::system_error(std::make_error_code(std::errc::operation_not_permitted),
                            "tendon::at_exit() is called off the JavaScript thread");
  auto& in = static_cast<environment&>(*known);
  in.exit_hooks().add(std::move(hook));
  watch_process_end(in);
}

/// Adds the hooks of an addon in an environment that loads it.
inline void add_exit_hooks(environment& in, description const& addon) {
  in.exit_hooks().add_described(addon);
  if (!in.exit_hooks().empty()) watch_process_end(in);
}

}  // namespace detail

/// Runs `callable` when the environment ends, before the hooks that were there already. It may take
/// `napi_env` and `env_state<T>&`. As with `addon::at_exit` an exception is reported on stderr. JavaScript
/// thread, in any function that JavaScript has called; throws std::system_error on another thread and
/// std::logic_error where the addon is not loaded.
template <class F>
void at_exit(napi_env env, F callable) {
  using kept = detail::stored_callable<F>;
  detail::add_exit_hook(env, detail::exit_hook_of<kept>(std::make_shared<F const>(std::move(callable))));
}

}  // namespace tendon
