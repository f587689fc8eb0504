#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "../base/text.hpp"
#include "api.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

// What a message says after "Received". The wording follows Node.js, so that errors of an addon read like
// errors of Node.js itself. Reading can run getters and proxies; what they throw is dropped.

inline void drop_exception(napi_env env) {
  bool pending = false;
  napi_value dropped = nullptr;
  if (napi_is_exception_pending(env, &pending) == napi_ok && pending)
    napi_get_and_clear_last_exception(env, &dropped);
}

/// The first bytes of a string, whole characters only; empty for anything else.
inline std::string beginning_of(napi_env env, napi_value text) {
  char buffer[512];
  std::size_t length = 0;
  if (napi_get_value_string_utf8(env, text, buffer, sizeof buffer, &length) != napi_ok) return {};
  return {buffer, length};
}

/// `text` cut after `kept` characters when it has more than `most`.
inline std::string shortened(std::string const& text, std::size_t most, std::size_t kept) {
  std::size_t characters = 0;
  std::size_t cut = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xc0) == 0x80) continue;
    if (characters++ == kept) cut = i;
  }
  return characters > most ? text.substr(0, cut) + "..." : text;
}

/// A string as util.inspect shows it.
inline std::string inspected_string(std::string_view text) {
  auto const has = [text](char each) { return text.find(each) != std::string_view::npos; };
  char const quote = !has('\'') ? '\'' : !has('"') ? '"' : !has('`') ? '`' : '\'';
  constexpr char digits[] = "0123456789ABCDEF";
  std::string result(1, quote);
  for (char const each : text) {
    auto const code = static_cast<unsigned char>(each);
    if (each == quote || each == '\\') {
      (result += '\\') += each;
    } else if (each == '\n') {
      result += "\\n";
    } else if (each == '\t') {
      result += "\\t";
    } else if (each == '\r') {
      result += "\\r";
    } else if (code < 0x20 || code == 0x7f) {
      ((result += "\\x") += digits[code >> 4]) += digits[code & 15];
    } else {
      result += each;
    }
  }
  return result += quote;
}

/// A property, or null when it can't be read.
inline napi_value quiet_property(napi_env env, napi_value object, char const* name) {
  napi_value result = nullptr;
  if (napi_get_named_property(env, object, name, &result) == napi_ok) return result;
  drop_exception(env);
  return nullptr;
}

inline std::string quiet_name(napi_env env, napi_value object) {
  auto const name = object ? quiet_property(env, object, "name") : nullptr;
  return name ? beginning_of(env, name) : std::string();
}

/// `an instance of Map`, `function parse`.
inline std::string received_object(napi_env env, napi_value object, napi_valuetype type) {
  if (type == napi_function) {
    auto const name = quiet_name(env, object);
    return name.empty() ? "type function ([Function (anonymous)])" : "function " + name;
  }
  auto const constructor = quiet_property(env, object, "constructor");
  auto const name = quiet_name(env, constructor);
  return name.empty() ? "[Object: null prototype]" : "an instance of " + name;
}

/// A number, bigint or boolean as util.inspect shows it.
inline std::string inspected_primitive(napi_env env, napi_value value, napi_valuetype type) {
  napi_value text = nullptr;
  napi_coerce_to_string(env, value, &text);
  auto const written = beginning_of(env, text);
  double number = 0;
  if (type == napi_number && napi_get_value_double(env, value, &number) == napi_ok && number == 0 &&
      1 / number < 0)
    return "-0";
  return type == napi_bigint ? written + "n" : written;
}

/// A value as util.inspect shows it; objects by their constructor only.
inline std::string inspected(napi_env env, napi_value value) {
  napi_valuetype type = napi_undefined;
  napi_typeof(env, value, &type);
  switch (type) {
    case napi_string:
      return inspected_string(beginning_of(env, value));
    case napi_symbol: {
      auto const description = quiet_property(env, value, "description");
      return "Symbol(" + (description ? beginning_of(env, description) : std::string()) + ")";
    }
    case napi_object:
    case napi_function:
      return received_object(env, value, type);
    case napi_external:
      return "an external value";
    default:
      return inspected_primitive(env, value, type);
  }
}

/// A key as it stands between the brackets of a path: `"name"`, `5`.
inline std::string shown_key(napi_env env, napi_value key) {
  napi_valuetype type = napi_undefined;
  napi_typeof(env, key, &type);
  return type == napi_string ? quoted(shortened(beginning_of(env, key), 128, 128)) : inspected(env, key);
}

/// A value as util.inspect shows it, with the digits of integers beyond 32 bits in groups of three:
/// 4_294_967_296.
inline std::string inspected_in_groups(napi_env env, napi_value value) {
  auto const text = inspected(env, value);
  auto const start = text.starts_with('-') ? std::size_t{1} : std::size_t{0};
  auto const end = text.ends_with('n') ? text.size() - 1 : text.size();
  auto const digits = std::string_view(text).substr(start, end - start);
  constexpr std::string_view limit = "4294967296";
  auto const is_long = digits.size() > limit.size() || (digits.size() == limit.size() && digits > limit);
  if (!is_long || digits.find_first_not_of("0123456789") != std::string_view::npos) return text;
  std::string result = text.substr(0, start);
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) result += '_';
    result += digits[i];
  }
  return result + text.substr(end);
}

/// What came instead of the right type: `type string ('3')`, `an instance of Map`, `undefined`.
inline std::string received(napi_env env, napi_value value) {
  napi_valuetype type = napi_undefined;
  napi_typeof(env, value, &type);
  auto const text = inspected(env, value);
  switch (type) {
    case napi_boolean:
      return "type boolean (" + text + ")";
    case napi_number:
      return "type number (" + text + ")";
    case napi_bigint:
      return "type bigint (" + text + ")";
    case napi_symbol:
      return "type symbol (" + shortened(text, 28, 25) + ")";
    case napi_string:
      return "type string (" + shortened(text, 28, 25) + ")";
    default:
      return text;
  }
}

}  // namespace detail
}  // namespace tendon
