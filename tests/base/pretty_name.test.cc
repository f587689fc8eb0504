#include <tendon/base/pretty_name.hpp>

#include <doctest/doctest.h>

#include <string_view>

namespace geometry {

struct point {
  double x;
  double perimeter() const& { return 0; }
  int next() noexcept { return 1; }
  static void reset() {}
  int operator()(int value) { return value; }
  explicit operator int() const { return 0; }
};

template <class T, char Separator>
struct box {
  T content;
};

enum class color { red };

inline double area(point) { return 0; }
inline int count() noexcept { return 0; }
inline int overloaded(int) { return 0; }
inline int overloaded(double) { return 0; }
inline point operator+(point left, point) { return left; }

inline namespace v1 {
inline void versioned() {}
}  // namespace v1

}  // namespace geometry

namespace {

struct hidden {};
[[maybe_unused]] void helper() {}

}  // namespace

extern "C" {
inline int c_style(int value) { return value; }
}

inline void global() {}

TEST_CASE("the name of a type is qualified") {
  static_assert(tendon::type_name<int>() == "int");
  static_assert(tendon::type_name<geometry::point>() == "geometry::point");
  static_assert(tendon::type_name<geometry::color>() == "geometry::color");
  static_assert(tendon::type_name<geometry::box<int, '>'>>() == "geometry::box<int, '>'>");
  CHECK(tendon::type_name<geometry::point>() == "geometry::point");
}

TEST_CASE("the unqualified name of a type keeps its template arguments") {
  static_assert(tendon::unqualified_type_name<int>() == "int");
  static_assert(tendon::unqualified_type_name<geometry::point>() == "point");
  static_assert(tendon::unqualified_type_name<hidden>() == "hidden");
  static_assert(tendon::unqualified_type_name<geometry::box<geometry::point, ':'>>() ==
                "box<geometry::point, ':'>");
  struct local {};
  static_assert(tendon::unqualified_type_name<local>() == "local");
}

TEST_CASE("a stored name ends with NUL, which views of it do not need") {
  constexpr std::string_view name = tendon::type_name<geometry::point>();
  CHECK(name.data()[name.size()] == '\0');
}

TEST_CASE("functions have the name their author gave them") {
  static_assert(tendon::function_name<geometry::area>() == "area");
  static_assert(tendon::function_name<&geometry::area>() == "area");
  static_assert(tendon::function_name<geometry::count>() == "count");
  static_assert(tendon::function_name<geometry::versioned>() == "versioned");
  static_assert(tendon::function_name<static_cast<int (*)(double)>(geometry::overloaded)>() == "overloaded");
  static_assert(tendon::function_name<global>() == "global");
  static_assert(tendon::function_name<helper>() == "helper");
  static_assert(tendon::function_name<c_style>() == "c_style");
  CHECK(tendon::function_name<geometry::area>() == "area");
}

TEST_CASE("members have the name their author gave them") {
  static_assert(tendon::function_name<&geometry::point::perimeter>() == "perimeter");
  static_assert(tendon::function_name<&geometry::point::next>() == "next");
  static_assert(tendon::function_name<&geometry::point::reset>() == "reset");
  static_assert(tendon::function_name<&geometry::point::x>() == "x");
  static_assert(tendon::function_name<&geometry::box<geometry::point, ':'>::content>() == "content");
}

TEST_CASE("operators, lambdas and null have no name") {
  static_assert(tendon::function_name<static_cast<geometry::point (*)(geometry::point, geometry::point)>(
                    geometry::operator+)>()
                    .empty());
  static_assert(tendon::function_name<&geometry::point::operator()>().empty());
  static_assert(tendon::function_name < &geometry::point::operator int>().empty());
  static_assert(tendon::function_name<[](int value) { return value; }>().empty());
  static_assert(tendon::function_name<static_cast<void (*)()>(nullptr)>().empty());
}

TEST_CASE("the parts of compiler-made text") {
  using namespace tendon::detail;
  static_assert(last_component("a::b<c::d>::e<f::g>") == "e<f::g>");
  static_assert(last_component("main()::<lambda(a::b)>::local") == "local");
  static_assert(last_component("box<')', '\\'', \"::\">::color") == "color");
  static_assert(trailing_identifier("ns::color::red") == "red");
  static_assert(trailing_identifier("(ns::color)7").empty());
  static_assert(trailing_identifier("(ns::color)-7").empty());

  std::string_view list = "f(int, char)::red, (box<',', a>)7, green";
  CHECK(take_element(list) == "f(int, char)::red");
  CHECK(take_element(list) == "(box<',', a>)7");
  CHECK(take_element(list) == "green");
  CHECK(list.empty());
}
