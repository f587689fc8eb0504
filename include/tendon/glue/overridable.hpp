#pragma once

#include <functional>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

#include "../env/override_link.hpp"
#include "call_js.hpp"
#include "requirements.hpp"

namespace [[gnu::visibility("hidden")]] tendon {

namespace detail {

template <class Result>
concept override_result = std::is_void_v<Result> || returnable<Result>;

template <class Result>
[[noreturn]] void refuse_override_result() {
  throw require_override_result<Result>();
}

[[noreturn]] inline void throw_not_overridden(char const* name) {
  throw conversion_error(conversion_error::kind::type, "ERR_METHOD_NOT_IMPLEMENTED",
                         std::string("The ") + name + "() method must be overridden");
}

}  // namespace detail

/// What a class derives from, instead of T, to let JavaScript classes override virtual functions of T:
///   struct js_shape : tendon::overridable<shape> {
///     using overridable::overridable;
///     double area() const override { return require_override<double>("area"); }
///     void scale(double by) override { call_override("scale", [&] { shape::scale(by); }, by); }
///   };
/// `wrap_class<shape>("Shape").overridable<js_shape>()` then makes a js_shape where JavaScript makes a Shape.
/// Callable from any thread; another one than JavaScript's waits for it, at most five seconds for its turn.
/// What the JavaScript method throws arrives as js_error. References to wrapped objects are lent for the
/// call.
template <class T>
class overridable : public T {
 public:
  using T::T;

 protected:
  /// Calls the JavaScript method of that name when a JavaScript class overrides it, else `otherwise`: the
  /// function of T.
  template <class Otherwise, class... Arguments>
  std::invoke_result_t<Otherwise> call_override(char const* name, Otherwise const& otherwise,
                                                Arguments&&... arguments) const {
    using result = std::invoke_result_t<Otherwise>;
    if constexpr (!detail::override_result<result>) {
      detail::refuse_override_result<result>();
    } else {
      auto found = overriding<result>(name, std::forward<Arguments>(arguments)...);
      if (!found) return otherwise();
      if constexpr (!std::is_void_v<result>) return *std::move(found);
    }
  }

  /// Calls the JavaScript method of that name, which must override a function that T does not have. Throws
  /// what becomes a TypeError when none does.
  template <class Result, class... Arguments>
  Result require_override(char const* name, Arguments&&... arguments) const {
    if constexpr (!detail::override_result<Result>) {
      detail::refuse_override_result<Result>();
    } else {
      auto found = overriding<Result>(name, std::forward<Arguments>(arguments)...);
      if (!found) detail::throw_not_overridden(name);
      if constexpr (!std::is_void_v<Result>) return *std::move(found);
    }
  }

 private:
  template <class, class>
  friend class class_builder;

  struct nothing {};

  /// The result of the override; none when there is no override.
  template <class Result, class... Arguments>
  auto overriding(char const* name, Arguments&&... arguments) const {
    std::optional<std::conditional_t<std::is_void_v<Result>, nothing, Result>> result;
    if (!link_.is_connected()) return result;
    link_.on_js_thread(name, [&](detail::environment& in) {
      auto const found = link_.find(in, name);
      if (!found.function) return;
      detail::object_pin const pin(in.wrapped_objects().table(), link_.slot());
      detail::js_callee const called{found.function, found.receiver, name};
      if constexpr (std::is_void_v<Result>) {
        detail::call_back<void>(in, called, std::forward<Arguments>(arguments)...);
        result.emplace();
      } else {
        result.emplace(detail::call_back<Result>(in, called, std::forward<Arguments>(arguments)...));
      }
    });
    return result;
  }

  detail::override_link link_;
};

}  // namespace tendon
