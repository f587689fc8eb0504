#pragma once
// char, char8_t  <->  string, of one ASCII character
// char16_t  <->  string, of one UTF-16 unit

#include <concepts>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>

#include "number.hpp"
#include "unicode_string.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// `what` is what the string must be.
inline char16_t read_unit(value const& from, char const* what) {
  char16_t units[3];
  std::size_t size = 0;
  if (napi_get_value_string_utf16(from.env(), from.handle(), units, std::size(units), &size) != napi_ok)
    from.wrong_type("of type string");
  if (size != 1) from.invalid(what);
  return units[0];
}

inline char read_ascii(value const& from) {
  constexpr auto* what = "must be one ASCII character";
  auto const unit = read_unit(from, what);
  if (unit > 0x7f) from.invalid(what);
  return static_cast<char>(unit);
}

inline napi_value write_ascii(napi_env env, unsigned char character) {
  if (character > 0x7f)
    throw conversion_error(
        conversion_error::kind::range, "ERR_OUT_OF_RANGE",
        "The result is out of range. It must be an ASCII character. Received " + std::to_string(character));
  return write_string(env, {reinterpret_cast<char const*>(&character), 1});
}

}  // namespace detail

/// A byte of a text is no text: strings and bytes have types of their own.
template <class T>
  requires std::same_as<T, char> || std::same_as<T, char8_t>
struct caster<T> {
  static constexpr std::string_view ts_in = "string", ts_out = "string";

  static T from_js(value const& from) { return static_cast<T>(detail::read_ascii(from)); }
  static napi_value to_js(napi_env env, T to) {
    return detail::write_ascii(env, static_cast<unsigned char>(to));
  }
  static std::string literal(T of) { return detail::quoted(std::string(1, static_cast<char>(of))); }
};

template <>
struct caster<char16_t> {
  static constexpr std::string_view ts_in = "string", ts_out = "string";

  static char16_t from_js(value const& from) { return detail::read_unit(from, "must be one UTF-16 unit"); }
  static napi_value to_js(napi_env env, char16_t to) { return detail::write_string(env, {&to, 1}); }
  static std::string literal(char16_t of) { return detail::quoted(std::u16string_view(&of, 1)); }
};

}  // namespace tendon
