#include <tendon/glue/overload_choice.hpp>

#include <doctest/doctest.h>

#include "described.hpp"
#include "functions.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "../describe/by_hand.hpp"
#include "../value_kinds.hpp"

#include <tendon/describe/check.hpp>
#include <tendon/describe/typings.hpp>

// Overloads that are told apart by what the arguments are.

namespace {

using described::fault_of;

using namespace value_kinds;
using tendon::overload;
using tendon::rest;
using tendon::type_description;
using tendon::type_of;

class disk {
 public:
  explicit disk(double radius) : name_("radius " + std::to_string(static_cast<int>(radius))) {}
  explicit disk(std::string name) : name_(std::move(name)) {}
  explicit disk(dot const& center) : name_("center " + std::to_string(static_cast<int>(center.x))) {}

  std::string name() const { return name_; }
  std::string scale(double) const { return name_ + " by a number"; }
  std::string scale(dot const&) const { return name_ + " by a dot"; }
  std::string scale(disk const& other) const { return name_ + " by " + other.name_; }

 private:
  std::string name_;
};

class tile {
 public:
  tile() {}
};

tendon::description overloads_of(type_description const& first, type_description const& second) {
  tendon::description addon;
  by_hand::add_function(addon, "f", by_hand::signature({by_hand::parameter("a", first)}));
  by_hand::add_function(addon, "f", by_hand::signature({by_hand::parameter("b", second)}));
  return tendon::detail::checked(std::move(addon));
}

std::string fault_of_kinds(type_description const& first, type_description const& second) {
  try {
    overloads_of(first, second);
    return "";
  } catch (tendon::describe_error const& fault) {
    return fault.what();
  }
}

test_functions const overloads([](tendon::addon& a) {
  a.export_function<[](double) { return "number"; }>("kind_of", a.arg("value"));
  a.export_function<[](std::string const&) { return "string"; }>("kind_of", a.arg("value"));
  a.export_function<[](bool) { return "boolean"; }>("kind_of", a.arg("value"));
  a.export_function<[](std::vector<double> const&) { return "array"; }>("kind_of", a.arg("value"));
  a.export_function<[](std::set<std::string> const&) { return "set"; }>("kind_of", a.arg("value"));
  a.export_function<[](std::map<int, int> const&) { return "map"; }>("kind_of", a.arg("value"));
  a.export_function<[](std::map<std::string, int> const&) { return "record"; }>("kind_of", a.arg("value"));
  a.export_function<[](dot const&) { return "dot"; }>("kind_of", a.arg("value"));
  a.export_function<[](ball const&) { return "ball"; }>("kind_of", a.arg("value"));
  a.export_function<[](tint) { return "tint"; }>("kind_of", a.arg("value"));
  a.export_function<[](disk const&) { return "disk"; }>("kind_of", a.arg("value"));
  a.export_function<[](tile const&) { return "tile"; }>("kind_of", a.arg("value"));
  a.export_function<[](std::function<void()> const&) { return "function"; }>("kind_of", a.arg("value"));
  a.export_function<[](std::vector<std::uint8_t> const&) { return "bytes"; }>("kind_of", a.arg("value"));

  a.wrap_class<disk>("Disk")
      .constructor<double>(a.arg("radius"))
      .constructor<std::string>(a.arg("name"))
      .constructor<dot const&>(a.arg("center"))
      .method<overload<std::string(double) const>(&disk::scale)>("scale", a.arg("factor"))
      .method<overload<std::string(dot const&) const>(&disk::scale)>("scale", a.arg("by"))
      .method<overload<std::string(disk const&) const>(&disk::scale)>("scale", a.arg("other"))
      .static_method<[](bool) { return std::string("boolean"); }>("describe", a.arg("on"))
      .static_method<[](disk const& of) { return of.name(); }>("describe", a.arg("of"))
      .getter<&disk::name>("name");
  a.wrap_class<tile>("Tile").constructor<>();

  a.export_function<[](dot const& at, std::string const&) { return at.x; }>("draw", a.arg("dot"),
                                                                            a.arg("color"));
  a.export_function<[](disk const&, std::string const&) { return -1.0; }>("draw", a.arg("disk"),
                                                                          a.arg("color"));

  a.export_function<[](std::int8_t) { return "int8"; }>("small_or_text", a.arg("small"));
  a.export_function<[](std::string const&) { return "string"; }>("small_or_text", a.arg("text"));

  a.export_function<[](tint) { return "tint"; }>("tint_or_pace", a.arg("tint"));
  a.export_function<[](pace) { return "pace"; }>("tint_or_pace", a.arg("pace"));

  a.export_function<[](std::string const&) { return std::string("text"); }>("parse", a.arg("text"));
  a.export_function<[](std::vector<std::uint8_t> const&, std::string encoding) { return encoding; }>(
      "parse", a.arg("bytes"), a.arg("encoding") = "utf8");

  a.export_function<[](int, bool) { return "boolean"; }>("by_second", a.arg("a"), a.arg("b") = true);
  a.export_function<[](int, std::string const&) { return "string"; }>("by_second", a.arg("a"), a.arg("b"));
  a.export_function<[](int, int, int) { return "three"; }>("by_second", a.arg("a"), a.arg("b"), a.arg("c"));

  a.export_function<[](tint, std::string const&) { return "first"; }>("crossed", a.arg("a"), a.arg("b"));
  a.export_function<[](std::string const&, tint) { return "second"; }>("crossed", a.arg("a"), a.arg("b"));

  a.export_function<[](tint) { return "tint"; }>("tint_or_words", a.arg("tint"));
  a.export_function<[](std::string const&, std::int8_t) { return "words"; }>("tint_or_words", a.arg("word"),
                                                                             a.arg("count") = std::int8_t{1});

  a.export_function<[](double first, rest<double> others) {
    return std::to_string(static_cast<int>(first)) + " and " + std::to_string(others.size());
  }>("any_number", a.arg("first"), a.arg("others"));
  a.export_function<[](std::string const& a, std::string const& b, bool c) {
    return a + b + (c ? " true" : " false");
  }>("any_number", a.arg("a"), a.arg("b"), a.arg("c"));
  a.export_function<[](double first, double second, std::string const& third, rest<std::string> others) {
    auto result = std::to_string(static_cast<int>(first + second)) + " " + third;
    for (auto const& each : others) result += " " + each;
    return result;
  }>("any_number", a.arg("first"), a.arg("second"), a.arg("third"), a.arg("others"));

  a.export_function<[](std::string const& first, std::string const& second) {
    return fault_of_kinds(kind_named(first), kind_named(second)) != "";
  }>("overloads_are_refused", a.arg("first"), a.arg("second"));
  a.export_function<[](napi_env env, std::string const& first, std::string const& second, napi_value given) {
    auto const addon = overloads_of(kind_named(first), kind_named(second));
    auto const& function = addon.functions.front();
    tendon::detail::passed_arguments const arguments(env, tendon::detail::shape_of(function), &given, 1);
    tendon::detail::overload_choice choice(addon, function, arguments);
    return &choice.chosen() == &function.overloads.front() ? first : second;
  }>("chosen_overload", a.arg("first"), a.arg("second"), a.arg("given"));
});

template <class First, class Second>
std::string fault_of_types() {
  return fault_of_kinds(type_of<First>, type_of<Second>);
}

}  // namespace

