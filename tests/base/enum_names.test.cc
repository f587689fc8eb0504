#include <tendon/base/enum_names.hpp>

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace geometry {

enum class color { red, green, blue = 5 };
enum unscoped { ua, ub, uc = 7 };
enum negative { minus_five = -5, three = 3 };
enum unscoped_byte : unsigned char { zero, most = 255 };
enum class signed_byte : signed char { least = -128, most = 127 };
enum class truth : bool { no, yes };
enum class letter : char8_t { x = 'x' };
enum class wide : long long { least = -128, beyond_least = -129, most = 255, beyond_most = 256 };
enum class descending { c = 2, b = 1, a = 0 };
enum class repeated { first = 1, again = 1 };
enum class empty {};
enum empty_unscoped {};
enum opaque : int;

template <class T, char Separator>
struct box {
  enum class color { red, green };
  enum unscoped { up, down };
};

}  // namespace geometry

namespace {

enum class hidden { p, q };
enum hidden_unscoped { hup, huq };

// "red=0 green=1 ..."
template <class E>
std::string listed() {
  std::string text;
  for (auto const& [value, name] : tendon::enumerators<E>()) {
    auto const number = static_cast<long long>(static_cast<std::underlying_type_t<E>>(value));
    if (!text.empty()) text += ' ';
    text += std::string{name} + '=' + std::to_string(number);
  }
  return text;
}

}  // namespace

enum class global { g };
enum global_unscoped { gu = -1 };

TEST_CASE("enumerators in ascending order of value") {
  CHECK(listed<geometry::color>() == "red=0 green=1 blue=5");
  CHECK(listed<geometry::unscoped>() == "ua=0 ub=1 uc=7");
  CHECK(listed<geometry::negative>() == "minus_five=-5 three=3");
  CHECK(listed<geometry::descending>() == "a=0 b=1 c=2");
  CHECK(listed<global>() == "g=0");
  CHECK(listed<global_unscoped>() == "gu=-1");
  static_assert(tendon::enumerators<geometry::color>().size() == 3);
  static_assert(tendon::enumerators<geometry::color>()[2].value == geometry::color::blue);
  static_assert(tendon::enumerators<geometry::color>()[2].name == "blue");
}

TEST_CASE("the searched values end at -128, 255 and the underlying type") {
  CHECK(listed<geometry::unscoped_byte>() == "zero=0 most=255");
  CHECK(listed<geometry::signed_byte>() == "least=-128 most=127");
  CHECK(listed<geometry::truth>() == "no=0 yes=1");
  CHECK(listed<geometry::letter>() == "x=120");
  CHECK(listed<geometry::wide>() == "least=-128 most=255");
}

TEST_CASE("one name for each value") { CHECK(listed<geometry::repeated>() == "first=1"); }

TEST_CASE("enumerations without enumerators") {
  static_assert(tendon::enumerators<geometry::empty>().empty());
  static_assert(tendon::enumerators<geometry::empty_unscoped>().empty());
  static_assert(tendon::enumerators<geometry::opaque>().empty());
  static_assert(tendon::enum_name(geometry::empty{}).empty());
}

TEST_CASE("enumerations in templates, functions and anonymous namespaces") {
  CHECK(listed<geometry::box<std::string, '>'>::color>() == "red=0 green=1");
  CHECK(listed<geometry::box<std::string, ','>::unscoped>() == "up=0 down=1");
  CHECK(listed<hidden>() == "p=0 q=1");
  CHECK(listed<hidden_unscoped>() == "hup=0 huq=1");
  enum class local { here, there };
  enum local_unscoped { everywhere = 9 };
  CHECK(listed<local>() == "here=0 there=1");
  CHECK(listed<local_unscoped>() == "everywhere=9");
}

TEST_CASE("from a value to its name") {
  static_assert(tendon::enum_name(geometry::color::green) == "green");
  static_assert(tendon::enum_name(static_cast<geometry::color>(3)).empty());
  static_assert(tendon::enum_name(geometry::repeated::again) == "first");
  static_assert(tendon::enum_name(geometry::wide::beyond_most).empty());
  CHECK(tendon::enum_name(geometry::ub) == "ub");
}

TEST_CASE("from a name to its value") {
  static_assert(tendon::enum_value<geometry::color>("blue") == geometry::color::blue);
  static_assert(!tendon::enum_value<geometry::color>("Blue"));
  static_assert(!tendon::enum_value<geometry::color>(""));
  CHECK(tendon::enum_value<geometry::negative>("minus_five") == geometry::minus_five);
}

TEST_CASE("the names are stored one behind the other, without the signature they came from") {
  auto const& colors = tendon::enumerators<geometry::color>();
  CHECK(colors[0].name.data() + 3 == colors[1].name.data());
  CHECK(std::string_view{colors[0].name.data()} == "redgreenblue");
}
