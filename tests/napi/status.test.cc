#include <tendon/napi/status.hpp>

#include <doctest/doctest.h>

#include "javascript.hpp"

#include <stdexcept>
#include <string>

using tendon::detail::check;

TEST_CASE("a status that is ok is no exception") { CHECK_NOTHROW(check(test_env, napi_ok)); }

TEST_CASE("a failed call is an error that names the status and what Node-API says") {
  double number = 0;
  auto const not_a_number = evaluated("'x'");
  CHECK(thrown_out_of("f", [&] {
          check(test_env, napi_get_value_double(test_env, not_a_number, &number));
        }) == "Error: Node-API call failed with status 6: A number was expected");
}

TEST_CASE("a status that Node-API does not remember is named by its number") {
  auto const made = evaluated("1");
  (void)made;
  CHECK(thrown_out_of("f", [] { check(test_env, napi_queue_full); }) ==
        "Error: Node-API call failed with status 15");
}

TEST_CASE("an exception of JavaScript goes before the status") {
  auto const throwing = evaluated("() => { throw 'mine'; }");
  try {
    napi_value result = nullptr;
    check(test_env, napi_call_function(test_env, throwing, throwing, 0, nullptr, &result));
    FAIL("nothing was thrown");
  } catch (tendon::js_error const& error) {
    CHECK(std::string(error.what()) == "mine");
  }
}
