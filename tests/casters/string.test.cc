#include <tendon/casters/string.hpp>

#include <doctest/doctest.h>

#include "functions.hpp"
#include "javascript.hpp"

#include <cstring>
#include <string>
#include <string_view>

namespace {

std::string bytes_of(std::string_view text) {
  constexpr char digits[] = "0123456789abcdef";
  std::string result;
  for (unsigned char const each : text) (result += digits[each >> 4]) += digits[each & 15];
  return result;
}

std::string text_of_bytes(std::string const& hexadecimal) {
  std::string result;
  for (std::size_t i = 0; i + 1 < hexadecimal.size(); i += 2)
    result += static_cast<char>(std::stoi(hexadecimal.substr(i, 2), nullptr, 16));
  return result;
}

test_functions const strings([](tendon::addon& a) {
  a.export_function<[](std::string value) { return value; }>("same_string", a.arg("value"));
  a.export_function<[](std::string const& value) -> std::string const& { return value; }>(
      "same_string_reference");
  a.export_function<[](std::string_view value) { return value; }>("same_string_view", a.arg("value"));
  a.export_function<[](char const* value) { return value; }>("same_c_string", a.arg("value"));
  a.export_function<[](std::string value) { return value.size(); }>("string_size", a.arg("value"));
  a.export_function<[](std::string_view value) { return value.size(); }>("string_view_size", a.arg("value"));
  a.export_function<[](char const* value) { return std::strlen(value); }>("c_string_size", a.arg("value"));
  a.export_function<[](std::string value) { return bytes_of(value); }>("string_bytes", a.arg("value"));
  a.export_function<&text_of_bytes>("text_of_bytes", a.arg("hexadecimal"));
  a.export_function<[]() -> char const* { return nullptr; }>("null_c_string");
  a.export_function<[]() -> std::string_view { return {}; }>("empty_string_view");
  a.export_function<[](std::string& value) {
    value += "!";
    return value;
  }>("string_by_reference");
  a.export_function<[](std::string&& value) { return std::move(value) + "?"; }>("string_by_rvalue");
  a.export_function<[](std::string_view value) { return value; }>("default_string_view",
                                                                  a.arg("value") = "first");
  a.export_function<[](char const* value) { return value; }>("default_c_string", a.arg("value") = "second");
});

}  // namespace

TEST_CASE("strings read as JavaScript literals in documentation") {
  CHECK(tendon::caster<std::string>::literal("a\"b\\\n") == R"("a\"b\\\u000a")");
  CHECK(tendon::caster<std::string_view>::literal("") == R"("")");
  CHECK(tendon::caster<char const*>::literal("é") == "\"é\"");
}

TEST_CASE("strings convert both ways") {
  CHECK(converted<std::string>("'a\\0\u00e9\\uD83D\\uDE00'") ==
        std::string("a\0\xC3\xA9\xF0\x9F\x98\x80", 8));
  CHECK(converted<std::string>("'\\uD800'") == "\xEF\xBF\xBD");
  CHECK(held<std::string_view>("'abc'").get() == "abc");
  CHECK(std::string(held<char const*>("'abc'").get()) == "abc");
  CHECK(given(std::string("a\0b", 3)) == R"("a\u0000b")");
  CHECK(given<std::string_view>("\xFF") == "\"\xEF\xBF\xBD\"");
  CHECK(given<char const*>("text") == R"("text")");
  CHECK(
      refusal<std::string>("5") ==
      R"js(TypeError [ERR_INVALID_ARG_TYPE]: f(): The "value" argument must be of type string. Received type number (5))js");
  CHECK(
      refusal<char const*>("'a\\0b'") ==
      R"js(TypeError [ERR_INVALID_ARG_VALUE]: f(): The argument 'value' must be a string without null bytes. Received 'a\x00b')js");
}
