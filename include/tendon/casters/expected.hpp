#pragma once
// std::expected<T, E> and the like  ->  T, or throws
// std::error_code  ->  nothing, or throws

#include <concepts>
#include <exception>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <type_traits>
#include <utility>

#include "../base/enum_names.hpp"
#include "../base/expected_like.hpp"
#include "../base/wrapped.hpp"
#include "../caster.hpp"
#include "../napi/undefined.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

template <class Error>
struct require_error {
  static_assert(
      !std::is_same_v<Error, Error>,
      "tendon: the error of this result can't be thrown; it must be a std::error_code, an exception, "
      "a std::exception_ptr, an enumerator or a string");
};

template <class Error>
std::string enum_error(Error error) {
  auto const name = enum_name(error);
  return name.empty() ? std::to_string(static_cast<std::underlying_type_t<Error>>(error)) : std::string(name);
}

/// Throws what becomes the JavaScript error that C++ would throw: the way to JavaScript is the same.
template <class Error>
[[noreturn]] void throw_error(Error const& error) {
  if constexpr (std::is_same_v<Error, std::exception_ptr>) {
    if (error) std::rethrow_exception(error);
    throw std::runtime_error("a result has neither a value nor an error");
  } else if constexpr (std::is_base_of_v<std::exception, Error>) {
    throw error;
  } else if constexpr (std::is_convertible_v<Error const&, std::error_code>) {
    throw std::system_error(error);
  } else if constexpr (requires { make_error_code(error); }) {
    throw std::system_error(make_error_code(error));
  } else if constexpr (std::is_convertible_v<Error const&, std::string_view>) {
    throw std::runtime_error(std::string(static_cast<std::string_view>(error)));
  } else if constexpr (std::is_enum_v<Error>) {
    throw std::runtime_error(enum_error(error));
  } else {
    (void)require_error<Error>();
    std::terminate();  // never built
  }
}

template <class Value>
concept no_value_or_to_js = std::is_void_v<Value> || to_js<Value>;

}  // namespace detail

/// A result only, or a part of one.
template <detail::expected_like T>
  requires(!is_wrapped<T>)
struct caster<T> {
  using inner = std::remove_cvref_t<decltype(*std::declval<T&>())>;

  static consteval type_description describe() {
    if constexpr (std::is_void_v<inner>)
      return {.cpp_name = type_name<T>(), .ts_out = "void"};
    else
      return {.cpp_name = type_name<T>(), .ts_out = "$", .parts = detail::parts_of<types<inner>>::value};
  }

  template <class Expected>
    requires std::same_as<std::remove_cvref_t<Expected>,
                          T>&&
        detail::no_value_or_to_js<decltype(*std::declval<Expected>())> static napi_value
        to_js(napi_env env, Expected&& to) {
    if (!to.has_value()) detail::throw_error(std::as_const(to).error());
    if constexpr (std::is_void_v<inner>)
      return detail::undefined_of(env);
    else
      return caster<inner>::to_js(env, *std::forward<Expected>(to));
  }
};

template <>
struct caster<std::error_code> {
  static constexpr std::string_view ts_out = "void";

  static napi_value to_js(napi_env env, std::error_code to) {
    if (to) throw std::system_error(to);
    return detail::undefined_of(env);
  }
};

}  // namespace tendon
