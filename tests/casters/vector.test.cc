#include <tendon/casters/vector.hpp>

#include <doctest/doctest.h>

#include "functions.hpp"
#include "javascript.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace {

template <class T>
std::vector<T> same(std::vector<T> value) {
  return value;
}

std::vector<int> counted(std::size_t count) {
  std::vector<int> result(count);
  for (std::size_t i = 0; i < count; ++i) result[i] = static_cast<int>(i);
  return result;
}

test_functions const vectors([](tendon::addon& a) {
  a.export_function<&same<std::string>>("same_strings", a.arg("values"));
  a.export_function<&same<bool>>("same_bools", a.arg("values"));
  a.export_function<&same<std::int8_t>>("same_int8s", a.arg("values"));
  a.export_function<&same<std::int16_t>>("same_int16s", a.arg("values"));
  a.export_function<&same<std::uint16_t>>("same_uint16s", a.arg("values"));
  a.export_function<&same<std::int32_t>>("same_int32s", a.arg("values"));
  a.export_function<&same<std::uint32_t>>("same_uint32s", a.arg("values"));
  a.export_function<&same<std::int64_t>>("same_int64s", a.arg("values"));
  a.export_function<&same<std::uint64_t>>("same_uint64s", a.arg("values"));
  a.export_function<&same<float>>("same_floats", a.arg("values"));
  a.export_function<&same<double>>("same_doubles", a.arg("values"));
  a.export_function<&same<std::vector<int>>>("same_rows", a.arg("values"));
  a.export_function<&counted>("counted", a.arg("count"));
  a.export_function<[](std::vector<int> const& values) { return values.size(); }>("vector_size",
                                                                                  a.arg("values"));
  a.export_function<[](std::vector<int>& values) {
    values.push_back(4);
    return values;
  }>("with_four", a.arg("values"));
  a.export_function<[](std::vector<std::function<int()>> const& functions) {
    int sum = 0;
    for (auto const& each : functions) sum += each();
    return sum;
  }>("sum_of_calls", a.arg("functions"));
});

}  // namespace

TEST_CASE("a vector reads as an array in documentation") {
  CHECK(tendon::caster<std::vector<int>>::literal({}) == "[]");
  CHECK(tendon::caster<std::vector<int>>::literal({1, -2}) == "[1, -2]");
  CHECK(tendon::caster<std::vector<std::vector<std::string>>>::literal({{}, {"a", "b"}}) ==
        R"([[], ["a", "b"]])");
}

TEST_CASE("a vector converts both ways") {
  using rows = std::vector<std::vector<std::string>>;
  CHECK(converted<rows>("[['a'], []]") == rows{{"a"}, {}});
  CHECK(converted<std::vector<float>>("Float32Array.of(0.5)") == std::vector<float>{0.5});
  CHECK(given(rows{{"a"}, {}}) == R"([["a"], []])");
  CHECK(given(std::vector<bool>{true, false}) == "[true, false]");
  CHECK(
      refusal<rows>("[['a', 1]]") ==
      R"js(TypeError [ERR_INVALID_ARG_TYPE]: f(): The "value[0][1]" property must be of type string. Received type number (1))js");
  CHECK(
      refusal<std::vector<int>>("{ length: 1 }") ==
      R"js(TypeError [ERR_INVALID_ARG_TYPE]: f(): The "value" argument must be an instance of Array. Received an instance of Object)js");
}
