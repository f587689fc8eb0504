#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace [[gnu::visibility("hidden")]] tendon {

/// Kinds of JavaScript values, told apart without running JavaScript.
enum class js_kind : unsigned char {
  undefined,
  null,
  boolean,
  number,
  bigint,
  string,
  symbol,
  function,
  list,  ///< what Array.isArray says so of
  int8_array,
  uint8_array,
  uint8_clamped_array,
  int16_array,
  uint16_array,
  int32_array,
  uint32_array,
  float32_array,
  float64_array,
  bigint64_array,
  biguint64_array,
  array_buffer,
  data_view,
  date,
  promise,
  set,
  map,
  object,  ///< any other
};

/// Which kinds of values a type takes, as far as its TypeScript text says so.
class js_kinds {
 public:
  constexpr js_kinds() = default;
  constexpr js_kinds(js_kind one) : bits_(1u << static_cast<unsigned>(one)) {}

  constexpr bool has(js_kinds any) const { return (bits_ & any.bits_) != 0; }
  constexpr js_kinds operator|(js_kinds more) const { return js_kinds(bits_ | more.bits_); }
  constexpr js_kinds operator&(js_kinds other) const { return js_kinds(bits_ & other.bits_); }
  constexpr js_kinds without(js_kinds less) const { return js_kinds(bits_ & ~less.bits_); }
  constexpr bool operator==(js_kinds const&) const = default;

  static const js_kinds any;         ///< all values
  static const js_kinds any_object;  ///< all objects
  static const js_kinds of_parts;    ///< what `parts` take as well
  static const js_kinds tuple;       ///< lists that are as long as there are `parts`
  static const js_kinds unknown;     ///< there is a word that says nothing here

 private:
  constexpr explicit js_kinds(std::uint32_t bits) : bits_(bits) {}

  std::uint32_t bits_ = 0;
};

inline constexpr js_kinds js_kinds::any{1u << 27};
inline constexpr js_kinds js_kinds::any_object{1u << 28};
inline constexpr js_kinds js_kinds::of_parts{1u << 29};
inline constexpr js_kinds js_kinds::tuple{1u << 30};
inline constexpr js_kinds js_kinds::unknown{1u << 31};

namespace detail {

/// Takes the first of the types that a union consists of off its front.
constexpr std::string_view take_union_term(std::string_view& text) {
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char const each = text[i];
    if (each == '(' || each == '<' || each == '[' || each == '{') ++depth;
    if (each == ')' || each == ']' || each == '}' || (each == '>' && text[i - 1] != '=')) --depth;
    if (depth > 0 || !text.substr(i).starts_with(" | ")) continue;
    auto const term = text.substr(0, i);
    text.remove_prefix(i + 3);
    return term;
  }
  auto const term = text;
  text = {};
  return term;
}

constexpr js_kinds named_kind(std::string_view name) {
  struct word {
    std::string_view name;
    js_kinds kinds;
  };
  constexpr word words[] = {
      {"number", js_kind::number},
      {"string", js_kind::string},
      {"boolean", js_kind::boolean},
      {"bigint", js_kind::bigint},
      {"undefined", js_kind::undefined},
      {"null", js_kind::null},
      {"Readonly<Record", js_kind::object},
      {"Record", js_kind::object},
      {"ReadonlySet", js_kind::set},
      {"Set", js_kind::set},
      {"ReadonlyMap", js_kind::map},
      {"Map", js_kind::map},
      {"Date", js_kind::date},
      {"Promise", js_kind::promise},
      {"ReadonlyArray", js_kind::list},
      {"Array", js_kind::list},
      {"Int8Array", js_kind::int8_array},
      {"Uint8Array", js_kind::uint8_array},
      {"Buffer", js_kind::uint8_array},
      {"Uint8ClampedArray", js_kind::uint8_clamped_array},
      {"Int16Array", js_kind::int16_array},
      {"Uint16Array", js_kind::uint16_array},
      {"Int32Array", js_kind::int32_array},
      {"Uint32Array", js_kind::uint32_array},
      {"Float32Array", js_kind::float32_array},
      {"Float64Array", js_kind::float64_array},
      {"BigInt64Array", js_kind::bigint64_array},
      {"BigUint64Array", js_kind::biguint64_array},
      {"ArrayBuffer", js_kind::array_buffer},
      {"DataView", js_kind::data_view},
      {"symbol", js_kind::symbol},
      {"Function", js_kind::function},
      {"true", js_kind::boolean},
      {"false", js_kind::boolean},
      {"object", js_kinds::any_object},
      {"unknown", js_kinds::any},
      {"any", js_kinds::any},
  };
  for (auto const& each : words)
    if (each.name == name) return each.kinds;
  return js_kinds::unknown;
}

/// Of `readonly [$, $]`; others are lists like any.
constexpr js_kinds tuple_kind(std::string_view term) {
  std::size_t commas = 0;
  std::size_t parts = 0;
  for (char const each : term) {
    if (each == ',') ++commas;
    if (each == '$') ++parts;
  }
  return term.ends_with("[]") || parts == commas + 1 ? js_kinds::tuple : js_kinds(js_kind::list);
}

constexpr js_kinds kind_of_term(std::string_view term) {
  if (term == "$") return js_kinds::of_parts;
  if (term.find(" => ") != term.npos) return js_kind::function;
  if (term.starts_with("readonly [") || term.starts_with("[")) return tuple_kind(term);
  if (term.ends_with("[]")) return js_kind::list;
  auto const first = term.empty() ? ' ' : term[0];
  if (first == '"' || first == '\'' || first == '`') return js_kind::string;
  if (first == '-' || (first >= '0' && first <= '9')) return js_kind::number;
  if (first == '{') return js_kind::object;
  constexpr std::string_view record = "Readonly<Record";
  return named_kind(term.starts_with(record) ? record : term.substr(0, term.find('<')));
}

/// What a text of TypeScript takes, in which `$` stands for parts.
constexpr js_kinds kinds_of_text(std::string_view text) {
  js_kinds kinds;
  while (!text.empty()) kinds = kinds | kind_of_term(take_union_term(text));
  return kinds;
}

}  // namespace detail
}  // namespace tendon
