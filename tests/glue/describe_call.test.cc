#include <tendon/glue/describe_call.hpp>

#include <doctest/doctest.h>

#include "javascript.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

using tendon::signature_description;
using tendon::detail::constant_callable;
using tendon::detail::describe_call;
using tendon::detail::glued;

namespace {

double area(double width, double height) { return width * height; }
void no_result(std::optional<int>, napi_env) {}

struct described final : tendon::addon {
  void describe_() {
    export_function<[](std::string_view a, char const* b, std::vector<int> c, std::optional<int> d) {
      return std::string(a) + b + std::to_string(c.size()) + (d ? "d" : "");
    }>("f", arg("a") = "text", arg("b", literal("B")) = "b", arg("c") = std::vector<int>{1, 2},
       arg("d", ts("number")));
  }
};

}  // namespace

TEST_CASE("a signature has the types of the callable") {
  signature_description made;
  describe_call(made, glued<constant_callable<&area>>());
  REQUIRE(made.parameters.size() == 2);
  CHECK(made.parameters[0].name == "arg0");
  CHECK(made.parameters[1].name == "arg1");
  CHECK(made.parameters[0].type == &tendon::type_of<double>);
  CHECK(made.result == &tendon::type_of<double>);
  CHECK(made.required() == 2);
  CHECK(made.doc.empty());
}

TEST_CASE("annotations fill in what types do not say") {
  signature_description made;
  describe_call(made, glued<constant_callable<&area>>(), tendon::detail::plain(tendon::arg("width")),
                tendon::doc("The area."), tendon::detail::plain(tendon::arg("height", tendon::ts("1 | 2"))),
                tendon::returns(tendon::ts("3")));
  CHECK(made.parameters[0].name == "width");
  CHECK(made.parameters[1].name == "height");
  CHECK(made.parameters[1].ts == "1 | 2");
  CHECK(made.result_ts == "3");
  CHECK(made.doc == "The area.");
}

TEST_CASE("injected parameters are not described, trailing optionals are not required") {
  signature_description made;
  describe_call(made, glued<constant_callable<&no_result>>());
  CHECK(made.parameters.size() == 1);
  CHECK(made.required() == 0);
  CHECK(made.result == &tendon::type_of<void>);
}

TEST_CASE("defaults are kept with their JavaScript form") {
  described block;
  block.describe_();
  auto const description = block.description_();
  auto const& parameters = description.functions.at(0).overloads.at(0).parameters;
  CHECK(parameters[0].default_literal == "\"text\"");
  CHECK(parameters[1].default_literal == "B");
  CHECK(parameters[2].default_literal == "[1, 2]");
  CHECK(parameters[3].default_literal.empty());
  CHECK(parameters[3].ts == "number");
  CHECK(parameters[0].default_value != nullptr);
  CHECK(parameters[3].default_value == nullptr);
  CHECK(description.functions.at(0).overloads.at(0).required() == 0);
}
