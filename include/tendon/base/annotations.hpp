#pragma once

// What stands beside a name in a TENDON_ADDON block. Large addons have thousands of these, so a plain one is
// a single pointer that is passed by value. Texts are copied while the block runs.

#include <cstddef>
#include <type_traits>
#include <utility>

namespace [[gnu::visibility("hidden")]] tendon {

/// Documentation of an export; becomes its JSDoc comment. May have several lines.
struct doc {
  char const* text;
  [[nodiscard]] constexpr explicit doc(char const* text) : text(text) {}
};

/// A TypeScript type that replaces the one tendon would write: `arg("on", ts("(event: Event) => void"))`.
struct ts {
  char const* text;
  [[nodiscard]] constexpr explicit ts(char const* text) : text(text) {}
};

/// How a default reads in JavaScript, for types that have no literals: `arg("log", literal("console.log")) =
/// f`.
struct literal {
  char const* text;
  [[nodiscard]] constexpr explicit literal(char const* text) : text(text) {}
};

/// The `name` of a function that is returned.
struct named {
  char const* text;
  [[nodiscard]] constexpr explicit named(char const* text) : text(text) {}
};

/// Lets a result be a null pointer, which is `null` in JavaScript: `returns(nullable)`.
struct nullable_option {};
inline constexpr nullable_option nullable;

/// What is special about a result: `returns(ts("Promise<string>"))`, `returns(named("theFunction"))`,
/// `returns(nullable)`.
struct returns {
  char const* ts_text = nullptr;
  char const* function_name = nullptr;
  bool may_be_null = false;

  template <class... Options>
  [[nodiscard]] constexpr explicit returns(Options... options) {
    constexpr bool known = ((std::is_same_v<Options, ts> || std::is_same_v<Options, named> ||
                             std::is_same_v<Options, nullable_option>)&&...);
    static_assert(known, "tendon: this is no option of returns(...); use ts, named or nullable");
    if constexpr (known) (apply(options), ...);
  }

 private:
  constexpr void apply(ts type) { ts_text = type.text; }
  constexpr void apply(named function) { function_name = function.text; }
  constexpr void apply(nullable_option) { may_be_null = true; }
};

/// Says of a class that each object is destroyed as soon as it is found dead, for files, sockets and locks.
struct prompt_option {};
inline constexpr prompt_option prompt;

/// Says of a result that refers to objects that JavaScript now owns them; each must come from `new`.
struct owned_result {};
inline constexpr owned_result owned;

/// Says of a result that refers to objects that JavaScript gets copies of them.
struct copied_result {};
inline constexpr copied_result copied;

/// Says of a result that refers to objects that C++ keeps them alive for ever.
struct unmanaged_result {};
inline constexpr unmanaged_result unmanaged;

/// Says of a result that refers to objects that they are part of the object that the method is called on, or
/// of an argument: `borrowed("car")`. It is kept alive as long as they are.
struct borrowed_result {
  char const* argument = nullptr;
  [[nodiscard]] constexpr borrowed_result operator()(char const* name) const { return {name}; }
};
inline constexpr borrowed_result borrowed;

/// Keeps arguments alive as long as the result, or the object of a method or constructor: `keeps("db")`.
/// Without names it is the object of the method that is kept alive, as long as the result.
template <std::size_t Count>
struct kept_arguments_option {
  char const* names[Count == 0 ? 1 : Count];
};

template <class... Name>
[[nodiscard]] constexpr kept_arguments_option<sizeof...(Name)> keeps(Name... names) {
  static_assert((std::is_convertible_v<Name, char const*> && ...),
                "tendon: keeps(...) takes names of arguments");
  if constexpr (sizeof...(Name) == 0)
    return {{nullptr}};
  else
    return {{names...}};
}

namespace detail {

/// The name of one parameter.
struct plain_arg {
  char const* name;

  template <class Value>
  [[nodiscard]] constexpr auto operator=(Value&& value) const;
};

/// The same with options; absent ones are null.
struct detailed_arg {
  char const* name;
  char const* ts_text = nullptr;
  char const* literal_text = nullptr;

  constexpr detailed_arg(plain_arg base) : name(base.name) {}
  constexpr void apply(ts type) { ts_text = type.text; }
  constexpr void apply(literal shown) { literal_text = shown.text; }

  template <class Value>
  [[nodiscard]] constexpr auto operator=(Value&& value) const;
};

/// The same with a default.
template <class Value>
struct arg_with_default {
  detailed_arg arg;
  Value value;
};

template <class Value>
constexpr auto plain_arg::operator=(Value&& value) const {
  return arg_with_default<std::decay_t<Value>>{*this, std::forward<Value>(value)};
}

template <class Value>
constexpr auto detailed_arg::operator=(Value&& value) const {
  return arg_with_default<std::decay_t<Value>>{*this, std::forward<Value>(value)};
}

}  // namespace detail

/// Names one parameter; `arg("height") = 1.0` also gives it a default, which is copied for each call.
[[nodiscard, gnu::always_inline]] constexpr detail::plain_arg arg(char const* name) { return {name}; }

/// The same with ts(…), literal(…) or both.
template <class... Options>
  requires(sizeof...(Options) > 0)
[[nodiscard]] constexpr detail::detailed_arg arg(char const* name, Options... options) {
  constexpr bool known = ((std::is_same_v<Options, ts> || std::is_same_v<Options, literal>)&&...);
  static_assert(known, "tendon: this is no option of arg(...); use ts or literal");
  detail::detailed_arg result{detail::plain_arg{name}};
  if constexpr (known) (result.apply(options), ...);
  return result;
}

}  // namespace tendon
