#include <tendon/casters/bigint.hpp>

#include <doctest/doctest.h>

#include "functions.hpp"
#include "javascript.hpp"

#include <cstdint>
#include <limits>
#include <type_traits>

namespace {

using signed_bigint = tendon::bigint<std::int64_t>;
using unsigned_bigint = tendon::bigint<std::uint64_t>;

test_functions const bigints([](tendon::addon& a) {
  a.export_function<[](signed_bigint value) { return value; }>("same_bigint_int64", a.arg("value"));
  a.export_function<[](unsigned_bigint value) { return value; }>("same_bigint_uint64", a.arg("value"));
  a.export_function<[](signed_bigint value) -> signed_bigint { return value + 1; }>("next_bigint",
                                                                                    a.arg("value"));
  a.export_function<[](signed_bigint const& a, signed_bigint b) { return a < b; }>("bigint_less");
  a.export_function<[](signed_bigint value) { return value; }>("bigint_or_minus_one", a.arg("value") = -1);
});

}  // namespace

TEST_CASE("a bigint converts from and to its integer") {
  constexpr signed_bigint number = std::int64_t{5};
  static_assert(number.value == 5);
  static_assert(number + 1 == 6);
  static_assert(signed_bigint().value == 0);
  static_assert(std::is_convertible_v<unsigned_bigint, std::uint64_t>);
  CHECK(tendon::caster<signed_bigint>::literal(std::numeric_limits<std::int64_t>::min()) ==
        "-9223372036854775808n");
  CHECK(tendon::caster<unsigned_bigint>::literal(std::numeric_limits<std::uint64_t>::max()) ==
        "18446744073709551615n");
}

TEST_CASE("a bigint converts both ways") {
  CHECK(converted<signed_bigint>("-9223372036854775808n") == std::numeric_limits<std::int64_t>::min());
  CHECK(given(unsigned_bigint(std::numeric_limits<std::uint64_t>::max())) == "18446744073709551615n");
  CHECK(
      refusal<unsigned_bigint>("-1n") ==
      R"js(RangeError [ERR_OUT_OF_RANGE]: f(): The value of "value" is out of range. It must be >= 0n && < 2n ** 64n. Received -1n)js");
}
