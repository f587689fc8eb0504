#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "../napi/guard.hpp"
#include "call.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// A C++ function that was given to JavaScript as a value, not as an export. It lives as long as the
/// JavaScript function does, so each has a native function of its own.
struct function_object {
  std::shared_ptr<lifetime> owner;
  signature_description signature;
  std::string label;

  static napi_value enter(napi_env env, napi_callback_info info) {
    void* data = nullptr;
    std::size_t count = 0;
    if (napi_get_cb_info(env, info, &count, nullptr, nullptr, &data) != napi_ok) return nullptr;
    auto const& self = *static_cast<function_object const*>(data);
    return guard(env, self.label, [&] {
      std::vector<napi_value> arguments(self.signature.parameters.size());
      auto capacity = arguments.size();
      napi_value receiver = nullptr;
      check(env, napi_get_cb_info(env, info, &capacity, arguments.data(), &receiver, nullptr));
      objects::call_scope const scope(static_cast<environment&>(*self.owner).wrapped_objects());
      call running{static_cast<environment&>(*self.owner), self.signature, receiver, arguments.data(), count};
      run(running);
      return running.result;
    });
  }
};

/// Makes a JavaScript function that calls `signature`: with a `name`, the `length` of its parameters, and not
/// to be constructed.
inline napi_value make_function(napi_env env, signature_description&& signature, std::string_view name) {
  auto& in = environment::of(env);
  auto const length = signature.required();
  auto object = std::make_unique<function_object>(function_object{
      in.shared_from_this(), std::move(signature), name.empty() ? std::string() : std::string(name) + "()"});
  napi_value native = nullptr;
  check(env, napi_create_function(env, nullptr, 0, &function_object::enter, object.get(), &native));
  auto const free = [](napi_env, void* data, void*) { delete static_cast<function_object*>(data); };
  check(env, napi_add_finalizer(env, native, object.get(), free, nullptr, nullptr));
  object.release();
  return in.wrap(native, name, length);
}

}  // namespace detail
}  // namespace tendon
