#include <tendon/casters/sequence.hpp>

#include <doctest/doctest.h>

#include "functions.hpp"
#include "javascript.hpp"

#include <cstdint>
#include <deque>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace {

template <class T>
T same(T value) {
  return value;
}

struct empty_cell {};

test_functions const sequences([](tendon::addon& a) {
  a.export_function<&same<std::deque<double>>>("same_deque", a.arg("values"));
  a.export_function<&same<std::deque<std::string>>>("same_string_deque", a.arg("values"));
  a.export_function<&same<std::deque<std::uint8_t>>>("same_byte_deque", a.arg("values"));
  a.export_function<&same<std::list<int>>>("same_list", a.arg("values"));
  a.export_function<&same<std::list<bool>>>("same_bool_list", a.arg("values"));
  a.export_function<&same<std::list<std::deque<std::optional<int>>>>>("same_nested_list", a.arg("values"));
  a.export_function<[](std::deque<std::optional<int>> const& values) { return values.size(); }>(
      "optional_deque_size", a.arg("values"));
  a.export_function<&same<std::vector<empty_cell>>>("same_empty_cells", a.arg("values"));
});

}  // namespace

TEST_CASE("deques and lists read as arrays in documentation") {
  CHECK(tendon::caster<std::deque<int>>::literal({1, -2}) == "[1, -2]");
  CHECK(tendon::caster<std::list<std::string>>::literal({}) == "[]");
}

TEST_CASE("deques and lists convert both ways") {
  CHECK(converted<std::deque<int>>("[1, 2]") == std::deque<int>{1, 2});
  CHECK(converted<std::list<std::string>>("['a']") == std::list<std::string>{"a"});
  CHECK(given(std::deque<double>{0.5, -1}) == "[0.5, -1]");
  CHECK(given(std::list<bool>{}) == "[]");
  CHECK(
      refusal<std::list<int>>("[1, 'x']") ==
      R"js(TypeError [ERR_INVALID_ARG_TYPE]: f(): The "value[1]" property must be of type number. Received type string ('x'))js");
  CHECK(
      refusal<std::deque<int>>("new Set()") ==
      R"js(TypeError [ERR_INVALID_ARG_TYPE]: f(): The "value" argument must be an instance of Array. Received an instance of Set)js");
}
