#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

#include "../base/utf.hpp"
#include "status.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// A JavaScript string of UTF-16 units, which are overwritten. `bits` are those that any unit has: engines
/// keep texts of bytes in half the space.
inline napi_value make_string(napi_env env, char16_t* units, std::size_t count, char32_t bits) {
  napi_value result = nullptr;
  if (bits > 0xff) {
    check(env, napi_create_string_utf16(env, units, count, &result));
    return result;
  }
  auto* const bytes = reinterpret_cast<char*>(units);
  for (std::size_t i = 0; i < count; ++i) bytes[i] = static_cast<char>(units[i]);
  check(env, napi_create_string_latin1(env, bytes, count, &result));
  return result;
}

/// V8 copies UTF-16 in a tenth of the time that it takes to decode UTF-8. What is not well-formed is left to
/// it.
inline napi_value write_decoded(napi_env env, std::string_view text) {
  constexpr std::size_t most_in_place = 1024;
  char16_t in_place[most_in_place];
  std::unique_ptr<char16_t[]> long_units;
  auto* units = in_place;
  if (text.size() > most_in_place) {
    long_units = std::make_unique_for_overwrite<char16_t[]>(text.size());
    units = long_units.get();
  }
  char32_t bits = 0;
  if (auto* const end = decode_utf8(text, units, bits))
    return make_string(env, units, static_cast<std::size_t>(end - units), bits);
  napi_value result = nullptr;
  check(env, napi_create_string_utf8(env, text.data(), text.size(), &result));
  return result;
}

inline napi_value write_string(napi_env env, std::string_view text) {
  if (!is_ascii(text)) return write_decoded(env, text);
  napi_value result = nullptr;
  check(env, napi_create_string_latin1(env, text.data() ? text.data() : "", text.size(), &result));
  return result;
}

}  // namespace detail
}  // namespace tendon
