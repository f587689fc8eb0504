#include <tendon/base/signature.hpp>

#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <type_traits>

using tendon::overload;
using tendon::types;
using tendon::detail::has_signature;
using tendon::detail::signature_of;

namespace {

struct tool {
  int value;
  int use(int times) { return times; }
  int use(int times) const { return -times; }
  std::string use(std::string text) const { return text; }
  int once() && noexcept { return 1; }
  int operator()(double) const { return 0; }
};

struct two_ways {
  int operator()(int);
  int operator()(double);
};

int pick(int value) { return value; }
double pick(double value) { return value; }
extern "C" int signature_test_of_c(int value) { return value; }

/// Whether F has this result and these parameters.
template <class F, class Result, class... Parameters>
constexpr bool has = std::is_same_v<typename signature_of<F>::result, Result> &&
                     std::is_same_v<typename signature_of<F>::parameters, types<Parameters...>>;

}  // namespace

TEST_CASE("a function type has a signature, and so has its pointer") {
  static_assert(has<int(double, char), int, double, char>);
  static_assert(has<int (*)(double, char), int, double, char>);
  static_assert(has<void (*)(), void>);
}

TEST_CASE("parameters and results keep their references and const") {
  static_assert(has<std::string const& (*)(int&, std::string const&, double&&), std::string const&, int&,
                    std::string const&, double&&>);
}

TEST_CASE("noexcept leaves a signature as it is") {
  static_assert(has<int (*)(int) noexcept, int, int>);
  static_assert(has<int (tool::*)(int) const noexcept, int, int>);
}

TEST_CASE("every qualifier of a member leaves its signature as it is") {
  static_assert(has<int (tool::*)(int), int, int>);
  static_assert(has<int (tool::*)(int) const, int, int>);
  static_assert(has<int (tool::*)(int)&, int, int>);
  static_assert(has<int (tool::*)(int) const&, int, int>);
  static_assert(has<int (tool::*)(int)&&, int, int>);
  static_assert(has<int (tool::*)(int) const&&, int, int>);
  static_assert(has<int (tool::*)(int) & noexcept, int, int>);
  static_assert(has<int (tool::*)(int) const & noexcept, int, int>);
  static_assert(has<decltype(&tool::once), int>);
  static_assert(has < int(tool::*)(int) const&& noexcept, int, int >);
}

TEST_CASE("a C function has a signature") { static_assert(has<decltype(&signature_test_of_c), int, int>); }

TEST_CASE("an object with one call operator has its signature") {
  static_assert(has<tool, int, double>);
  static_assert(has<std::function<int(char)>, int, char>);
  auto const lambda = [](int, std::string) { return 1.0; };
  static_assert(has<std::remove_const_t<decltype(lambda)>, double, int, std::string>);
  auto changing = [count = 0]() mutable noexcept { return ++count; };
  static_assert(has<decltype(changing), int>);
}

TEST_CASE("a C variadic function is known as one") {
  static_assert(signature_of<int (*)(char const*, ...)>::c_variadic);
  static_assert(signature_of<int (*)(char const*, ...) noexcept>::c_variadic);
  static_assert(!signature_of<int (*)(char const*)>::c_variadic);
}

TEST_CASE("what has no signature can be asked for it") {
  auto const generic = [](auto value) { return value; };
  static_assert(!has_signature<decltype(generic)>);
  static_assert(!has_signature<two_ways>);
  static_assert(!has_signature<int>);
  static_assert(!has_signature<int*>);
  static_assert(!has_signature<decltype(&tool::value)>);
  static_assert(has_signature<tool>);
  static_assert(has_signature<int (*)(int)>);
}

TEST_CASE("overload picks a function by its signature") {
  CHECK(overload<int(int)>(&pick)(3) == 3);
  CHECK(overload<double(double)>(&pick)(1.5) == 1.5);
}

TEST_CASE("overload picks a member by its signature and its const") {
  tool made{};
  CHECK((made.*overload<int(int)>(&tool::use))(2) == 2);
  CHECK((made.*overload<int(int) const>(&tool::use))(2) == -2);
  CHECK((made.*overload<std::string(std::string) const>(&tool::use))("text") == "text");
}

TEST_CASE("what overload gives is a constant") {
  static_assert(std::is_same_v<decltype(overload<int(int)>(&pick)), int (*)(int)>);
  constexpr auto member = overload<int(int) const>(&tool::use);
  static_assert(std::is_same_v<decltype(member), int (tool::*const)(int) const>);
}
