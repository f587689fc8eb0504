#include <tendon/casters/aggregate.hpp>

#include <doctest/doctest.h>

#include "functions.hpp"
#include "javascript.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace {

struct spot {
  double x;
  double y;
};

struct drawing {
  std::string title;
  std::vector<spot> spots;
  std::optional<spot> center;
};

struct tree {
  int value;
  std::vector<tree> children;
};

struct nothing {};

struct keywords {
  int constructor;
  int prototype;
  int length;
  int toString;
};

struct constant {
  int const first;
  std::string const second;
};

struct with_initializers {
  int count = 5;
  std::string name = "x";
};

struct all_optional {
  std::optional<int> a;
  std::optional<std::string> b;
};

struct wide {
  std::uint8_t a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t;
};

template <class T>
T same(T value) {
  return value;
}

test_functions const aggregates([](tendon::addon& a) {
  a.export_function<&same<spot>>("same_spot", a.arg("spot"));
  a.export_function<&same<drawing>>("same_drawing", a.arg("drawing"));
  a.export_function<&same<tree>>("same_tree", a.arg("tree"));
  a.export_function<&same<nothing>>("same_nothing", a.arg("nothing"));
  a.export_function<&same<keywords>>("same_keywords", a.arg("keywords"));
  a.export_function<[](constant const& value) { return value; }>("same_constant", a.arg("value"));
  a.export_function<&same<with_initializers>>("same_with_initializers", a.arg("value"));
  a.export_function<&same<all_optional>>("same_all_optional", a.arg("value"));
  a.export_function<&same<wide>>("same_wide", a.arg("value"));
  a.export_function<[](spot where) { return where; }>("spot_or_default", a.arg("spot") = spot{1, 2});
  a.export_function<[](std::optional<drawing> const& value) { return value ? value->title : "none"; }>(
      "drawing_title", a.arg("drawing"));
  a.export_function<[](int depth) {
    tree root{0, {}};
    for (int i = 1; i <= depth; ++i) root = {i, {std::move(root)}};
    return root;
  }>("deep_tree", a.arg("depth"));
});

}  // namespace

TEST_CASE("a plain struct reads as an object in documentation") {
  CHECK(tendon::caster<spot>::literal({1, -2.5}) == "{ x: 1, y: -2.5 }");
  CHECK(tendon::caster<nothing>::literal({}) == "{}");
  CHECK(tendon::caster<all_optional>::literal({std::nullopt, "t"}) == R"({ a: undefined, b: "t" })");
}

TEST_CASE("a plain struct converts both ways") {
  auto const read = converted<drawing>("{ title: 'a', spots: [{ x: 1, y: -2 }], more: 1 }");
  CHECK(read.title == "a");
  CHECK(read.spots.at(0).y == -2);
  CHECK_FALSE(read.center.has_value());
  CHECK(given(drawing(read)) == R"({title: "a", spots: [{x: 1, y: -2}]})");
  CHECK(given(drawing{"b", {}, spot{3, 4}}) == R"({title: "b", spots: [], center: {x: 3, y: 4}})");
  CHECK(
      refusal<drawing>("{ title: 'a', spots: [{ x: 1 }] }") ==
      R"js(TypeError [ERR_INVALID_ARG_TYPE]: f(): The "value.spots[0].y" property must be of type number. Received undefined)js");
}
