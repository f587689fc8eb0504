#pragma once
// std::string, std::string_view, char const*  <->  string

#include <cstddef>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include "../base/text.hpp"
#include "../base/utf.hpp"
#include "../caster.hpp"
#include "../napi/text.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

inline std::string read_string(value const& from) {
  text_buffer text;
  if (!text.read(from.env(), from.handle())) from.wrong_type("of type string");
  return std::move(text).take();
}

/// A string of UTF-16 units, of which only the lower bytes stand for anything when `is_latin1`.
inline napi_value write_units(napi_env env, char16_t* units, std::size_t count, bool is_latin1) {
  napi_value result = nullptr;
  if (!is_latin1) {
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
    return write_units(env, units, static_cast<std::size_t>(end - units), bits <= 0xff);
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

/// Owns the text that a view argument refers to. Made where it stays.
template <class Unit>
struct basic_held_text {
  basic_text_buffer<Unit> text;

  explicit basic_held_text(std::basic_string_view<Unit> given) : text(given) {}
  explicit basic_held_text(value const& from) {
    if (!text.read(from.env(), from.handle())) from.wrong_type("of type string");
  }

  std::basic_string_view<Unit> get() const { return text.view(); }
};

using held_text = basic_held_text<char>;

/// Texts for C interfaces end at their first null.
inline void refuse_null_bytes(value const& from, bool has_null) {
  if (has_null) from.invalid("must be a string without null bytes");
}

/// Owns the text that a `char const*` argument refers to.
struct held_c_text : private held_text {
  explicit held_c_text(char const* given) : held_text(std::string_view(given)) {}
  explicit held_c_text(value const& from) : held_text(from) {
    refuse_null_bytes(from, text.view().find('\0') != std::string_view::npos);
  }

  char const* get() const { return text.view().data(); }
};

}  // namespace detail

template <>
struct caster<std::string> {
  static constexpr std::string_view ts_in = "string", ts_out = "string";

  static std::string from_js(value const& from) { return detail::read_string(from); }
  static napi_value to_js(napi_env env, std::string const& to) { return detail::write_string(env, to); }
  static std::string literal(std::string const& of) { return detail::quoted(of); }
};

template <>
struct caster<std::string_view> {
  static constexpr std::string_view ts_in = "string", ts_out = "string";

  static detail::held_text from_js(value const& from) { return detail::held_text(from); }
  static detail::held_text hold(std::string_view text) { return detail::held_text(text); }
  static napi_value to_js(napi_env env, std::string_view to) { return detail::write_string(env, to); }
  static std::string literal(std::string_view of) { return detail::quoted(of); }
};

template <>
struct caster<char const*> {
  static constexpr std::string_view ts_in = "string", ts_out = "string";

  static detail::held_c_text from_js(value const& from) { return detail::held_c_text(from); }
  static detail::held_c_text hold(char const* text) { return detail::held_c_text(text); }

  static napi_value to_js(napi_env env, char const* to) {
    if (!to) throw std::runtime_error("a null pointer was returned instead of a string");
    return detail::write_string(env, to);
  }

  static std::string literal(char const* of) { return detail::quoted(of); }
};

}  // namespace tendon
