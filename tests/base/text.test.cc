#include <tendon/base/text.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using tendon::detail::append;
using tendon::detail::composed;
using tendon::detail::in_quotes;
using tendon::detail::is_identifier_character;
using tendon::detail::is_reserved_word;
using tendon::detail::is_typescript_name;
using tendon::detail::listed;
using tendon::detail::quoted;

namespace {

std::string listed_of(std::vector<std::string> const& names) { return listed(names); }

}  // namespace

TEST_CASE("a text is quoted as a literal") {
  CHECK(quoted("") == R"("")");
  CHECK(quoted("area") == R"("area")");
}

TEST_CASE("quotes and backslashes are escaped in a literal") {
  CHECK(quoted(R"(a"b\c)") == R"("a\"b\\c")");
  CHECK(quoted("it's `this`") == R"("it's `this`")");
}

TEST_CASE("control characters are escaped in a literal") {
  CHECK(quoted("a\nb\tc\r") == R"("a\u000ab\u0009c\u000d")");
  CHECK(quoted("\x1f\x7f") == R"("\u001f\u007f")");
  CHECK(quoted(std::string_view("a\0b", 3)) == R"("a\u0000b")");
}

TEST_CASE("line and paragraph separators are escaped in a literal") {
  CHECK(quoted("a\xe2\x80\xa8\xe2\x80\xa9z") == R"("a\u2028\u2029z")");
}

TEST_CASE("other characters beyond ASCII stay in a literal, cut ones too") {
  CHECK(quoted("größe €") == "\"größe €\"");
  CHECK(quoted("\xe2\x80\xa7") == "\"\xe2\x80\xa7\"");
  CHECK(quoted("\xe2\x80") == "\"\xe2\x80\"");
}

TEST_CASE("a pattern is filled with texts and numbers, each as often as it is asked for") {
  std::string const name = "area";
  std::string_view const kind = "function";
  CHECK(composed("$2 $1($3, $3) is $4", {name, kind, std::size_t{120}, "here"}) ==
        "function area(120, 120) is here");
  CHECK(composed("", {name}) == "");
  CHECK(composed("all of it", {}) == "all of it");
}

TEST_CASE("a pattern is filled with quoted texts") {
  std::string const name = "a\"b";
  CHECK(composed("$1 and $2", {in_quotes(name), in_quotes(std::string_view("c\n"))}) ==
        R"("a\"b" and "c\u000a")");
}

TEST_CASE("a $ that stands for no piece stays, in what is filled in too") {
  CHECK(composed("$ $0 $2 ${a} $1 $", {"$1"}) == "$ $0 $2 ${a} $1 $");
}

TEST_CASE("a filled pattern is added to a text") {
  std::string text = "a";
  append(text, ", $1", {"b"});
  append(text, ".", {});
  CHECK(text == "a, b.");
}

TEST_CASE("letters, digits, _ and $ are characters of an identifier") {
  for (char const each : std::string_view("azAZ09_$")) CHECK(is_identifier_character(each));
  for (char const each : std::string_view("-. @[`{/:\"\xc3")) CHECK_FALSE(is_identifier_character(each));
}

TEST_CASE("the words of strict JavaScript are reserved, the words of types are not") {
  for (auto const* word :
       {"default", "new", "arguments", "eval", "await", "yield", "let", "static", "null", "this"})
    CHECK(is_reserved_word(word));
  for (auto const* word : {"type", "of", "async", "get", "undefined", "number", "Default", "", "newer", "ne"})
    CHECK_FALSE(is_reserved_word(word));
}

TEST_CASE("a name that TypeScript can declare is an ASCII identifier and no reserved word") {
  for (auto const* name : {"area", "_", "$", "a1", "__proto__", "undefined"}) CHECK(is_typescript_name(name));
  for (auto const* name : {"", "1a", "a-b", "a b", "größe", "class"}) CHECK_FALSE(is_typescript_name(name));
}

TEST_CASE("names are listed as Node.js lists them") {
  CHECK(listed_of({}) == "");
  CHECK(listed_of({"a"}) == R"("a")");
  CHECK(listed_of({"a", "b"}) == R"("a" and "b")");
  CHECK(listed_of({"a", "b", "c"}) == R"("a", "b", and "c")");
  CHECK(listed_of({"a", "b", "c", "d"}) == R"("a", "b", "c", and "d")");
}
