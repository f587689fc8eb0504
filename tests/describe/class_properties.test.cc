#include <tendon/describe/class_properties.hpp>

#include <doctest/doctest.h>
#include <tendon/tendon.hpp>

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "by_hand.hpp"

using tendon::type_of;
using tendon::detail::is_json;

namespace json_types {

enum class color { red, green };
struct tree {
  std::string name;
  std::optional<color> tint;
  std::vector<tree> children;
};
struct counted {
  std::set<int> numbers;
};

}  // namespace json_types

using namespace json_types;

TEST_CASE("values of JSON are told by their types") {
  CHECK(is_json(type_of<double>));
  CHECK(is_json(type_of<std::optional<std::string>>));
  CHECK(is_json(type_of<std::map<std::string, std::vector<std::pair<bool, color>>>>));
  CHECK(is_json(type_of<std::variant<int, std::string>>));
  CHECK(is_json(type_of<std::chrono::system_clock::time_point>));
  CHECK(is_json(type_of<tree>));
  CHECK_FALSE(is_json(type_of<tendon::bigint<std::int64_t>>));
  CHECK_FALSE(is_json(type_of<std::map<int, int>>));
  CHECK_FALSE(is_json(type_of<std::vector<std::uint8_t>>));
  CHECK_FALSE(is_json(type_of<std::vector<counted>>));
  CHECK_FALSE(is_json(type_of<std::function<void()>>));
}

TEST_CASE("a class shows its properties behind those of its bases") {
  using tendon::class_member;
  tendon::description addon;
  for (auto const* name : {"name", "size", "name", "cost"}) {
    by_hand::add_function(addon, name, by_hand::signature({}, by_hand::number));
    addon.exports.pop_back();
  }
  auto& base = addon.classes.emplace_back();
  base.members = {{class_member::kind::accessor, "name", 0}, {class_member::kind::accessor, "size", 1}};
  auto& extending = addon.classes.emplace_back();
  extending.bases.push_back({nullptr, 0, nullptr, nullptr, 0});
  extending.members = {{class_member::kind::accessor, "name", 2},
                       {class_member::kind::accessor, "secret", tendon::description::none},
                       {class_member::kind::accessor, "cost", 3}};
  tendon::detail::shown_properties const shown(addon, addon.classes[1]);
  std::vector<std::size_t> functions;
  for (auto const* each : shown.all) functions.push_back(each->index);
  CHECK(functions == std::vector<std::size_t>{2, 1, 3});
  CHECK(shown.has_json);
}
