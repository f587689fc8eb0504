#pragma once

#include <cstddef>
#include <string_view>
#include <type_traits>

namespace [[gnu::visibility("hidden")]] tendon {

namespace detail {

// The only place that reads compiler-made names. GCC and clang describe template arguments in
// __PRETTY_FUNCTION__:
//   GCC    constexpr auto f() [with T = ns::point]   [with auto ...Values = {ns::red, (ns::color)7}]
//   clang  auto f() [T = ns::point]                  [Values = <ns::red, (ns::color)7>]
// The return type must stay `auto`: GCC appends "; alias = type" for every alias the signature mentions.
template <class T>
constexpr auto type_signature() {
  return std::string_view{__PRETTY_FUNCTION__};
}

template <auto... Values>
constexpr auto values_signature() {
  return std::string_view{__PRETTY_FUNCTION__};
}

/// What surrounds the wanted text in a signature, measured on a sample whose text is known.
struct signature_frame {
  std::size_t before = 0;
  std::size_t after = 0;

  constexpr signature_frame(std::string_view sample, std::string_view known)
      : before{sample.find(known)}, after{sample.size() - before - known.size()} {}

  constexpr std::string_view cut(std::string_view signature) const {
    return signature.substr(before, signature.size() - before - after);
  }
};

inline constexpr signature_frame type_frame{type_signature<double>(), "double"};
inline constexpr signature_frame values_frame{values_signature<12345>(), "12345"};

/// The compiler's text for a type, and for a list of values separated by ", ".
template <class T>
constexpr std::string_view type_text() {
  return type_frame.cut(type_signature<T>());
}

template <auto... Values>
constexpr std::string_view values_text() {
  return values_frame.cut(values_signature<Values...>());
}

constexpr bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$' ||
         static_cast<unsigned char>(c) >= 0x80;
}

constexpr bool is_identifier(std::string_view text) {
  if (text.empty() || (text[0] >= '0' && text[0] <= '9')) return false;
  for (char c : text)
    if (!is_name_character(c)) return false;
  return true;
}

/// Walks over compiler-made text and knows which characters lie inside brackets or quotes.
struct text_walker {
  std::string_view text;
  std::size_t position = 0;
  int depth = 0;

  constexpr bool done() const { return position >= text.size(); }

  /// Takes one character, or one quoted literal such as '>' in box<'>'>.
  constexpr char take() {
    char const c = text[position++];
    if (c == '(' || c == '<' || c == '{' || c == '[') ++depth;
    if (c == ')' || c == '>' || c == '}' || c == ']') --depth;
    if (c == '\'' || c == '"') skip_quoted(c);
    return c;
  }

  constexpr void skip_quoted(char quote) {
    while (!done() && text[position] != quote) position += text[position] == '\\' ? 2 : 1;
    ++position;
  }
};

/// The part behind the last "::" that is not inside brackets: "point" of "geometry::point".
constexpr std::string_view last_component(std::string_view text) {
  std::size_t start = 0;
  for (text_walker walker{text}; !walker.done();) {
    bool const separator = walker.take() == ':' && walker.depth == 0;
    if (separator && !walker.done() && text[walker.position] == ':') start = walker.position + 1;
  }
  return text.substr(start);
}

/// Takes one element off the front of a ", " separated list.
constexpr std::string_view take_element(std::string_view& list) {
  text_walker walker{list};
  while (!walker.done())
    if (walker.take() == ',' && walker.depth == 0) break;
  bool const separated = walker.position < list.size();
  std::string_view const element = list.substr(0, separated ? walker.position - 1 : list.size());
  list.remove_prefix(separated ? walker.position + 1 : list.size());
  return element;
}

/// The identifier at the end of the text, empty when there is none: "red" of "ns::color::red", "" of
/// "(color)7".
constexpr std::string_view trailing_identifier(std::string_view text) {
  std::size_t start = text.size();
  while (start > 0 && is_name_character(text[start - 1])) --start;
  text.remove_prefix(start);
  return is_identifier(text) ? text : std::string_view{};
}

/// A copy of exactly the wanted text, so that a binary holds names and not whole signatures.
template <std::size_t Size>
struct stored_text {
  char characters[Size + 1] = {};

  consteval explicit stored_text(std::string_view text) {
    for (std::size_t i = 0; i < Size; ++i) characters[i] = text[i];
  }
  constexpr std::string_view view() const { return {characters, Size}; }
};

template <class T>
inline constexpr stored_text<type_text<T>().size()> stored_type_name{type_text<T>()};

template <auto F>
constexpr std::string_view function_text() {
  using function = decltype(F);
  if constexpr (std::is_pointer_v<function> || std::is_member_pointer_v<function>) {
    std::string_view const text = values_text<F>();
    std::string_view name = last_component(text);
    // At global scope the operator that takes the address is still there: "&area", "& area".
    while (!name.empty() && (name[0] == '&' || name[0] == ' ')) name.remove_prefix(1);
    // The call operator of a lambda without captures, as GCC and clang name its plain function.
    bool const from_lambda = name == "__invoke" || (name == "_FUN" && text.find("<lambda") != text.npos);
    if (is_identifier(name) && !from_lambda && name != "nullptr") return name;
  }
  return {};
}

template <auto F>
inline constexpr stored_text<function_text<F>().size()> stored_function_name{function_text<F>()};

}  // namespace detail

/// The qualified C++ name of a type, such as `geometry::point`. For messages only: the spelling of anonymous
/// namespaces, local types, aliases and standard types differs between compilers.
template <class T>
constexpr std::string_view type_name() {
  return detail::stored_type_name<T>.view();
}

/// The last component of the name, such as `point`; template arguments stay as the compiler writes them.
template <class T>
constexpr std::string_view unqualified_type_name() {
  return detail::last_component(type_name<T>());
}

/// The name a user gave to a function or member, such as `perimeter` for `&square::perimeter`. Empty for
/// lambdas, function objects and operators. Of a function template's instance clang gives the template's name
/// and GCC none (for a member template it too gives the template's name).
template <auto F>
consteval std::string_view function_name() {
  return detail::stored_function_name<F>.view();
}

}  // namespace tendon
