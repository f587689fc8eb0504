#include <tendon/napi/conversion_error.hpp>

#include <doctest/doctest.h>

#include <string>

using tendon::conversion_error;

TEST_CASE("a conversion error keeps its kind, code and message") {
  conversion_error const error(conversion_error::kind::range, "ERR_OUT_OF_RANGE", "Too much.");
  auto const copy = error;
  CHECK(copy.type() == conversion_error::kind::range);
  CHECK(copy.code() == std::string("ERR_OUT_OF_RANGE"));
  CHECK(copy.what() == std::string("Too much."));
}
