#pragma once
// std::string, std::string_view, char const*  <->  string

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "../base/text.hpp"
#include "../base/utf.hpp"
#include "../caster.hpp"
#include "../napi/make_text.hpp"
#include "../napi/text.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

template <class Unit>
std::basic_string<Unit> read_units(value const& from) {
  basic_text_buffer<Unit> text;
  if (!text.read(from.env(), from.handle())) from.wrong_type("of type string");
  return std::move(text).take();
}

inline std::string read_string(value const& from) { return read_units<char>(from); }

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

  static constexpr auto wire = wire_kind::text;
  static std::string from_wire(wire_reader& from) { return detail::to_utf8(from.next_text()); }
  static void to_wire(wire_writer& to, std::string const& given) { to.add_text(std::string_view(given)); }

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
