#include <tendon/casters/number.hpp>

#include <doctest/doctest.h>

#include "doctest_env.hpp"
#include "functions.hpp"
#include "javascript.hpp"

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>

namespace {

template <class T>
T same(T value) {
  return value;
}

/// A 64-bit integer in hexadecimal: what arrived, without a number in between.
template <class T>
std::string hexadecimal(T value) {
  char text[32];
  std::snprintf(text, sizeof text, "%llx", static_cast<unsigned long long>(value));
  return text;
}

std::string sign_of(double value) { return std::signbit(value) ? "-" : "+"; }

test_functions const numbers([](tendon::addon& a) {
  a.export_function<&same<bool>>("same_bool", a.arg("value"));
  a.export_function<&same<std::int8_t>>("same_int8", a.arg("value"));
  a.export_function<&same<std::uint8_t>>("same_uint8", a.arg("value"));
  a.export_function<&same<std::int16_t>>("same_int16", a.arg("value"));
  a.export_function<&same<std::uint16_t>>("same_uint16", a.arg("value"));
  a.export_function<&same<std::int32_t>>("same_int32", a.arg("value"));
  a.export_function<&same<std::uint32_t>>("same_uint32", a.arg("value"));
  a.export_function<&same<std::int64_t>>("same_int64", a.arg("value"));
  a.export_function<&same<std::uint64_t>>("same_uint64", a.arg("value"));
  a.export_function<&same<long long>>("same_long_long", a.arg("value"));
  a.export_function<&same<std::size_t>>("same_size_t", a.arg("value"));
  a.export_function<&same<float>>("same_float", a.arg("value"));
  a.export_function<&same<double>>("same_double", a.arg("value"));
  a.export_function<&hexadecimal<std::int64_t>>("hex_int64", a.arg("value"));
  a.export_function<&hexadecimal<std::uint64_t>>("hex_uint64", a.arg("value"));
  a.export_function<&sign_of>("sign_of_double", a.arg("value"));
  a.export_function<[](int shift) { return std::uint64_t{1} << shift; }>("power_of_two", a.arg("shift"));
  a.export_function<[](int shift) { return -(std::int64_t{1} << shift); }>("negative_power_of_two",
                                                                           a.arg("shift"));
  a.export_function<[] { return (std::uint64_t{1} << 53) - 1; }>("largest_safe_integer");
  a.export_function<[] { return std::numeric_limits<std::int64_t>::min(); }>("smallest_int64");
});

}  // namespace

TEST_CASE("numbers read as JavaScript literals in documentation") {
  CHECK(tendon::caster<bool>::literal(true) == "true");
  CHECK(tendon::caster<bool>::literal(false) == "false");
  CHECK(tendon::caster<std::int8_t>::literal(-128) == "-128");
  CHECK(tendon::caster<std::uint8_t>::literal(255) == "255");
  CHECK(tendon::caster<double>::literal(0.1) == "0.1");
  CHECK(tendon::caster<double>::literal(-0.0) == "-0");
  CHECK(tendon::caster<double>::literal(std::numeric_limits<double>::quiet_NaN()) == "NaN");
  CHECK(tendon::caster<double>::literal(std::numeric_limits<double>::infinity()) == "Infinity");
  CHECK(tendon::caster<float>::literal(-std::numeric_limits<float>::infinity()) == "-Infinity");
  CHECK(tendon::caster<float>::literal(0.1f) == "0.1");
  CHECK(tendon::caster<std::int64_t>::literal(9007199254740991) == "9007199254740991");
  CHECK(tendon::caster<std::int64_t>::literal(9007199254740993) == "9007199254740993n");
  CHECK(tendon::caster<std::uint64_t>::literal(18446744073709551615u) == "18446744073709551615n");
}

TEST_CASE("booleans and numbers convert both ways") {
  CHECK(converted<bool>("true"));
  CHECK(converted<std::int8_t>("-128") == -128);
  CHECK(converted<std::uint32_t>("2 ** 32 - 1") == 4294967295u);
  CHECK(converted<std::int64_t>("2n ** 63n - 1n") == std::numeric_limits<std::int64_t>::max());
  CHECK(std::signbit(converted<double>("-0")));
  CHECK(converted<float>("0.1") == 0.1f);
  CHECK(given(false) == "false");
  CHECK(given(std::int32_t(-7)) == "-7");
  CHECK(given(std::uint64_t(1) << 53 >> 1) == "4503599627370496");
  CHECK(given(-0.0) == "-0");
  CHECK(given(std::numeric_limits<float>::infinity()) == "Infinity");
  CHECK(
      refusal<bool>("1") ==
      R"js(TypeError [ERR_INVALID_ARG_TYPE]: f(): The "value" argument must be of type boolean. Received type number (1))js");
  CHECK(
      refusal<std::int32_t>("0.5") ==
      R"js(RangeError [ERR_OUT_OF_RANGE]: f(): The value of "value" is out of range. It must be an integer. Received 0.5)js");
  CHECK(
      refusal<std::uint8_t>("256") ==
      R"js(RangeError [ERR_OUT_OF_RANGE]: f(): The value of "value" is out of range. It must be >= 0 && <= 255. Received 256)js");
  CHECK(
      refusal<float>("1e300") ==
      R"js(RangeError [ERR_OUT_OF_RANGE]: f(): The value of "value" is out of range. It must be a 32-bit floating point number. Received 1e+300)js");
  CHECK(
      thrown_out_of("f", [] { given(std::uint64_t(1) << 60); }) ==
      R"js(RangeError [ERR_OUT_OF_RANGE]: f(): The result is out of range. It must be >= -9007199254740991 && <= 9007199254740991; return tendon::bigint for more. Received 1152921504606846976)js");
}
