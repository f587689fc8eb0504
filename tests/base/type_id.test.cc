#include <tendon/base/type_id.hpp>

#include <doctest/doctest.h>

#include <string>

using tendon::detail::type_id;
using tendon::detail::type_id_of;

namespace {

struct first {};
struct second {};

}  // namespace

TEST_CASE("a type has the same id wherever it is asked for") {
  type_id const known = type_id_of<std::string>();
  CHECK(type_id_of<std::string>() == known);
}

TEST_CASE("two types have two ids, though they look alike") {
  CHECK(type_id_of<first>() != type_id_of<second>());
  CHECK(type_id_of<int>() != type_id_of<int const>());
  CHECK(type_id_of<int>() != type_id_of<int&>());
}

TEST_CASE("an id is a constant expression") {
  static constexpr type_id known = type_id_of<first>();
  CHECK(known == type_id_of<first>());
}
