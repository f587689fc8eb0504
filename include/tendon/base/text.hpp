#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

// What is marked cold here and in describe/ runs when an addon is loaded, or fails: compilers make it small,
// not fast.

/// Adds `text` as a double-quoted literal that JavaScript, JSON and TypeScript read alike. U+2028 and U+2029
/// end a line for some of their readers.
[[gnu::cold]] inline void append_quoted(std::string& to, std::string_view text) {
  constexpr char digits[] = "0123456789abcdef";
  to += '"';
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto const each = static_cast<unsigned char>(text[i]);
    auto const separator = text.substr(i, 3);
    if (separator == "\xe2\x80\xa8" || separator == "\xe2\x80\xa9") {
      to += separator.back() == '\xa8' ? "\\u2028" : "\\u2029";
      i += 2;
    } else if (each == '"' || each == '\\') {
      to += '\\';
      to += static_cast<char>(each);
    } else if (each < 0x20 || each == 0x7f) {
      to += "\\u00";
      to += digits[each >> 4];
      to += digits[each & 15];
    } else {
      to += static_cast<char>(each);
    }
  }
  to += '"';
}

inline std::string quoted(std::string_view text) {
  std::string result;
  append_quoted(result, text);
  return result;
}

/// What a pattern is filled with: characters as they are, characters in quotes, or a number. Only refers to a
/// text, so it is made where it is used.
class piece {
 public:
  piece(char const* text) : characters_(text), form_(form::characters) {}
  piece(std::string const& text) : piece(text, form::string) {}
  piece(std::string_view const& text) : piece(text, form::view) {}
  piece(std::size_t number) : number_(number), form_(form::number) {}

  friend piece in_quotes(std::string const& text) { return {text, form::quoted_string}; }
  friend piece in_quotes(std::string_view const& text) { return {text, form::quoted_view}; }

  [[gnu::cold]] void append_to(std::string& to) const {
    switch (form_) {
      case form::characters:
        to += characters_;
        break;
      case form::string:
        to += *string_;
        break;
      case form::view:
        to += *view_;
        break;
      case form::quoted_string:
        append_quoted(to, *string_);
        break;
      case form::quoted_view:
        append_quoted(to, *view_);
        break;
      case form::number:
        to += std::to_string(number_);
        break;
    }
  }

 private:
  enum class form { characters, string, view, quoted_string, quoted_view, number };

  piece(std::string const& text, form how) : string_(&text), form_(how) {}
  piece(std::string_view const& text, form how) : view_(&text), form_(how) {}

  union {
    char const* characters_;
    std::string const* string_;
    std::string_view const* view_;
    std::size_t number_;
  };
  form form_;
};

piece in_quotes(std::string const& text);
piece in_quotes(std::string_view const& text);

/// Adds `pattern` with `$1` to `$9` replaced by the pieces, none of which may be part of `to`. All text that
/// is put together at run time comes through here: each `+` of strings would leave a temporary string, with
/// code to destroy it, in the object file of every addon.
[[gnu::noinline, gnu::cold]] inline void append(std::string& to, char const* pattern,
                                                std::initializer_list<piece> pieces) {
  for (std::string_view rest = pattern;;) {
    auto const mark = rest.find('$');
    to += rest.substr(0, mark);
    if (mark == rest.npos) return;
    rest.remove_prefix(mark + 1);
    auto const index = rest.empty() ? pieces.size() : static_cast<std::size_t>(rest[0] - '1');
    if (index < pieces.size()) {
      pieces.begin()[index].append_to(to);
      rest.remove_prefix(1);
    } else {
      to += '$';
    }
  }
}

/// The same as a new text.
[[gnu::noinline, gnu::cold]] inline std::string composed(char const* pattern,
                                                         std::initializer_list<piece> pieces) {
  std::string result;
  append(result, pattern, pieces);
  return result;
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
