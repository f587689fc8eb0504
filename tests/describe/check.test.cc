#include <tendon/describe/check.hpp>

#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "by_hand.hpp"

using by_hand::add_function;
using by_hand::add_value;
using by_hand::parameter;
using by_hand::signature;
using by_hand::with_default;
using tendon::description;
using tendon::detail::checked;

namespace {

/// What is wrong with an addon, or nothing.
std::string fault_of(description addon) {
  try {
    checked(std::move(addon));
    return {};
  } catch (tendon::describe_error const& fault) {
    return fault.what();
  }
}

/// What is wrong with an addon that exports one function `f`, or nothing.
std::string fault_of(tendon::signature_description made) {
  description addon;
  add_function(addon, "f", std::move(made));
  return fault_of(std::move(addon));
}

/// What is wrong with a function `f` of two overloads, or nothing.
std::string fault_of(tendon::signature_description first, tendon::signature_description second) {
  description addon;
  add_function(addon, "f", std::move(first));
  add_function(addon, "f", std::move(second));
  return fault_of(std::move(addon));
}

auto const optional_number = parameter("o", by_hand::optional<by_hand::number>);

}  // namespace

TEST_CASE("an empty addon has no fault") { CHECK(fault_of(description()) == ""); }

TEST_CASE("an export needs a name") {
  description function;
  add_function(function, "");
  CHECK(fault_of(std::move(function)) == "an export has an empty name");
  description value;
  add_value(value, "");
  CHECK(fault_of(std::move(value)) == "an export has an empty name");
}

TEST_CASE("two values of one name are refused") {
  description addon;
  add_value(addon, "VERSION");
  add_value(addon, "VERSION");
  CHECK(fault_of(std::move(addon)) == R"(two values are exported as "VERSION")");
}

TEST_CASE("a function and a value of one name are refused in either order") {
  description function_first;
  add_function(function_first, "area");
  add_value(function_first, "area");
  CHECK(fault_of(std::move(function_first)) == R"(a function and a value are both exported as "area")");
  description value_first;
  add_value(value_first, "area");
  add_function(value_first, "area");
  CHECK(fault_of(std::move(value_first)) == R"(a function and a value are both exported as "area")");
}

TEST_CASE("the name in a fault is quoted") {
  description addon;
  add_value(addon, "a \"b\"");
  add_value(addon, "a \"b\"");
  CHECK(fault_of(std::move(addon)) == R"(two values are exported as "a \"b\"")");
}

TEST_CASE("two overloads that the same call fits are refused") {
  CHECK(fault_of(signature(), signature()) ==
        R"(two overloads of "f" fit a call without arguments equally well, f() and f())");
  CHECK(fault_of(signature({parameter("a")}), signature({parameter("b")})) ==
        R"(two overloads of "f" fit a call with 1 argument equally well, f(a: number) and f(b: number): )"
        R"(both take number)");
  CHECK(fault_of(signature({parameter("a"), parameter("b", by_hand::string)}),
                 signature({parameter("c"), parameter("d", by_hand::string)})) ==
        R"(two overloads of "f" fit a call with 2 arguments equally well, f(a: number, b: string) and )"
        R"(f(c: number, d: string): both take number; both take string)");
}

TEST_CASE("two overloads are refused where an optional parameter makes them meet") {
  CHECK(fault_of(signature({parameter("a")}), signature({parameter("a"), optional_number})) ==
        R"(two overloads of "f" fit a call with 1 argument equally well, f(a: number) and )"
        R"(f(a: number, o?: number | null): both take number)");
  CHECK(fault_of(signature({parameter("a"), optional_number}), signature({parameter("a"), parameter("b")})) ==
        R"(two overloads of "f" fit a call with 2 arguments equally well, f(a: number, o?: number | null) )"
        R"(and f(a: number, b: number): both take number; "std::optional" and "double" take the same )"
        R"(values)");
}

TEST_CASE("a third overload is compared with the first") {
  description addon;
  add_function(addon, "f", signature());
  add_function(addon, "f", signature({parameter("a")}));
  add_function(addon, "f", signature());
  CHECK(fault_of(std::move(addon)) ==
        R"(two overloads of "f" fit a call without arguments equally well, f() and f())");
}

TEST_CASE("overloads of one number of arguments are compared by their types") {
  description addon;
  add_function(addon, "f", signature({parameter("a")}));
  add_function(addon, "f", signature({parameter("a"), parameter("b")}));
  add_function(addon, "g", signature({parameter("a")}));
  add_function(addon, "g", signature({parameter("b", by_hand::string)}));
  auto const finished = checked(std::move(addon));
  CHECK(!finished.functions[0].compares_types);
  CHECK(finished.functions[2].compares_types);
  CHECK(finished.functions[2].overloads.size() == 2);
}