TEST_CASE("overloads that the same call fits are refused") {
  std::string const start = R"(two overloads of "f" fit a call with 1 argument equally well, )";
  CHECK(fault_of_types<int, int>() == start + R"(f(a: number) and f(b: number): both take number)");
  CHECK(fault_of_types<int, unsigned>() ==
        start + R"(f(a: number) and f(b: number): "int" and "unsigned int" take the same values)");
  CHECK(fault_of_types<std::vector<int>, std::vector<double>>() ==
        start +
            "f(a: readonly number[] | Int32Array) and f(b: readonly number[] | Float64Array): "
            R"("std::vector<int>" and "std::vector<double>" take the same values)");
  CHECK(fault_of_types<std::function<void()>, std::function<int()>>() ==
        start +
            "f(a: () => void) and f(b: () => number): a function type and a function type take the same "
            "values");
  CHECK(fault_of_types<std::optional<int>, std::optional<std::string>>() ==
        R"(two overloads of "f" fit a call without arguments equally well, f(a?: number | null) and )"
        "f(b?: string | null)");
}

TEST_CASE("numbers don't tell overloads apart by their value") {
  CHECK(
      fault_of_types<int, double>() ==
      R"(two overloads of "f" fit a call with 1 argument equally well, f(a: number) and f(b: number): "int" )"
      R"(and "double" are both "number" in JavaScript)");
  CHECK(fault_of([](tendon::addon& a) {
          a.export_function<[](int, double) {}>("f", a.arg("a"), a.arg("b"));
          a.export_function<[](double, double) {}>("f", a.arg("c"), a.arg("d"));
        }) == R"(two overloads of "f" fit a call with 2 arguments equally well, f(a: number, b: number) and )"
              R"(f(c: number, d: number): "int" and "double" are both "number" in JavaScript; both take )"
              R"(number)");
}

