#include <tendon/napi/js_error.hpp>

#include <doctest/doctest.h>

#include "javascript.hpp"

#include <exception>
#include <string>
#include <thread>
#include <type_traits>

using tendon::js_error;

static_assert(std::is_base_of_v<std::exception, js_error>);
static_assert(std::is_nothrow_copy_constructible_v<js_error>);

TEST_CASE("a js_error holds any value and gives back the same one") {
  char const* const scripts[] = {"undefined",
                                 "null",
                                 "true",
                                 "5",
                                 "-0",
                                 "'text'",
                                 "7n",
                                 "({})",
                                 "[1, 2]",
                                 "() => {}",
                                 "new Error()",
                                 "Symbol('s')",
                                 "Object.create(null)",
                                 "new Proxy({}, { get() { throw 1; } })"};
  for (auto const* script : scripts) {
    CAPTURE(script);
    auto const value = evaluated(script);
    js_error const error(test_env, value);
    CHECK(same_value(error.value(), value));
    auto const copy = error;
    CHECK(same_value(copy.value(), value));
  }
}

TEST_CASE("what() is the message of an Error or the text of another value") {
  struct wording {
    char const* script;
    char const* expected;
  };
  wording const wordings[] = {
      {"new Error('mine')", "mine"},
      {"new TypeError('')", ""},
      {"Object.assign(new Error('mine'), { message: 'changed' })", "changed"},
      {"'text'", "text"},
      {"''", ""},
      {"5", "5"},
      {"-0", "-0"},
      {"7n", "7n"},
      {"null", "null"},
      {"undefined", "undefined"},
      {"Symbol('s')", "Symbol(s)"},
      {"({ message: 'no Error' })", "an instance of Object"},
  };
  for (auto const& each : wordings) {
    CAPTURE(each.script);
    CHECK(js_error(test_env, evaluated(each.script)).what() == std::string(each.expected));
  }
}

TEST_CASE("what() is a long message, whole") {
  js_error const error(test_env, evaluated("new Error('x'.repeat(300))"));
  CHECK(error.what() == std::string(300, 'x'));
}

TEST_CASE("a message that can't be read is replaced") {
  char const* const scripts[] = {
      "Object.defineProperty(new Error('x'), 'message', { get() { throw new Error('again'); } })",
      "Object.defineProperty(new RangeError('x'), 'message', { value: {} })",
  };
  for (auto const* script : scripts) {
    CAPTURE(script);
    auto const value = evaluated(script);
    js_error const error(test_env, value);
    CHECK(std::string(error.what()).starts_with("an instance of "));
    CHECK(same_value(error.value(), value));
  }
}

TEST_CASE("pending() takes the exception that is pending") {
  REQUIRE(napi_throw_error(test_env, "CODE", "mine") == napi_ok);
  auto const error = js_error::pending(test_env);
  bool pending = true;
  napi_is_exception_pending(test_env, &pending);
  CHECK_FALSE(pending);
  CHECK(std::string(error.what()) == "mine");
  CHECK(shown_error(error.value()) == "Error [CODE]: mine");
}

TEST_CASE("the last copy of a js_error may be destroyed on another thread") {
  auto thrown = std::make_exception_ptr(js_error(test_env, evaluated("new Error('travels')")));
  std::string text;
  std::thread([&text, taken = std::exchange(thrown, nullptr)]() mutable {
    try {
      std::rethrow_exception(std::exchange(taken, nullptr));
    } catch (std::exception const& error) {
      text = error.what();
    }
  }).join();
  CHECK(text == "travels");
}

TEST_CASE("a value that travelled over another thread comes back as the same one") {
  auto const value = evaluated("new Error('travels')");
  std::exception_ptr thrown = std::make_exception_ptr(js_error(test_env, value));
  std::exception_ptr returned;
  std::thread([&] {
    try {
      std::rethrow_exception(thrown);
    } catch (...) {
      returned = std::current_exception();
    }
  }).join();
  try {
    std::rethrow_exception(returned);
  } catch (js_error const& error) {
    CHECK(same_value(error.value(), value));
  }
}
