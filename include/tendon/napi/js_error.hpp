#pragma once

#include <exception>
#include <memory>
#include <string>
#include <utility>

#include "lifetime.hpp"
#include "reference.hpp"

namespace [[gnu::visibility("hidden")]] tendon {

/// Any value that JavaScript has thrown, on its way through C++. Thrown on, the value comes out unchanged (`===`).
/// May be copied and destroyed on any thread.
class js_error : public std::exception {
 public:
  /// Takes the exception that is pending in `env`. JavaScript thread.
  static js_error pending(napi_env env) {
    napi_value thrown = nullptr;
    napi_get_and_clear_last_exception(env, &thrown);
    return js_error(env, thrown);
  }

  /// Holds `thrown`. JavaScript thread.
  js_error(napi_env env, napi_value thrown) : state_(std::make_shared<state>()) {
    state_->text = text_of(env, thrown);
    // A primitive can't be referred to, so each value is held by an array.
    napi_value holder = nullptr;
    auto owner = detail::lifetime::of(env);
    if (!owner || !thrown || napi_create_array_with_length(env, 1, &holder) != napi_ok) return;
    if (napi_set_element(env, holder, 0, thrown) == napi_ok)
      state_->holder = detail::reference(std::move(owner), holder);
  }

  /// The thrown value; null when its environment has ended. JavaScript thread, in a handle scope.
  napi_value value() const {
    auto const holder = state_->holder.get();
    napi_value thrown = nullptr;
    if (holder) napi_get_element(state_->holder.owner()->env(), holder, 0, &thrown);
    return thrown;
  }

  /// The `message` of an Error, the text of any other value.
  char const* what() const noexcept override { return state_->text.c_str(); }

 private:
  struct state {
    detail::reference holder;
    std::string text;
  };

  /// Reading may run a getter, whose own exception is dropped.
  static std::string text_of(napi_env env, napi_value thrown) {
    std::string text = "a JavaScript value was thrown";
    bool is_error = false;
    napi_value readable = thrown;
    if (!thrown || napi_is_error(env, thrown, &is_error) != napi_ok) return text;
    auto status = is_error ? napi_get_named_property(env, thrown, "message", &readable)
                           : napi_coerce_to_string(env, thrown, &readable);
    std::size_t length = 0;
    if (status == napi_ok) status = napi_get_value_string_utf8(env, readable, nullptr, 0, &length);
    if (status == napi_ok) {
      std::string read(length, '\0');
      if (napi_get_value_string_utf8(env, readable, read.data(), length + 1, &length) == napi_ok) text = std::move(read);
    }
    if (status == napi_pending_exception) napi_get_and_clear_last_exception(env, &readable);
    return text;
  }

  std::shared_ptr<state> state_;
};

}  // namespace tendon
