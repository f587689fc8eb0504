#include <tendon/base/annotations.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

using tendon::arg;
using tendon::doc;
using tendon::literal;
using tendon::named;
using tendon::returns;
using tendon::ts;

TEST_CASE("an arg is a name, in one pointer") {
  constexpr auto made = arg("width");
  CHECK(made.name == std::string_view("width"));
  static_assert(sizeof made == sizeof(char const*));
}

TEST_CASE("an arg has a TypeScript type, a literal or both, in any order") {
  constexpr auto typed = arg("on", ts("() => void"));
  CHECK(typed.name == std::string_view("on"));
  CHECK(typed.ts_text == std::string_view("() => void"));
  CHECK(typed.literal_text == nullptr);
  constexpr auto both = arg("on", literal("console.log"), ts("() => void"));
  CHECK(both.ts_text == std::string_view("() => void"));
  CHECK(both.literal_text == std::string_view("console.log"));
}

TEST_CASE("an arg with a default keeps a copy of it") {
  std::vector<int> list{1, 2};
  auto const made = arg("list") = list;
  list.clear();
  CHECK(made.arg.name == std::string_view("list"));
  CHECK(made.value == std::vector{1, 2});
}

TEST_CASE("a default has the type that it was given, arrays become pointers") {
  static_assert(std::is_same_v<decltype((arg("x") = 1).value), int>);
  static_assert(std::is_same_v<decltype((arg("x") = 1.5).value), double>);
  static_assert(std::is_same_v<decltype((arg("x") = "text").value), char const*>);
  static_assert(std::is_same_v<decltype((arg("x") = std::string()).value), std::string>);
}

TEST_CASE("an arg with options and a default keeps all") {
  constexpr auto made = arg("angle", literal("Math.PI"), ts("number")) = 3.14;
  CHECK(made.arg.name == std::string_view("angle"));
  CHECK(made.arg.literal_text == std::string_view("Math.PI"));
  CHECK(made.arg.ts_text == std::string_view("number"));
  CHECK(made.value == 3.14);
}

TEST_CASE("an arg without options has no texts when it gets a default") {
  constexpr auto made = arg("x") = 1;
  CHECK(made.arg.ts_text == nullptr);
  CHECK(made.arg.literal_text == nullptr);
}

TEST_CASE("returns has a TypeScript type, the name of a function or both") {
  constexpr returns typed(ts("Promise<string>"));
  CHECK(typed.ts_text == std::string_view("Promise<string>"));
  CHECK(typed.function_name == nullptr);
  constexpr returns both(named("next"), ts("() => number"));
  CHECK(both.ts_text == std::string_view("() => number"));
  CHECK(both.function_name == std::string_view("next"));
}

TEST_CASE("a doc is a text, in one pointer") {
  constexpr doc made("Does it.");
  CHECK(made.text == std::string_view("Does it."));
  static_assert(sizeof made == sizeof(char const*));
}

TEST_CASE("a text is no annotation by itself") {
  static_assert(!std::is_convertible_v<char const*, doc>);
  static_assert(!std::is_convertible_v<char const*, ts>);
  static_assert(!std::is_convertible_v<ts, returns>);
}
