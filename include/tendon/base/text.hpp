#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// `text` as a double-quoted literal that JavaScript, JSON and TypeScript read alike. U+2028 and U+2029 end a
/// line for some of their readers.
inline std::string quoted(std::string_view text) {
  constexpr char digits[] = "0123456789abcdef";
  std::string result = "\"";
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto const each = static_cast<unsigned char>(text[i]);
    auto const separator = text.substr(i, 3);
    if (separator == "\xe2\x80\xa8" || separator == "\xe2\x80\xa9") {
      result += separator.back() == '\xa8' ? "\\u2028" : "\\u2029";
      i += 2;
    } else if (each == '"' || each == '\\') {
      result += '\\';
      result += static_cast<char>(each);
    } else if (each < 0x20 || each == 0x7f) {
      result += "\\u00";
      result += digits[each >> 4];
      result += digits[each & 15];
    } else {
      result += static_cast<char>(each);
    }
  }
  return result += '"';
}

constexpr bool is_identifier_character(char each) {
  return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z') || (each >= '0' && each <= '9') ||
         each == '_' || each == '$';
}

/// Words that can't be the name of a function or parameter in strict TypeScript.
constexpr bool is_reserved_word(std::string_view text) {
  constexpr std::string_view words[] = {
      "arguments",  "await",      "break",     "case",   "catch",    "class",  "const",   "continue",
      "debugger",   "default",    "delete",    "do",     "else",     "enum",   "eval",    "export",
      "extends",    "false",      "finally",   "for",    "function", "if",     "import",  "in",
      "instanceof", "implements", "interface", "let",    "new",      "null",   "package", "private",
      "protected",  "public",     "return",    "static", "super",    "switch", "this",    "throw",
      "true",       "try",        "typeof",    "var",    "void",     "while",  "with",    "yield",
  };
  for (auto const word : words)
    if (word == text) return true;
  return false;
}

/// Whether `text` can be declared as it is. Non-ASCII letters are left to the quoted forms.
constexpr bool is_typescript_name(std::string_view text) {
  if (text.empty() || (text[0] >= '0' && text[0] <= '9')) return false;
  for (char const each : text)
    if (!is_identifier_character(each)) return false;
  return !is_reserved_word(text);
}

/// "a", "a" and "b", or "a", "b", and "c": the way Node.js lists names in messages.
template <class Range>
std::string listed(Range const& names) {
  std::string result;
  auto const count = std::size(names);
  std::size_t at = 0;
  for (std::string_view const name : names) {
    if (at > 0) result += count == 2 ? " and " : at + 1 == count ? ", and " : ", ";
    (result += '"').append(name) += '"';
    ++at;
  }
  return result;
}

}  // namespace detail
}  // namespace tendon