TEST_CASE("overloads for different numbers of arguments become one function") {
  description addon;
  add_function(addon, "f", signature({parameter("a"), optional_number}));
  add_value(addon, "VERSION");
  add_function(addon, "g", signature());
  add_function(addon, "f", signature());
  auto const finished = checked(std::move(addon));
  REQUIRE(finished.functions.size() == 3);
  CHECK(finished.functions[0].name == "f");
  CHECK(finished.functions[0].overloads.size() == 2);
  CHECK(finished.functions[1].name == "g");
  CHECK(finished.functions[2].overloads.empty());
  REQUIRE(finished.exports.size() == 3);
  CHECK(finished.name_of(finished.exports[0]) == "f");
  CHECK(finished.name_of(finished.exports[1]) == "VERSION");
  CHECK(finished.name_of(finished.exports[2]) == "g");
}

TEST_CASE("two parameters of one name are refused") {
  CHECK(fault_of(signature({parameter("x"), parameter("y"), parameter("x")})) ==
        R"(f(): two parameters are named "x")");
}

TEST_CASE("a parameter name that TypeScript refuses is refused") {
  CHECK(fault_of(signature({parameter("")})) == R"(f(): "" can't name a parameter in TypeScript)");
  CHECK(fault_of(signature({parameter("1st")})) == R"(f(): "1st" can't name a parameter in TypeScript)");
  CHECK(fault_of(signature({parameter("max-age")})) ==
        R"(f(): "max-age" can't name a parameter in TypeScript)");
  CHECK(fault_of(signature({parameter("default")})) ==
        R"(f(): "default" can't name a parameter in TypeScript)");
  CHECK(fault_of(signature({parameter("arguments")})) ==
        R"(f(): "arguments" can't name a parameter in TypeScript)");
}

TEST_CASE("a word that is reserved for types alone can name a parameter") {
  CHECK(fault_of(signature({parameter("type"), parameter("of"), parameter("async"), parameter("_"),
                            parameter("$0"), parameter("number")})) == "");
}

TEST_CASE("a default needs a JavaScript form") {
  CHECK(fault_of(signature({with_default(parameter("x"), "")})) ==
        "f(): the default of \"x\" has no JavaScript form; give one with literal(\"...\") in its arg");
  CHECK(fault_of(signature({with_default(parameter("x"), "1")})) == "");
}

TEST_CASE("the name of a result needs a function as result") {
  auto named = signature({}, by_hand::number);
  named.result_name = "next";
  CHECK(fault_of(named) == "f(): returns(named(...)) needs a function as result");
  named.result = &by_hand::function<by_hand::number>;
  CHECK(fault_of(named) == "");
}

TEST_CASE("the name of a value needs a function as value") {
  description addon;
  add_value(addon, "VERSION").source.result_name = "next";
  CHECK(fault_of(std::move(addon)) == "VERSION: returns(named(...)) needs a function as result");
}

TEST_CASE("the signature of module.exports is checked too") {
  description addon;
  by_hand::assign(addon, "create", signature({parameter("x"), parameter("x")}));
  CHECK(fault_of(std::move(addon)) == R"(create(): two parameters are named "x")");
}

TEST_CASE("every overload is checked") {
  CHECK(fault_of(signature(), signature({parameter("new")})) ==
        R"(f(): "new" can't name a parameter in TypeScript)");
}

TEST_CASE("an export may have the name of module.exports") {
  description addon;
  add_value(addon, "VERSION");
  by_hand::assign(addon, "create");
  add_function(addon, "create", signature({parameter("a")}));
  auto const finished = checked(std::move(addon));
  REQUIRE(finished.functions.size() == 2);
  REQUIRE(finished.assignment == 0);
  CHECK(finished.functions[0].name == "create");
  CHECK(finished.functions[0].overloads[0].parameters.empty());
  REQUIRE(finished.exports.size() == 2);
  CHECK(finished.exports[1].index == 1);
}

TEST_CASE("a checked addon keeps its name and values") {
  description addon;
  addon.name = "geometry";
  add_value(addon, "VERSION", by_hand::string, "\"1.2\"");
  auto const finished = checked(std::move(addon));
  CHECK(finished.name == "geometry");
  CHECK(finished.assignment == description::none);
  REQUIRE(finished.values.size() == 1);
  CHECK(finished.values[0].literal == "\"1.2\"");
}
