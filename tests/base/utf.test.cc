#include <tendon/base/utf.hpp>

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>

using tendon::detail::decode_utf8;
using tendon::detail::is_ascii;
using tendon::detail::to_utf8;

namespace {

struct decoded {
  std::u16string text;
  char32_t bits;
};

std::optional<decoded> decode(std::string_view text) {
  decoded result{std::u16string(text.size(), u' '), 0};
  auto const* const end = decode_utf8(text, result.text.data(), result.bits);
  if (!end) return std::nullopt;
  result.text.resize(static_cast<std::size_t>(end - result.text.data()));
  return result;
}

std::string encoded(char32_t character) {
  auto const tail = [character](int shift) { return static_cast<char>(0x80 | (character >> shift & 0x3f)); };
  if (character < 0x80) return {static_cast<char>(character)};
  if (character < 0x800) return {static_cast<char>(0xc0 | character >> 6), tail(0)};
  if (character < 0x10000) return {static_cast<char>(0xe0 | character >> 12), tail(6), tail(0)};
  return {static_cast<char>(0xf0 | character >> 18), tail(12), tail(6), tail(0)};
}

std::u16string units_of(char32_t character) {
  if (character < 0x10000) return {static_cast<char16_t>(character)};
  return {static_cast<char16_t>(0xd800 + ((character - 0x10000) >> 10)),
          static_cast<char16_t>(0xdc00 + ((character - 0x10000) & 0x3ff))};
}

bool is_surrogate(char32_t character) { return character >= 0xd800 && character < 0xe000; }

}  // namespace

TEST_CASE("every character is decoded, wherever it stands") {
  std::string const around = "0123456789abcdefghi";
  std::u16string const wide_around = u"0123456789abcdefghi";
  for (char32_t character = 0; character <= 0x10ffff; ++character) {
    if (is_surrogate(character)) continue;
    auto const before = character % around.size();
    auto const given = around.substr(0, before) + encoded(character) + around.substr(before);
    auto const result = decode(given);
    REQUIRE(result);
    auto const expected = wide_around.substr(0, before) + units_of(character) + wide_around.substr(before);
    REQUIRE(result->text == expected);
    REQUIRE(to_utf8(expected) == given);
    REQUIRE((result->bits > 0xff) == (character > 0xff));
  }
}

TEST_CASE("what is not well-formed is refused, wherever it stands") {
  for (std::string_view const wrong : {
           "\x80",
           "\xbf",
           "\xc0\x80",
           "\xc1\xbf",
           "\xc2",
           "\xc2 ",
           "\xe0\x9f\xbf",
           "\xe1\x80",
           "\xe1\x80 ",
           "\xed\xa0\x80",
           "\xed\xbf\xbf",
           "\xf0\x8f\xbf\xbf",
           "\xf1\x80\x80",
           "\xf1\x80\x80 ",
           "\xf4\x90\x80\x80",
           "\xf5\x80\x80\x80",
           "\xff",
       })
    for (std::size_t before = 0; before < 10; ++before) {
      CHECK(!decode(std::string(before, 'x').append(wrong)));
      CHECK(!decode(std::string(before, 'x').append(wrong) + "0123456789"));
    }
}

TEST_CASE("texts of ASCII are recognised, and decoded with what they have in common") {
  for (std::size_t size = 0; size < 40; ++size) {
    std::string text(size, 'a');
    CHECK(is_ascii(text));
    auto const result = decode(text);
    REQUIRE(result);
    CHECK(result->text == std::u16string(size, u'a'));
    for (auto& each : text) {
      each = '\xc3';
      CHECK(!is_ascii(text));
      each = 'a';
    }
  }
}

TEST_CASE("lone surrogates are encoded as U+FFFD, wherever they stand") {
  std::string const replaced = "\xef\xbf\xbd";
  for (std::size_t before = 0; before < 10; ++before) {
    std::u16string const start(before, u'x');
    std::string const narrow(before, 'x');
    for (char16_t const lone : {u'\xd800', u'\xdbff', u'\xdc00', u'\xdfff'}) {
      CHECK(to_utf8(start + lone) == narrow + replaced);
      CHECK(to_utf8(start + lone + u"0123456789") == narrow + replaced + "0123456789");
    }
    CHECK(to_utf8(start + u'\xd800' + u'\xd800' + u'\xdc00') == narrow + replaced + "\xf0\x90\x80\x80");
    CHECK(to_utf8(start + u'\xdc00' + u'\xd800') == narrow + replaced + replaced);
  }
}

TEST_CASE("texts of every length are encoded") {
  for (std::size_t const size : {0, 1, 255, 256, 257, 1000}) {
    std::string expected;
    for (std::size_t i = 0; i < size; ++i) expected += "\xe2\x82\xac";
    CHECK(to_utf8(std::u16string(size, u'\x20ac')) == expected);
  }
}