TEST_CASE("one argument is enough to tell overloads apart, if it must be passed") {
  CHECK(fault_of([](tendon::addon& a) {
          a.export_function<[](int, bool) {}>("f");
          a.export_function<[](int, std::string const&) {}>("f");
          a.export_function<[](tint, bool) {}>("f");
        }) == "");
  CHECK(fault_of([](tendon::addon& a) {
          a.export_function<[](int, bool) {}>("f", a.arg("a"), a.arg("b") = true);
          a.export_function<[](int, std::string const&) {}>("f", a.arg("a"), a.arg("b") = "");
        }) ==
        R"(two overloads of "f" fit a call with 1 argument equally well, f(a: number, b?: boolean) and )"
        R"(f(a: number, b?: string): both take number)");
  CHECK(fault_of([](tendon::addon& a) {
          a.export_function<[](int, bool) {}>("f", a.arg("a"), a.arg("b") = true);
          a.export_function<[](int, std::string const&) {}>("f", a.arg("a"), a.arg("b"));
        }) == "");
  CHECK(
      fault_of([](tendon::addon& a) {
        a.export_function<[](bool, std::string const&) {}>("f", a.arg("a") = true, a.arg("b") = "");
        a.export_function<[](std::optional<std::string>, std::string const&) {}>("f", a.arg("c"), a.arg("d"));
      }) == R"(two overloads of "f" fit a call with 2 arguments equally well, f(a?: boolean, b?: string) )"
            R"(and f(c: string | null | undefined, d: string): "a" and "c" can both be undefined; both take )"
            R"(string)");
}

TEST_CASE("members that the same call fits are refused") {
  CHECK(fault_of([](tendon::addon& a) {
          a.wrap_class<disk>("Disk")
              .method<overload<std::string(double) const>(&disk::scale)>("scale", a.arg("factor"))
              .method<[](disk&, int) {}>("scale", a.arg("steps"));
        }) == R"(two overloads of "Disk.scale" fit a call with 1 argument equally well, )"
              R"(Disk.scale(factor: number) and Disk.scale(steps: number): "double" and "int" are both )"
              R"("number" in JavaScript)");
  CHECK(fault_of([](tendon::addon& a) {
          a.wrap_class<disk>("Disk")
              .constructor<std::string>(a.arg("name"))
              .constructor<std::string>(a.arg("title"));
        }) == R"(two overloads of "Disk" fit a call with 1 argument equally well, Disk(name: string) and )"
              R"(Disk(title: string): both take string)");
  CHECK(fault_of([](tendon::addon& a) {
          a.wrap_class<disk>("Disk");
          a.export_function<[](std::shared_ptr<disk> const&) {}>("f", a.arg("disk"));
          a.wrap_class<tile>("Tile");
          a.export_function<[](std::shared_ptr<tile> const&) {}>("f", a.arg("tile"));
        }).starts_with(R"(two overloads of "f" fit a call with)"));
}

TEST_CASE("overloads are declared in the order of the block") {
  tendon::addon made;
  made.export_function<[](tint) { return 1.5; }>("f", made.arg("tint"), tendon::doc("By its name."));
  made.export_function<[] {}>("g");
  made.export_function<[](std::string const&) { return true; }>("f", made.arg("text"));
  made.export_function<[](rest<int>) {}>("f", made.arg("numbers"));
  CHECK(tendon::detail::write_typings(made.description_()) ==
        R"ts(/** By its name. */
export function f(tint: "red" | "green"): number;
export function f(text: string): boolean;
export function f(...numbers: number[]): void;
export function g(): void;
)ts");
}
