#pragma once

#include <exception>
#include <memory>
#include <string>
#include <utility>

#include "lifetime.hpp"
#include "received.hpp"
#include "reference.hpp"
#include "text.hpp"

namespace [[gnu::visibility("hidden")]] tendon {

/// Any value that JavaScript has thrown, on its way through C++. Thrown on, the value comes out unchanged
/// (`===`). May be copied and destroyed on any thread.
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
    // A primitive can't be referred to, so each value is held by an object; defined there, out of reach of
    // setters.
    napi_value holder = nullptr;
    auto owner = detail::lifetime::of(env);
    if (!owner || !thrown || napi_create_object(env, &holder) != napi_ok) return;
    napi_property_descriptor const held{"value", nullptr, nullptr,      nullptr,
                                        nullptr, thrown,  napi_default, nullptr};
    if (napi_define_properties(env, holder, 1, &held) == napi_ok)
      state_->holder = detail::reference(std::move(owner), holder);
  }

  /// The thrown value; null when its environment has ended. JavaScript thread, in a handle scope.
  napi_value value() const {
    auto const holder = state_->holder.get();
    napi_value thrown = nullptr;
    if (holder) napi_get_named_property(state_->holder.owner()->env(), holder, "value", &thrown);
    return thrown;
  }

  /// The `message` of an Error, the text of any other value.
  char const* what() const noexcept override { return state_->text.c_str(); }

 private:
  struct state {
    detail::reference holder;
    std::string text;
  };

  static std::string text_of(napi_env env, napi_value thrown) {
    if (!thrown) return "JavaScript was ended";
    bool is_error = false;
    napi_is_error(env, thrown, &is_error);
    auto const text = is_error ? detail::quiet_property(env, thrown, "message") : thrown;
    auto read = text ? detail::read_text(env, text) : std::nullopt;
    return read ? *std::move(read) : detail::inspected(env, thrown);
  }

  std::shared_ptr<state> state_;
};

}  // namespace tendon
