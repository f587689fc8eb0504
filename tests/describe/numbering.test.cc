#include <tendon/describe/numbering.hpp>

#include <doctest/doctest.h>

#include <string>

#include "by_hand.hpp"

using tendon::detail::numbering;

TEST_CASE("names are numbered in the order in which they are met, each once") {
  numbering names;
  CHECK(names.add("width").number == 0);
  CHECK(names.add("height").number == 1);
  CHECK(names.add("").number == 2);
  auto const again = names.add("width");
  CHECK(again.number == 0);
  CHECK_FALSE(again.is_new);
  CHECK(names.add("depth").is_new);
}

TEST_CASE("a name that was not added has no number") {
  numbering names;
  CHECK(names.find("width") == numbering::none);
  names.add("width");
  CHECK(names.find("width") == 0);
  CHECK(names.find("widt") == numbering::none);
}

TEST_CASE("names are copied") {
  numbering names;
  std::string name = "a name that is too long for a short string";
  names.add(name);
  name[0] = 'A';
  CHECK(names.find("a name that is too long for a short string") == 0);
}

TEST_CASE("types are numbered by what they are, not by what they hold") {
  auto const twin = by_hand::number;
  numbering types;
  CHECK(types.add(by_hand::number).number == 0);
  CHECK(types.add(by_hand::string).number == 1);
  CHECK(types.find(twin) == numbering::none);
  CHECK(types.find(by_hand::string) == 1);
}

TEST_CASE("numbers stay when many keys follow") {
  numbering names;
  for (int i = 0; i < 1000; ++i) CHECK(names.add(std::to_string(i)).is_new);
  for (int i = 0; i < 1000; ++i) CHECK(names.find(std::to_string(i)) == static_cast<std::size_t>(i));
}
