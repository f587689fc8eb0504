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

template <class Unit>
std::basic_string<Unit> read_units(value const& from) {
  basic_text_buffer<Unit> text;
  if (!text.read(from.env(), from.handle())) from.wrong_type("of type string");
  return std::move(text).take();
}

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

inline bool is_lead(char16_t unit) { return unit >= 0xd800 && unit < 0xdc00; }
inline bool is_trail(char16_t unit) { return unit >= 0xdc00 && unit < 0xe000; }

inline void append_utf8(std::string& to, char32_t character) {
  auto const tail = [&](int shift) { to += static_cast<char>(0x80 | (character >> shift & 0x3f)); };
  if (character < 0x80) {
    to += static_cast<char>(character);
  } else if (character < 0x800) {
    to += static_cast<char>(0xc0 | character >> 6);
    tail(0);
  } else if (character < 0x10000) {
    to += static_cast<char>(0xe0 | character >> 12);
    tail(6);
    tail(0);
  } else {
    to += static_cast<char>(0xf0 | character >> 18);
    tail(12);
    tail(6);
    tail(0);
  }
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
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto const unit = text[i];
    if (is_lead(unit) && i + 1 < text.size() && is_trail(text[i + 1])) {
      append_utf8(plain, 0x10000 + ((unit & 0x3ffu) << 10 | (text[++i] & 0x3ffu)));
    } else if (is_lead(unit) || is_trail(unit)) {
      flush();
      constexpr char digits[] = "0123456789abcdef";
      result += "\\u";
      for (int shift = 12; shift >= 0; shift -= 4) result += digits[unit >> shift & 15];
    } else {
      append_utf8(plain, unit);
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
      to.add_text(std::string_view(reinterpret_cast<char const*>(given.data()), given.size()));
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
