#include <tendon/casters/tuple.hpp>

#include <doctest/doctest.h>

#include "functions.hpp"
#include "javascript.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace {

template <class T>
T same(T value) {
  return value;
}

struct route {
  std::pair<double, double> from;
  std::vector<std::pair<double, double>> stops;
  std::optional<std::tuple<int, std::string>> label;
};

test_functions const tuples([](tendon::addon& a) {
  using named = std::pair<std::string, int>;
  using mixed = std::tuple<int, std::optional<bool>, std::vector<double>>;
  using nested = std::pair<std::pair<int, int>, std::tuple<named>>;
  a.export_function<&same<named>>("same_pair", a.arg("pair"));
  a.export_function<&same<mixed>>("same_mixed_tuple", a.arg("tuple"));
  a.export_function<&same<std::tuple<>>>("same_empty_tuple", a.arg("tuple"));
  a.export_function<&same<nested>>("same_nested_tuple", a.arg("tuple"));
  a.export_function<&same<route>>("same_route", a.arg("route"));
  a.export_function<&same<std::array<double, 3>>>("same_array3", a.arg("numbers"));
  a.export_function<&same<std::array<std::string, 2>>>("same_string_array", a.arg("texts"));
  a.export_function<&same<std::array<int, 0>>>("same_array0", a.arg("numbers"));
  a.export_function<&same<std::array<int, 17>>>("same_array17", a.arg("numbers"));
  a.export_function<&same<std::array<std::array<double, 2>, 2>>>("same_matrix", a.arg("rows"));
  a.export_function<&same<std::array<std::uint8_t, 4>>>("same_four_bytes", a.arg("data"));
  a.export_function<[](std::array<std::byte, 2> data) { return std::tuple(data, data); }>("bytes_twice",
                                                                                          a.arg("data"));
  a.export_function<[](std::pair<int, int> range) { return range.second - range.first; }>(
      "span_of_pair", a.arg("range") = std::pair(1, 2));
  a.export_function<[](std::function<std::pair<int, int>(std::tuple<int, int>)> const& swap) {
    return swap({1, 2});
  }>("swapped_by", a.arg("swap"));
});

}  // namespace

TEST_CASE("tuples read as arrays in documentation") {
  CHECK(tendon::caster<std::pair<int, std::string>>::literal({1, "a"}) == R"([1, "a"])");
  CHECK(tendon::caster<std::tuple<>>::literal({}) == "[]");
  CHECK(tendon::caster<std::array<bool, 2>>::literal({true, false}) == "[true, false]");
}

TEST_CASE("the text of a tuple has a place for each element") {
  CHECK(tendon::type_of<std::tuple<>>.ts_in == "readonly []");
  CHECK(tendon::type_of<std::tuple<int>>.ts_in == "readonly [$]");
  CHECK(tendon::type_of<std::array<int, 3>>.ts_in == "readonly [$, $, $]");
  CHECK(tendon::type_of<std::pair<int, int>>.ts_out == "[$, $]");
  CHECK(tendon::type_of<std::array<int, 16>>.parts.size() == 16);
  CHECK(tendon::type_of<std::array<int, 17>>.ts_in == "readonly $[]");
}

TEST_CASE("tuples convert both ways") {
  using tuple = std::tuple<int, std::string, std::pair<bool, double>>;
  CHECK(converted<tuple>("[1, 'a', [true, 0.5]]") == tuple{1, "a", {true, 0.5}});
  CHECK(converted<std::array<int, 3>>("[1, 2, 3]") == std::array<int, 3>{1, 2, 3});
  CHECK(converted<std::array<std::uint8_t, 2>>("Uint8Array.of(1, 2)") == std::array<std::uint8_t, 2>{1, 2});
  CHECK(given(tuple{1, "a", {true, 0.5}}) == R"([1, "a", [true, 0.5]])");
  CHECK(given(std::array<std::uint8_t, 2>{1, 2}) == "Uint8Array [1, 2]");
  CHECK(
      refusal<tuple>("[1, 'a', [true, 'x']]") ==
      R"js(TypeError [ERR_INVALID_ARG_TYPE]: f(): The "value[2][1]" property must be of type number. Received type string ('x'))js");
  CHECK(
      refusal<std::array<int, 3>>("[1, 2]") ==
      R"js(TypeError [ERR_INVALID_ARG_VALUE]: f(): The argument 'value' must have 3 elements, not 2. Received an instance of Array)js");
}
