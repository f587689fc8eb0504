#pragma once
// std::nullptr_t  <->  null
// std::monostate  <->  undefined

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

#include "../caster.hpp"
#include "../napi/undefined.hpp"

namespace [[gnu::visibility("hidden")]] tendon {

template <>
struct caster<std::nullptr_t> {
  static constexpr std::string_view ts_in = "null", ts_out = "null";

  static std::nullptr_t from_js(value const& from) {
    if (from.type() != napi_null) from.wrong_type("null");
    return nullptr;
  }

  static napi_value to_js(napi_env env, std::nullptr_t) { return detail::null_of(env); }

  static std::string literal(std::nullptr_t) { return "null"; }
};

/// A trailing one may be left out.
template <>
struct caster<std::monostate> {
  static constexpr std::string_view ts_in = "undefined", ts_out = "undefined";
  static constexpr bool optional = true;

  static std::monostate from_js(value const& from) {
    if (from.type() != napi_undefined) from.wrong_type("undefined");
    return {};
  }

  static napi_value to_js(napi_env env, std::monostate) { return detail::undefined_of(env); }

  static std::string literal(std::monostate) { return "undefined"; }
};

}  // namespace tendon
