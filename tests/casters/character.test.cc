#include <tendon/casters/character.hpp>

#include <doctest/doctest.h>

#include "functions.hpp"
#include "javascript.hpp"

#include <optional>
#include <string>
#include <vector>

namespace {

template <class T>
T same(T value) {
  return value;
}

struct separators {
  char field;
  char16_t line;
};

test_functions const characters([](tendon::addon& a) {
  a.export_function<&same<char>>("same_char", a.arg("value"));
  a.export_function<&same<char8_t>>("same_char8", a.arg("value"));
  a.export_function<&same<char16_t>>("same_char16", a.arg("value"));
  a.export_function<&same<std::vector<char>>>("same_chars", a.arg("values"));
  a.export_function<&same<std::optional<char>>>("same_optional_char", a.arg("value"));
  a.export_function<&same<separators>>("same_separators", a.arg("value"));
  a.export_function<[](char value) { return static_cast<int>(value); }>("char_code", a.arg("value"));
  a.export_function<[](int code) { return static_cast<char>(code); }>("char_of_code", a.arg("code"));
  a.export_function<[](int code) { return static_cast<char8_t>(code); }>("char8_of_code", a.arg("code"));
  a.export_function<[](char value) { return value; }>("char_or_comma", a.arg("value") = ',');
});

}  // namespace

TEST_CASE("characters read as JavaScript strings in documentation") {
  CHECK(tendon::caster<char>::literal('"') == R"("\"")");
  CHECK(tendon::caster<char8_t>::literal(u8'a') == R"("a")");
  CHECK(tendon::caster<char16_t>::literal(u'é') == "\"é\"");
  CHECK(tendon::caster<char16_t>::literal(char16_t{0xd800}) == R"("\ud800")");
}

TEST_CASE("characters convert both ways") {
  CHECK(converted<char>("'~'") == '~');
  CHECK(converted<char16_t>("'\\uD800'") == char16_t(0xD800));
  CHECK(given('a') == R"("a")");
  CHECK(given(char8_t('z')) == R"("z")");
  CHECK(
      refusal<char>("'\u00e9'") ==
      R"js(TypeError [ERR_INVALID_ARG_VALUE]: f(): The argument 'value' must be one ASCII character. Received 'é')js");
}
