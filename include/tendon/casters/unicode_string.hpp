#pragma once
// std::u8string, std::u8string_view  <->  string
// std::u16string, std::u16string_view  <->  string, unit by unit

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>

#include "string.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

inline std::string_view as_chars(std::u8string_view text) {
  return {reinterpret_cast<char const*>(text.data()), text.size()};
}

inline napi_value write_string(napi_env env, std::u8string_view text) {
  return write_string(env, as_chars(text));
}

inline napi_value write_string(napi_env env, std::u16string_view text) {
  napi_value result = nullptr;
  check(env, napi_create_string_utf16(env, text.data() ? text.data() : u"", text.size(), &result));
  return result;
}

inline std::string quoted(std::u8string_view text) { return quoted(as_chars(text)); }

/// UTF-8 has no lone surrogates: they are escaped, behind what was quoted before them.
[[gnu::cold]] inline std::string quoted(std::u16string_view text) {
  std::string result = "\"";
  std::string plain;
  auto const flush = [&] {
    auto const literal = quoted(plain);
    result.append(literal, 1, literal.size() - 2);
    plain.clear();
  };
  auto const* const end = text.data() + text.size();
  for (auto const* at = text.data(); at != end;) {
    auto const unit = *at;
    auto const character = take_utf16(at, end);
    if (is_surrogate(unit) && character < 0x10000) {
      flush();
      constexpr char digits[] = "0123456789abcdef";
      result += "\\u";
      for (int shift = 12; shift >= 0; shift -= 4) result += digits[unit >> shift & 15];
    } else {
      char bytes[4];
      plain.append(bytes, put_utf8(character, bytes));
    }
  }
  flush();
  return result + '"';
}

template <class Unit>
concept unicode_unit = std::same_as<Unit, char8_t> || std::same_as<Unit, char16_t>;

}  // namespace detail

/// In UTF-8 lone surrogates become U+FFFD; in UTF-16 they stay what they are.
template <detail::unicode_unit Unit>
struct caster<std::basic_string<Unit>> {
  static constexpr std::string_view ts_in = "string", ts_out = "string";

  static std::basic_string<Unit> from_js(value const& from) { return detail::read_units<Unit>(from); }
  static napi_value to_js(napi_env env, std::basic_string<Unit> const& to) {
    return detail::write_string(env, std::basic_string_view<Unit>(to));
  }

  static constexpr auto wire = wire_kind::text;

  static std::basic_string<Unit> from_wire(wire_reader& from) {
    auto const text = from.next_text();
    if constexpr (sizeof(Unit) == sizeof(char16_t)) {
      return std::basic_string<Unit>(text);
    } else {
      auto const bytes = detail::to_utf8(text);
      return {bytes.begin(), bytes.end()};
    }
  }

  static void to_wire(wire_writer& to, std::basic_string<Unit> const& given) {
    if constexpr (sizeof(Unit) == sizeof(char16_t))
      to.add_text(std::u16string_view(given));
    else
      to.add_text(detail::as_chars(given));
  }

  static std::string literal(std::basic_string<Unit> const& of) {
    return detail::quoted(std::basic_string_view<Unit>(of));
  }
};

template <detail::unicode_unit Unit>
struct caster<std::basic_string_view<Unit>> {
  using view = std::basic_string_view<Unit>;
  using holder = detail::basic_held_text<Unit>;
  static constexpr std::string_view ts_in = "string", ts_out = "string";

  static holder from_js(value const& from) { return holder(from); }
  static holder hold(view text) { return holder(text); }
  static napi_value to_js(napi_env env, view to) { return detail::write_string(env, to); }
  static std::string literal(view of) { return detail::quoted(of); }
};

}  // namespace tendon
