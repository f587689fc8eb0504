#include <tendon/napi/value.hpp>

#include <doctest/doctest.h>

#include "javascript.hpp"

#include <string>

using tendon::conversion_error;
using tendon::value;

namespace {

/// `type|range code: message` of the conversion error that `body` throws.
template <class Body>
std::string refusal(Body const& body) {
  try {
    body();
  } catch (conversion_error const& error) {
    return (error.type() == conversion_error::kind::type ? "type " : "range ") + std::string(error.code()) +
           ": " + error.what();
  }
  return "nothing was thrown";
}

}  // namespace

TEST_CASE("a value knows its type") {
  struct kind {
    char const* script;
    napi_valuetype type;
    bool is_nullish;
    bool is_array;
  };
  kind const kinds[] = {
      {"undefined", napi_undefined, true, false}, {"null", napi_null, true, false},
      {"false", napi_boolean, false, false},      {"0", napi_number, false, false},
      {"''", napi_string, false, false},          {"0n", napi_bigint, false, false},
      {"Symbol()", napi_symbol, false, false},    {"({})", napi_object, false, false},
      {"[]", napi_object, false, true},           {"(() => {})", napi_function, false, false},
  };
  for (auto const& each : kinds) {
    CAPTURE(each.script);
    value const from(test_env, evaluated(each.script), "x");
    CHECK(from.type() == each.type);
    CHECK(from.is_nullish() == each.is_nullish);
    CHECK(from.is_array() == each.is_array);
    CHECK(from.name() == "x");
    CHECK(from.env() == test_env);
  }
}

TEST_CASE("a path leads from the argument to the value") {
  value const root(test_env, evaluated("({ list: [0, { size: { width: 7 } }] })"), "options");
  CHECK(root.path() == "options");
  value const list = root.property("list");
  CHECK(list.path() == "options.list");
  CHECK(list.name() == "list");
  value const element = list.element(1);
  CHECK(element.path() == "options.list[1]");
  CHECK(element.name() == "");
  value const size = element.property("size");
  value const width = size.property("width");
  CHECK(width.path() == "options.list[1].size.width");
  CHECK(tendon::caster<int>::from_js(width) == 7);
}

TEST_CASE("a path leads from what a callback has returned") {
  value const root(test_env, evaluated("({ x: 1 })"), "on.data", value::origin::callback_result);
  CHECK(root.path() == "on.data()");
  CHECK(root.property("x").path() == "on.data().x");
}

TEST_CASE("a wrong type is refused in the words of Node.js") {
  value const root(test_env, evaluated("({ a: ['x'] })"), "options");
  CHECK(refusal([&] { root.wrong_type("of type number"); }) ==
        "type ERR_INVALID_ARG_TYPE: The \"options\" argument must be of type number. Received an instance of "
        "Object");
  value const list = root.property("a");
  CHECK(refusal([&] { list.element(0).wrong_type("one of type number or bigint"); }) ==
        "type ERR_INVALID_ARG_TYPE: The \"options.a[0]\" property must be one of type number or bigint. "
        "Received type string ('x')");
  value const returned(test_env, evaluated("'x'"), "next", value::origin::callback_result);
  CHECK(refusal([&] { returned.wrong_type("of type number"); }) ==
        "type ERR_INVALID_RETURN_VALUE: Expected a value of type number to be returned from the \"next\" "
        "function "
        "but got type string ('x').");
}

TEST_CASE("a number out of range is refused in the words of Node.js") {
  value const root(test_env, evaluated("[2 ** 40]"), "sizes");
  CHECK(refusal([&] { root.element(0).out_of_range(">= 0 && <= 255"); }) ==
        "range ERR_OUT_OF_RANGE: The value of \"sizes[0]\" is out of range. It must be >= 0 && <= 255. "
        "Received 1_099_511_627_776");
  value const returned(test_env, evaluated("-0.5"), "next", value::origin::callback_result);
  CHECK(refusal([&] { returned.out_of_range("an integer"); }) ==
        "range ERR_OUT_OF_RANGE: The value of \"next()\" is out of range. It must be an integer. Received "
        "-0.5");
}

TEST_CASE("a value of the right type is refused in the words of Node.js") {
  value const root(test_env, evaluated("({ mode: 'x' })"), "options");
  CHECK(refusal([&] { root.property("mode").invalid("must be one of: 'r', 'w'"); }) ==
        "type ERR_INVALID_ARG_VALUE: The property 'options.mode' must be one of: 'r', 'w'. Received 'x'");
  value const long_text(test_env, evaluated("'x'.repeat(1000)"), "mode");
  CHECK(refusal([&] { long_text.invalid("is too long"); }) ==
        "type ERR_INVALID_ARG_VALUE: The argument 'mode' is too long. Received '" + std::string(127, 'x') +
            "...");
  value const returned(test_env, evaluated("'x'"), "next", value::origin::callback_result);
  CHECK(refusal([&] { returned.invalid("is no mode"); }) ==
        "type ERR_INVALID_ARG_VALUE: The result 'next()' is no mode. Received 'x'");
}

TEST_CASE("what a getter throws while a value is read is a js_error") {
  value const root(test_env, evaluated("({ get x() { throw new Error('mine'); } })"), "options");
  try {
    root.property("x");
    FAIL("nothing was thrown");
  } catch (tendon::js_error const& error) {
    CHECK(std::string(error.what()) == "mine");
  }
}

TEST_CASE("a property may have any name") {
  value const root(test_env, evaluated("({ 'ä b': 1, '': 2, ['__proto__']: 3 })"), "options");
  CHECK(tendon::caster<int>::from_js(root.property("ä b")) == 1);
  CHECK(tendon::caster<int>::from_js(root.property("")) == 2);
  CHECK(tendon::caster<int>::from_js(root.property("__proto__")) == 3);
}

namespace {

/// Goes down this many steps.
void descend(value const& from, int steps) {
  if (steps > 0) descend(from.property("self"), steps - 1);
}

}  // namespace

TEST_CASE("a path has at most 256 steps") {
  auto const cycle = evaluated("(() => { const cycle = {}; cycle.self = cycle; return cycle; })()");
  CHECK(refusal([&] { descend(value(test_env, cycle, "cycle"), 256); }) == "nothing was thrown");
  CHECK(refusal([&] { descend(value(test_env, cycle, "cycle"), 257); }) ==
        "range ERR_OUT_OF_RANGE: The value of \"cycle\" is out of range. It must be nested at most 256 "
        "levels deep. "
        "Received an instance of Object");
}
