#pragma once

#include <memory>
#include <type_traits>
#include <utility>

namespace [[gnu::visibility("hidden")]] tendon {

template <class Signature>
class function_ref;

/// A callable that is borrowed for the length of a call: two pointers, no allocation. As a parameter of a
/// bound function it is a JavaScript function, to be called on the JavaScript thread before the bound
/// function returns. Plain C++ can pass any callable that outlives the call.
template <class Result, class... Parameters>
class function_ref<Result(Parameters...)> {
 public:
  template <class F>
    requires(!std::is_same_v<std::remove_cvref_t<F>, function_ref> &&
             std::is_object_v<std::remove_reference_t<F>> && std::is_invocable_r_v<Result, F&, Parameters...>)
  function_ref(F&& callable) noexcept
      : object_(const_cast<void*>(static_cast<void const*>(std::addressof(callable)))),
        invoke_([](void* object, Parameters... arguments) -> Result {
          return static_cast<Result>(
              (*static_cast<std::remove_reference_t<F>*>(object))(std::forward<Parameters>(arguments)...));
        }) {}

  Result operator()(Parameters... arguments) const {
    return invoke_(object_, std::forward<Parameters>(arguments)...);
  }

 private:
  void* object_;
  Result (*invoke_)(void*, Parameters...);
};

}  // namespace tendon
