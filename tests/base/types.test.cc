#include <tendon/base/types.hpp>

#include <doctest/doctest.h>

#include <type_traits>

using tendon::types;
using tendon::detail::filtered;

namespace {

template <class T>
using is_small = std::bool_constant<sizeof(T) == 1>;

}  // namespace

TEST_CASE("a list of types has a size") {
  static_assert(types<>::size == 0);
  static_assert(types<int, int, char>::size == 3);
}

TEST_CASE("a filter keeps the chosen types in order, doubles too") {
  static_assert(
      std::is_same_v<filtered<is_small, types<char, int, bool, double, char>>, types<char, bool, char>>);
}

TEST_CASE("a filter may keep nothing or everything") {
  static_assert(std::is_same_v<filtered<is_small, types<>>, types<>>);
  static_assert(std::is_same_v<filtered<is_small, types<int, double>>, types<>>);
  static_assert(std::is_same_v<filtered<is_small, types<bool, char>>, types<bool, char>>);
}

TEST_CASE("a filter keeps qualifiers") {
  static_assert(
      std::is_same_v<filtered<std::is_reference, types<int const&, int, int&&>>, types<int const&, int&&>>);
}
