#include <tendon/casters/set.hpp>

#include <doctest/doctest.h>

#include "functions.hpp"
#include "javascript.hpp"

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

namespace {

template <class T>
T same(T value) {
  return value;
}

struct mark {
  int x;
  int y;
  auto operator<=>(mark const&) const = default;
};

struct folder {
  std::string name;
  std::set<std::string> tags;
};

struct by_length {
  bool operator()(std::string const& a, std::string const& b) const { return a.size() > b.size(); }
};

test_functions const sets([](tendon::addon& a) {
  a.export_function<&same<std::set<int>>>("same_set", a.arg("values"));
  a.export_function<&same<std::unordered_set<std::string>>>("same_unordered_set", a.arg("values"));
  a.export_function<&same<std::set<double>>>("same_double_set", a.arg("values"));
  a.export_function<&same<std::unordered_set<double>>>("same_unordered_double_set", a.arg("values"));
  a.export_function<&same<std::set<mark>>>("same_mark_set", a.arg("marks"));
  a.export_function<&same<std::set<std::set<std::optional<int>>>>>("same_set_of_sets", a.arg("values"));
  a.export_function<&same<std::set<std::string, by_length>>>("same_set_by_length", a.arg("values"));
  a.export_function<&same<std::vector<folder>>>("same_folders", a.arg("folders"));
  a.export_function<[](std::function<std::set<int>(std::set<int>)> const& call) {
    return call({3, 1});
  }>("set_of_callback", a.arg("call"));
  a.export_function<[](int count) {
    std::set<int> result;
    for (int i = 0; i < count; ++i) result.insert(i);
    return result;
  }>("counted_set", a.arg("count"));
  a.export_function<[](std::set<int> const& values) { return values.size(); }>(
      "set_size", a.arg("values") = std::set{1, 2});
});

}  // namespace

TEST_CASE("a set reads as a Set in documentation") {
  CHECK(tendon::caster<std::set<int>>::literal({}) == "new Set()");
  CHECK(tendon::caster<std::set<std::string>>::literal({"b", "a"}) == R"(new Set(["a", "b"]))");
}

TEST_CASE("sets convert both ways") {
  CHECK(converted<std::set<std::string>>("new Set(['b', 'a', 'b'])") == std::set<std::string>{"a", "b"});
  CHECK(converted<std::unordered_set<int>>("new Set([1])") == std::unordered_set<int>{1});
  CHECK(given(std::set<int>{2, 1}) == "Set {1, 2}");
  CHECK(
      refusal<std::set<int>>("new Set([1, 'x'])") ==
      R"js(TypeError [ERR_INVALID_ARG_TYPE]: f(): The "value[1]" property must be of type number. Received type string ('x'))js");
  CHECK(
      refusal<std::set<int>>("[1]") ==
      R"js(TypeError [ERR_INVALID_ARG_TYPE]: f(): The "value" argument must be an instance of Set. Received an instance of Array)js");
}
