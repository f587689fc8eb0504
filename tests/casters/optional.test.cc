#include <tendon/casters/optional.hpp>

#include <doctest/doctest.h>

#include "functions.hpp"
#include "javascript.hpp"

#include <cmath>
#include <optional>
#include <string>
#include <vector>

namespace {

std::string shown(std::optional<int> value) { return value ? std::to_string(*value) : "nothing"; }

test_functions const optionals([](tendon::addon& a) {
  a.export_function<&shown>("shown_optional", a.arg("value"));
  a.export_function<[](std::optional<int> value) { return value; }>("same_optional", a.arg("value"));
  a.export_function<[](std::optional<std::string> const& value) { return value.value_or("none"); }>(
      "optional_text");
  a.export_function<[](int first, std::optional<int> second, std::optional<int> third) {
    return std::to_string(first) + " " + shown(second) + " " + shown(third);
  }>("trailing_optionals", a.arg("first"), a.arg("second"), a.arg("third"));
  a.export_function<[](std::optional<int> first, int second) {
    return shown(first) + " " + std::to_string(second);
  }>("leading_optional", a.arg("first"), a.arg("second"));
  a.export_function<[](std::optional<int> value) { return shown(value); }>("optional_default_7",
                                                                           a.arg("value") = 7);
  a.export_function<[](std::vector<std::optional<int>> value) { return value; }>("same_optionals",
                                                                                 a.arg("values"));
});

}  // namespace

TEST_CASE("an optional reads as its value or undefined in documentation") {
  CHECK(tendon::caster<std::optional<int>>::literal(5) == "5");
  CHECK(tendon::caster<std::optional<int>>::literal(std::nullopt) == "undefined");
}

TEST_CASE("an optional converts both ways") {
  using optional = std::optional<int>;
  CHECK(converted<optional>("5") == 5);
  CHECK(converted<optional>("null") == std::nullopt);
  CHECK(converted<optional>("undefined") == std::nullopt);
  CHECK(given(optional(5)) == "5");
  CHECK(given(optional()) == "undefined");
  CHECK(
      refusal<optional>("'x'") ==
      R"js(TypeError [ERR_INVALID_ARG_TYPE]: f(): The "value" argument must be of type number. Received type string ('x'))js");
}
