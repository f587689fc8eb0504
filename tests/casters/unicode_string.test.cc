#include <tendon/casters/unicode_string.hpp>

#include <doctest/doctest.h>

#include "functions.hpp"
#include "javascript.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace {

template <class T>
T same(T value) {
  return value;
}

struct title {
  std::u8string short_form;
  std::u16string long_form;
};

test_functions const texts([](tendon::addon& a) {
  a.export_function<&same<std::u8string>>("same_u8string", a.arg("value"));
  a.export_function<&same<std::u16string>>("same_u16string", a.arg("value"));
  a.export_function<&same<std::u8string_view>>("same_u8string_view", a.arg("value"));
  a.export_function<&same<std::u16string_view>>("same_u16string_view", a.arg("value"));
  a.export_function<&same<std::vector<std::u16string>>>("same_u16strings", a.arg("values"));
  a.export_function<&same<title>>("same_title", a.arg("value"));
  a.export_function<[](std::u8string_view value) { return value.size(); }>("u8_size", a.arg("value"));
  a.export_function<[](std::u16string_view value) { return value.size(); }>("u16_size", a.arg("value"));
  a.export_function<[]() -> std::u16string_view { return {}; }>("empty_u16string_view");
  a.export_function<[]() -> std::u8string_view { return {}; }>("empty_u8string_view");
  a.export_function<[] { return std::u8string{char8_t{0xff}, u8'a'}; }>("invalid_u8string");
  a.export_function<[](std::u16string_view value) { return value; }>(
      "default_u16string_view", a.arg("value") = std::u16string_view(u"größe"));
  a.export_function<[](std::u8string_view value) { return value; }>(
      "default_u8string_view", a.arg("value") = std::u8string_view(u8"größe"));
});

}  // namespace

TEST_CASE("UTF-8 and UTF-16 read as JavaScript literals in documentation") {
  using u16 = tendon::caster<std::u16string>;
  CHECK(tendon::caster<std::u8string>::literal(u8"a\"é") == "\"a\\\"é\"");
  CHECK(u16::literal(u"") == R"("")");
  CHECK(u16::literal(u"a\"\\\n") == R"("a\"\\\u000a")");
  CHECK(u16::literal(u"ß€😀z") == "\"ß€😀z\"");
  CHECK(u16::literal({u'a', char16_t{0xd83d}, u'b', char16_t{0xde00}}) == R"("a\ud83db\ude00")");
  CHECK(u16::literal({char16_t{0xdc00}, char16_t{0xd800}}) == R"("\udc00\ud800")");
}

TEST_CASE("UTF-8 and UTF-16 strings convert both ways") {
  CHECK(converted<std::u8string>("'\u00e9'") == u8"\u00e9");
  CHECK(converted<std::u16string>("'a\\uD800'") == std::u16string{u'a', char16_t(0xD800)});
  CHECK(held<std::u16string_view>("'ab'").get() == u"ab");
  CHECK(given(std::u8string(u8"\u00e9")) == "\"\xC3\xA9\"");
  CHECK(given(std::u16string{u'a', char16_t(0xD800)}) == R"("a\ud800")");
  CHECK(
      refusal<std::u16string>("5") ==
      R"js(TypeError [ERR_INVALID_ARG_TYPE]: f(): The "value" argument must be of type string. Received type number (5))js");
}
