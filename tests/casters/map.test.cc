#include <tendon/casters/map.hpp>

#include <doctest/doctest.h>

#include "functions.hpp"
#include "javascript.hpp"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

namespace {

template <class T>
T same(T value) {
  return value;
}

enum class unit { meter, second };

struct place {
  double x;
  double y;
};

struct fixed {
  int const value;
};

struct atlas {
  std::map<std::string, place> places;
  std::map<int, std::string> pages;
};

/// Contains itself by way of every kind of container.
struct knot {
  std::vector<knot> list;
  std::map<std::string, knot> record;
  std::map<int, knot> map;
  std::vector<std::pair<int, std::vector<knot>>> pairs;
};

test_functions const maps([](tendon::addon& a) {
  using nested = std::map<std::string, std::vector<std::optional<place>>>;
  a.export_function<&same<std::map<std::string, int>>>("same_record", a.arg("values"));
  a.export_function<&same<std::unordered_map<std::string, std::string>>>("same_unordered_record",
                                                                         a.arg("values"));
  a.export_function<&same<nested>>("same_nested_record", a.arg("values"));
  a.export_function<&same<std::map<int, double>>>("same_map", a.arg("values"));
  a.export_function<&same<std::unordered_map<unit, std::vector<int>>>>("same_unordered_map", a.arg("values"));
  a.export_function<&same<std::map<std::pair<int, int>, std::map<std::string, bool>>>>("same_map_of_records",
                                                                                       a.arg("values"));
  a.export_function<&same<std::map<double, int>>>("same_map_of_doubles", a.arg("values"));
  a.export_function<&same<std::map<std::string, fixed>>>("same_fixed_record", a.arg("values"));
  a.export_function<&same<std::map<int, fixed>>>("same_fixed_map", a.arg("values"));
  a.export_function<&same<std::map<std::int64_t, int>>>("same_wide_map", a.arg("values"));
  a.export_function<&same<atlas>>("same_atlas", a.arg("atlas"));
  a.export_function<[](knot const& value) { return value.list.size(); }>("knot_size", a.arg("knot"));
  a.export_function<[](std::map<std::string, std::function<int()>> const& calls) {
    int sum = 0;
    for (auto const& [name, call] : calls) sum += call();
    return sum;
  }>("sum_of_record_calls", a.arg("calls"));
  a.export_function<[](int count) {
    std::map<int, int> result;
    for (int i = 0; i < count; ++i) result[i] = i;
    return result;
  }>("counted_map", a.arg("count"));
  a.export_function<[](std::map<std::string, int> const& values) { return values.size(); }>(
      "record_size", a.arg("values") = std::map<std::string, int>{{"a", 1}});
});

}  // namespace

TEST_CASE("a map of strings reads as an object in documentation") {
  using record = tendon::caster<std::map<std::string, int>>;
  CHECK(record::literal({}) == "{}");
  CHECK(record::literal({{"a", 1}, {"b c", 2}}) == R"({ a: 1, "b c": 2 })");
  CHECK(record::literal({{"__proto__", 1}}) == R"({ ["__proto__"]: 1 })");
}

TEST_CASE("another map reads as a Map in documentation") {
  using map = tendon::caster<std::map<int, std::string>>;
  CHECK(map::literal({}) == "new Map()");
  CHECK(map::literal({{2, "b"}, {1, "a"}}) == R"(new Map([[1, "a"], [2, "b"]]))");
}

TEST_CASE("maps convert both ways") {
  using record = std::map<std::string, std::vector<std::optional<int>>>;
  using map = std::unordered_map<int, std::string>;
  CHECK(converted<record>("{ a: [1, undefined], __proto__: null }") == record{{"a", {1, std::nullopt}}});
  CHECK(converted<map>("new Map([[1, 'a']])") == map{{1, "a"}});
  CHECK(given(record{{"a", {1}}, {"b", {}}}) == "{a: [1], b: []}");
  CHECK(given(map{{1, "a"}}) == R"(Map {[1, "a"]})");
  CHECK(
      refusal<record>("{ a: [1, 'x'] }") ==
      R"js(TypeError [ERR_INVALID_ARG_TYPE]: f(): The "value["a"][1]" property must be of type number. Received type string ('x'))js");
  CHECK(
      refusal<map>("new Map([['x', 'a']])") ==
      R"js(TypeError [ERR_INVALID_ARG_TYPE]: f(): The "value.keys()[0]" property must be of type number. Received type string ('x'))js");
}
