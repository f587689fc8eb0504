#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "api.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// A JavaScript string as UTF-8; lone surrogates become U+FFFD. Empty when the value is no string. Short
/// strings take one call of Node-API, longer ones two more.
inline std::optional<std::string> read_text(napi_env env, napi_value text) {
  char buffer[2048];
  std::size_t length = 0;
  if (napi_get_value_string_utf8(env, text, buffer, sizeof buffer, &length) != napi_ok) return std::nullopt;
  // Characters are not cut: up to three bytes stay free when the next one does not fit.
  if (length + 4 < sizeof buffer) return std::string(buffer, length);
  if (napi_get_value_string_utf8(env, text, nullptr, 0, &length) != napi_ok) return std::nullopt;
  std::string result(length, '\0');
  if (napi_get_value_string_utf8(env, text, result.data(), length + 1, &length) != napi_ok)
    return std::nullopt;
  return result;
}

}  // namespace detail
}  // namespace tendon
