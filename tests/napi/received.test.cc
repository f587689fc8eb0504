#include <tendon/napi/received.hpp>

#include <doctest/doctest.h>

#include "javascript.hpp"

#include <string>

using tendon::detail::inspected;
using tendon::detail::inspected_in_groups;
using tendon::detail::inspected_string;
using tendon::detail::received;
using tendon::detail::shortened;

namespace {

std::string received_for(std::string_view script) { return received(test_env, evaluated(script)); }

bool is_exception_pending() {
  bool pending = true;
  napi_is_exception_pending(test_env, &pending);
  return pending;
}

}  // namespace

TEST_CASE("what was received reads as in the messages of Node.js") {
  struct wording {
    char const* script;
    char const* expected;
  };
  wording const wordings[] = {
      {"undefined", "undefined"},
      {"null", "null"},
      {"true", "type boolean (true)"},
      {"0", "type number (0)"},
      {"-0", "type number (-0)"},
      {"-1.5", "type number (-1.5)"},
      {"NaN", "type number (NaN)"},
      {"-Infinity", "type number (-Infinity)"},
      {"1e300", "type number (1e+300)"},
      {"0n", "type bigint (0n)"},
      {"-(2n ** 70n)", "type bigint (-1180591620717411303424n)"},
      {"''", "type string ('')"},
      {"'3'", "type string ('3')"},
      {"'it\\'s'", "type string (\"it's\")"},
      {"'\"'", "type string ('\"')"},
      {"'\\'\"'", "type string (`'\"`)"},
      {"'\\'\"`'", "type string ('\\'\"`')"},
      {"'a\\n\\t\\r\\\\'", "type string ('a\\n\\t\\r\\\\')"},
      {"'\\0\\x1f\\x7f'", "type string ('\\x00\\x1F\\x7F')"},
      {"'日本'", "type string ('日本')"},
      {"Symbol()", "type symbol (Symbol())"},
      {"Symbol('id')", "type symbol (Symbol(id))"},
      {"Symbol.iterator", "type symbol (Symbol(Symbol.iterator))"},
      {"(function parse() {})", "function parse"},
      {"(class Widget {})", "function Widget"},
      {"(() => {})", "type function ([Function (anonymous)])"},
      {"({})", "an instance of Object"},
      {"[]", "an instance of Array"},
      {"new Map()", "an instance of Map"},
      {"new Date(NaN)", "an instance of Date"},
      {"new (class Widget {})()", "an instance of Widget"},
      {"new Float64Array(1)", "an instance of Float64Array"},
      {"Object(Symbol())", "an instance of Symbol"},
      {"new Proxy(new Set(), {})", "an instance of Set"},
      {"Object.create(null)", "[Object: null prototype]"},
      {"({ constructor: undefined })", "[Object: null prototype]"},
      {"({ constructor: { name: 5 } })", "[Object: null prototype]"},
      {"({ constructor: { name: '' } })", "[Object: null prototype]"},
  };
  for (auto const& each : wordings) {
    CAPTURE(each.script);
    CHECK(received_for(each.script) == each.expected);
  }
}

TEST_CASE("a long string is cut after 25 characters, a string of 28 is not") {
  CHECK(received_for("'x'.repeat(26)") == "type string ('" + std::string(26, 'x') + "')");
  CHECK(received_for("'x'.repeat(27)") == "type string ('" + std::string(24, 'x') + "...)");
  CHECK(received_for("'x'.repeat(100000)") == "type string ('" + std::string(24, 'x') + "...)");
  CHECK(received_for("'é'.repeat(27)") == "type string ('éééééééééééééééééééééééé...)");
  CHECK(received_for("Symbol('y'.repeat(50))") == "type symbol (Symbol(" + std::string(18, 'y') + "...)");
}

TEST_CASE("what reading for a message throws is dropped") {
  char const* const scripts[] = {
      "({ get constructor() { throw new Error('mine'); } })",
      "({ constructor: { get name() { throw new Error('mine'); } } })",
      "new Proxy({}, { get() { throw new Error('mine'); } })",
      "(() => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy; })()",
  };
  for (auto const* script : scripts) {
    CAPTURE(script);
    CHECK(received_for(script) == "[Object: null prototype]");
    CHECK_FALSE(is_exception_pending());
  }
  CHECK(received_for("Object.defineProperty(() => {}, 'name', { get() { throw new Error('mine'); } })") ==
        "type function ([Function (anonymous)])");
  CHECK_FALSE(is_exception_pending());
}

TEST_CASE("an external value has no more to show") {
  napi_value external = nullptr;
  REQUIRE(napi_create_external(test_env, nullptr, nullptr, nullptr, &external) == napi_ok);
  CHECK(received(test_env, external) == "an external value");
}

TEST_CASE("digits beyond 32 bits stand in groups of three") {
  auto const grouped = [](std::string_view script) {
    return inspected_in_groups(test_env, evaluated(script));
  };
  CHECK(grouped("4294967296") == "4294967296");
  CHECK(grouped("4294967297") == "4_294_967_297");
  CHECK(grouped("-4294967296") == "-4294967296");
  CHECK(grouped("-4294967297") == "-4_294_967_297");
  CHECK(grouped("2 ** 53") == "9_007_199_254_740_992");
  CHECK(grouped("2n ** 64n") == "18_446_744_073_709_551_616n");
  CHECK(grouped("-1n") == "-1n");
  CHECK(grouped("1e21") == "1e+21");
  CHECK(grouped("12345678901.5") == "12345678901.5");
  CHECK(grouped("NaN") == "NaN");
}

TEST_CASE("a text is shortened by characters, not bytes") {
  CHECK(shortened("äöü", 3, 2) == "äöü");
  CHECK(shortened("äöü", 2, 2) == "äö...");
  CHECK(shortened("äöü", 2, 0) == "...");
  CHECK(shortened("", 0, 0) == "");
}

TEST_CASE("a string is quoted with the quote that it does not contain") {
  CHECK(inspected_string("a") == "'a'");
  CHECK(inspected_string("'") == "\"'\"");
  CHECK(inspected_string("'\"") == "`'\"`");
  CHECK(inspected_string("'\"`") == "'\\'\"`'");
}
