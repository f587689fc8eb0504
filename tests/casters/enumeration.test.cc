#include <tendon/casters/enumeration.hpp>

#include <doctest/doctest.h>

#include "functions.hpp"
#include "javascript.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace {

enum class color { red, green, blue };
enum level : std::int8_t { low = -1, middle, high = 100 };
enum class bits : std::uint8_t { read = 1, write = 2 };

test_functions const enumerations([](tendon::addon& a) {
  a.export_function<[](color value) { return value; }>("same_color", a.arg("value"));
  a.export_function<[](level value) { return value; }>("same_level", a.arg("value"));
  a.export_function<[](level value) -> int { return value; }>("number_of_level", a.arg("value"));
  a.export_function<[](bits a, bits b) {
    return static_cast<bits>(static_cast<int>(a) | static_cast<int>(b));
  }>("both_bits", a.arg("first"), a.arg("second"));
  a.export_function<[](color value) { return value; }>("color_or_green", a.arg("value") = color::green);
  a.export_function<[](std::vector<color> values) { return values; }>("same_colors", a.arg("values"));
});

}  // namespace

TEST_CASE("an enumerator reads as its name in documentation") {
  CHECK(tendon::caster<color>::literal(color::blue) == "\"blue\"");
}

TEST_CASE("an enumerator converts both ways") {
  CHECK(converted<level>("'high'") == high);
  CHECK(given(color::green) == R"("green")");
  CHECK(
      refusal<color>("'pink'") ==
      R"js(TypeError [ERR_INVALID_ARG_VALUE]: f(): The argument 'value' must be one of: 'red', 'green', 'blue'. Received 'pink')js");
}
