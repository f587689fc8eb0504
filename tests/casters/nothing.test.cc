#include <tendon/casters/nothing.hpp>

#include <doctest/doctest.h>

#include "functions.hpp"
#include "javascript.hpp"

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

namespace {

template <class T>
T same(T value) {
  return value;
}

struct gap {
  std::nullptr_t left;
  std::monostate right;
};

test_functions const nothings([](tendon::addon& a) {
  a.export_function<&same<std::nullptr_t>>("same_null", a.arg("value"));
  a.export_function<&same<std::monostate>>("same_undefined", a.arg("value"));
  a.export_function<&same<std::vector<std::nullptr_t>>>("same_nulls", a.arg("values"));
  a.export_function<&same<gap>>("same_gap", a.arg("value"));
  a.export_function<[](int value, std::monostate) { return value; }>("number_and_nothing", a.arg("value"),
                                                                     a.arg("nothing"));
});

}  // namespace

TEST_CASE("nothing has a text in documentation") {
  CHECK(tendon::caster<std::nullptr_t>::literal(nullptr) == "null");
  CHECK(tendon::caster<std::monostate>::literal({}) == "undefined");
}

TEST_CASE("nothing converts both ways") {
  CHECK(converted<std::nullptr_t>("null") == nullptr);
  CHECK(converted<std::monostate>("undefined") == std::monostate());
  CHECK(given(nullptr) == "null");
  CHECK(given(std::monostate()) == "undefined");
  CHECK(
      refusal<std::nullptr_t>("undefined") ==
      R"js(TypeError [ERR_INVALID_ARG_TYPE]: f(): The "value" argument must be null. Received undefined)js");
  CHECK(
      refusal<std::monostate>("null") ==
      R"js(TypeError [ERR_INVALID_ARG_TYPE]: f(): The "value" argument must be undefined. Received null)js");
}
