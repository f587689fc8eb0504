#include <tendon/env/wire_texts.hpp>

#include <doctest/doctest.h>

#include <iterator>
#include <limits>
#include <string>
#include <string_view>

#include "doctest_env.hpp"

using tendon::detail::given_texts;
using tendon::detail::make_string;
using tendon::detail::received_texts;

namespace {

napi_value string_of(std::u16string units) {
  return make_string(test_env, units.data(), units.size(), 0xffff);
}

std::u16string units_of(napi_value text) {
  char16_t units[64];
  std::size_t size = 0;
  napi_get_value_string_utf16(test_env, text, units, std::size(units), &size);
  return {units, size};
}

}  // namespace

TEST_CASE("texts of every length are received") {
  for (std::size_t const size : {0, 1, 510, 511, 512, 513, 100000}) {
    std::u16string text(size, u'x');
    if (size > 0) text.back() = u'\xd800';
    received_texts received;
    REQUIRE(received.read(test_env, string_of(text)));
    std::u16string_view part;
    REQUIRE(received.find(0, static_cast<double>(size), part));
    CHECK(part == text);
  }
}

TEST_CASE("a part that is not there is not found") {
  received_texts received;
  REQUIRE(received.read(test_env, string_of(u"texts")));
  std::u16string_view part;
  CHECK(received.find(1, 3, part));
  CHECK(part == u"ext");
  CHECK(received.find(5, 0, part));
  CHECK(part.empty());
  auto const infinity = std::numeric_limits<double>::infinity();
  auto const nan = std::numeric_limits<double>::quiet_NaN();
  for (auto const wrong : {-1.0, 6.0, infinity, -infinity, nan}) {
    CHECK(!received.find(wrong, 0, part));
    CHECK(!received.find(0, wrong, part));
  }
  CHECK(!received.find(3, 3, part));
}

TEST_CASE("what is no string is not received") {
  napi_value undefined = nullptr;
  napi_get_undefined(test_env, &undefined);
  received_texts received;
  CHECK(!received.read(test_env, undefined));
}

TEST_CASE("texts are given as one string") {
  given_texts given;
  CHECK(given.add(std::string_view("a\xc3\xa9")));
  CHECK(given.size() == 2);
  CHECK(given.add(std::string_view()));
  CHECK(given.size() == 2);
  CHECK(given.add(std::string_view("\xe2\x82\xac")));
  CHECK(given.add(std::u16string_view(u"\xd800")));
  CHECK(units_of(given.take(test_env)) == u"a\xe9\x20ac\xd800");
}

TEST_CASE("bytes that are not well-formed are not added") {
  given_texts given;
  CHECK(!given.add(std::string_view("\xff")));
}
