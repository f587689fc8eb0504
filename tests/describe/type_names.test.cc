#include <tendon/describe/type_names.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "by_hand.hpp"

using by_hand::form;
using by_hand::parameter;
using tendon::description;
using tendon::member_description;
using tendon::type_description;
using tendon::detail::direction;
using tendon::detail::type_names;

namespace {

constexpr auto& number = by_hand::number;
constexpr auto& wide = by_hand::wide;
constexpr auto in = direction::in;
constexpr auto out = direction::out;

constexpr std::string_view color_names[] = {"red", "dark green"};
constexpr type_description color{.form = form::enumeration, .cpp_name = "color", .enumerators = color_names};

constexpr member_description number_members[] = {{"x", &number}};
constexpr member_description wide_members[] = {{"id", &wide}};

constexpr type_description interface_of(std::string_view cpp_name) {
  return {.form = form::aggregate, .cpp_name = cpp_name, .members = number_members};
}

constexpr type_description differing_interface_of(std::string_view cpp_name) {
  return {.form = form::aggregate, .cpp_name = cpp_name, .members = wide_members};
}

/// An addon with one function.
description addon_of(std::vector<type_description const*> parameters,
                     type_description const& result = by_hand::nothing) {
  description addon;
  std::vector<tendon::parameter_description> made;
  for (auto const* each : parameters) made.push_back(parameter("x" + std::to_string(made.size()), *each));
  by_hand::add_function(addon, "f", by_hand::signature(std::move(made), result));
  return addon;
}

std::string text(type_description const& type, direction way) {
  return type_names(addon_of({&type}, type)).text(type, way);
}

/// The names of the interfaces of an addon with these types as parameters.
std::string names_of(std::vector<type_description const*> parameters) {
  std::string result;
  type_names const found(addon_of(std::move(parameters)));
  for (auto const& each : found.interfaces()) result += (result.empty() ? "" : ", ") + each.name;
  return result;
}

}  // namespace

TEST_CASE("a type has one text for each direction") {
  CHECK(text(wide, in) == "number | bigint");
  CHECK(text(wide, out) == "number");
}

TEST_CASE("the parts of a type travel in its direction") {
  CHECK(text(by_hand::optional<wide>, in) == "number | bigint | null | undefined");
  CHECK(text(by_hand::optional<wide>, out) == "number | undefined");
}

TEST_CASE("the element of an array stands in parentheses when it has several words") {
  CHECK(text(by_hand::array<number>, in) == "readonly number[]");
  CHECK(text(by_hand::array<wide>, in) == "readonly (number | bigint)[]");
  CHECK(text(by_hand::array<by_hand::array<number>>, in) == "readonly (readonly number[])[]");
  CHECK(text(by_hand::array<by_hand::array<number>>, out) == "number[][]");
  CHECK(text(by_hand::array<by_hand::optional<number>>, out) == "(number | undefined)[]");
  CHECK(text(by_hand::array<color>, out) == R"(("red" | "dark green")[])");
}

TEST_CASE("words inside brackets do not make parentheses around an element") {
  static constexpr type_description map{
      .ts_in = "Map<$, $>", .ts_out = "Map<$, $>", .parts = by_hand::parts<wide, wide>};
  static constexpr type_description tuple{
      .ts_in = "[$, $]", .ts_out = "[$, $]", .parts = by_hand::parts<wide, wide>};
  CHECK(text(by_hand::array<map>, in) == "readonly Map<number | bigint, number | bigint>[]");
  CHECK(text(by_hand::array<tuple>, in) == "readonly [number | bigint, number | bigint][]");
}

TEST_CASE("template literal types keep their holes") {
  static constexpr type_description percentage{
      .ts_in = "`${number}%` | $", .ts_out = "`${number}%` | $", .parts = by_hand::parts<wide>};
  CHECK(text(percentage, in) == "`${number}%` | number | bigint");
}

TEST_CASE("a pattern that is an array or something else keeps its element apart") {
  static constexpr type_description numbers{
      .ts_in = "readonly $[] | Float64Array", .ts_out = "$[]", .parts = by_hand::parts<number>};
  CHECK(text(numbers, in) == "readonly number[] | Float64Array");
  CHECK(text(by_hand::array<numbers>, in) == "readonly (readonly number[] | Float64Array)[]");
}

TEST_CASE("a function type stands in parentheses in an array and in a union") {
  CHECK(text(by_hand::function<by_hand::nothing>, in) == "() => void");
  CHECK(text(by_hand::array<by_hand::function<by_hand::nothing>>, in) == "readonly (() => void)[]");
  CHECK(text(by_hand::optional<by_hand::function<by_hand::nothing>>, in) ==
        "(() => void) | null | undefined");
  static constexpr type_description last{.ts_in = "null | $",
                                         .ts_out = "null | $",
                                         .parts = by_hand::parts<by_hand::function<by_hand::nothing>>};
  CHECK(text(last, in) == "null | (() => void)");
}

TEST_CASE("a function type that is a text stands in parentheses, too") {
  static constexpr type_description any{.ts_in = "(...args: never[]) => unknown",
                                        .ts_out = "(...args: unknown[]) => unknown"};
  CHECK(text(any, in) == "(...args: never[]) => unknown");
  CHECK(text(by_hand::array<any>, out) == "((...args: unknown[]) => unknown)[]");
  CHECK(text(by_hand::optional<any>, in) == "((...args: never[]) => unknown) | null | undefined");
}

TEST_CASE("functions inside brackets make no parentheses around a part of a union") {
  static constexpr type_description promise{.ts_in = "Promise<$>",
                                            .ts_out = "Promise<$>",
                                            .parts = by_hand::parts<by_hand::function<by_hand::nothing>>};
  CHECK(text(by_hand::optional<promise>, out) == "Promise<() => void> | undefined");
  CHECK(text(by_hand::optional<by_hand::optional<by_hand::function<by_hand::nothing>>>, out) ==
        "(() => void) | undefined | undefined");
}

TEST_CASE("a union in a union needs no parentheses") {
  CHECK(text(by_hand::optional<color>, out) == R"("red" | "dark green" | undefined)");
}

TEST_CASE("the parameters of a callback travel the other way, its result comes back") {
  CHECK(text(by_hand::function<wide, wide>, in) == "(arg0: number) => number | bigint");
  CHECK(text(by_hand::function<wide, wide>, out) == "(arg0: number | bigint) => number");
}

TEST_CASE("the direction flips again in a callback of a callback") {
  CHECK(text(by_hand::function<by_hand::nothing, by_hand::function<wide, wide>>, in) ==
        "(arg0: (arg0: number | bigint) => number) => void");
  CHECK(text(by_hand::function<by_hand::function<wide, wide>, number>, out) ==
        "(arg0: number) => (arg0: number | bigint) => number");
}

TEST_CASE("an enumeration is the union of its names in both directions") {
  CHECK(text(color, in) == R"("red" | "dark green")");
  CHECK(text(color, out) == R"("red" | "dark green")");
}

TEST_CASE("an interface has the last component of the C++ name") {
  static constexpr auto point = interface_of("geometry::point");
  CHECK(names_of({&point}) == "point");
  CHECK(text(point, in) == "point");
}

TEST_CASE("the scope stands before the names of interfaces, however deep") {
  static constexpr auto point = interface_of("geometry::point");
  auto const& type = by_hand::array<by_hand::function<point, point>>;
  CHECK(type_names(addon_of({&type})).text(type, in, "exported.") ==
        "readonly ((arg0: exported.point) => exported.point)[]");
}

TEST_CASE("interfaces stand in the order of their first use, each once") {
  static constexpr auto point = interface_of("point");
  static constexpr auto size = interface_of("size");
  CHECK(names_of({&size, &point, &size}) == "size, point");
}

TEST_CASE("an interface in a member, a part or a callback is found") {
  static constexpr auto inner = interface_of("inner");
  static constexpr member_description members[] = {{"in", &by_hand::array<inner>}};
  static constexpr type_description outer{.form = form::aggregate, .cpp_name = "outer", .members = members};
  CHECK(names_of({&by_hand::function<by_hand::nothing, outer>}) == "outer, inner");
}

TEST_CASE("a type that a text replaces makes no interface") {
  static constexpr auto point = interface_of("point");
  description addon;
  auto made = by_hand::signature({parameter("at", point)}, point);
  made.parameters[0].ts = "Point";
  made.result_ts = "Point";
  by_hand::add_function(addon, "f", made);
  CHECK(type_names(addon).interfaces().empty());
}

TEST_CASE("the interface of a value is found") {
  static constexpr auto point = interface_of("point");
  description addon;
  by_hand::add_value(addon, "ORIGIN", point);
  type_names const found(addon);
  REQUIRE(found.interfaces().size() == 1);
  CHECK(found.interfaces()[0].out);
  CHECK_FALSE(found.interfaces()[0].in);
}

TEST_CASE("interfaces of one name in two namespaces have qualified names") {
  static constexpr auto first = interface_of("a::point");
  static constexpr auto second = interface_of("b::c::point");
  static constexpr auto other = interface_of("a::size");
  CHECK(names_of({&first, &second, &other}) == "a_point, b_c_point, size");
}

TEST_CASE("an interface of the global namespace keeps its name beside one of a namespace") {
  static constexpr auto first = interface_of("point");
  static constexpr auto second = interface_of("a::point");
  CHECK(names_of({&first, &second}) == "point, a_point");
}

TEST_CASE("unnamed namespaces and functions leave no trace in the name of an interface") {
  static constexpr auto gcc = interface_of("{anonymous}::point");
  static constexpr auto clang = interface_of("(anonymous namespace)::size");
  static constexpr auto local = interface_of("a::f(int)::options");
  CHECK(names_of({&gcc, &clang, &local}) == "point, size, options");
}

TEST_CASE("interfaces that the compiler gives one name stay apart") {
  static constexpr auto first = interface_of("(anonymous namespace)::point");
  static constexpr auto second = interface_of("(anonymous namespace)::point");
  static constexpr auto third = interface_of("point");
  CHECK(names_of({&first, &second, &third}) == "point, point_, point__");
}

TEST_CASE("a template's arguments are part of the name of its interface") {
  static constexpr auto numbers = interface_of("geometry::box<int>");
  static constexpr auto points = interface_of("geometry::box<geometry::point>");
  static constexpr auto pairs = interface_of("pair<int, (geometry::color)0>");
  CHECK(names_of({&numbers, &points, &pairs}) == "box_int, box_geometry_point, pair_int_0");
}

TEST_CASE("an interface is not named like a type or a word of TypeScript") {
  static constexpr auto global = interface_of("number");
  static constexpr auto qualified = interface_of("js::object");
  static constexpr auto word = interface_of("function");
  static constexpr auto used_by_casters = interface_of("Map");
  CHECK(names_of({&global, &qualified, &word, &used_by_casters}) == "number_, js_object, function_, Map_");
}

TEST_CASE("a struct that is the same both ways has one interface") {
  static constexpr auto point = interface_of("point");
  CHECK(text(point, in) == "point");
  CHECK(text(point, out) == "point");
}

TEST_CASE("a struct that differs and is used both ways has two interfaces") {
  static constexpr auto item = differing_interface_of("item");
  CHECK(text(item, in) == "itemInput");
  CHECK(text(item, out) == "item");
}

TEST_CASE("a struct that differs and is used in one way only has one interface") {
  static constexpr auto item = differing_interface_of("item");
  CHECK(type_names(addon_of({&item})).text(item, in) == "item");
  CHECK(type_names(addon_of({}, item)).text(item, out) == "item");
}

TEST_CASE("the parameter of a callback uses an interface the other way") {
  static constexpr auto item = differing_interface_of("item");
  auto const& callback = by_hand::function<by_hand::nothing, item>;
  type_names const only_out(addon_of({&callback}));
  CHECK(only_out.text(callback, in) == "(arg0: item) => void");
  type_names const both(addon_of({&callback, &item}));
  CHECK(both.text(callback, in) == "(arg0: item) => void");
  CHECK(both.text(item, in) == "itemInput");
}

TEST_CASE("the second interface of a struct takes no other's name") {
  static constexpr auto item = differing_interface_of("item");
  static constexpr auto other = interface_of("itemInput");
  type_names const found(addon_of({&item, &other}, item));
  CHECK(found.text(item, in) == "itemInput");
  CHECK(found.text(other, in) == "itemInput_");
  type_names const other_first(addon_of({&other, &item}, item));
  CHECK(other_first.text(other, in) == "itemInput");
  CHECK(other_first.text(item, in) == "item_Input");
  CHECK(other_first.text(item, out) == "item_");
}

TEST_CASE("a struct differs when something in it does") {
  static constexpr auto item = differing_interface_of("item");
  static constexpr member_description members[] = {{"items", &by_hand::function<by_hand::nothing, item>}};
  static constexpr type_description outer{.form = form::aggregate, .cpp_name = "outer", .members = members};
  type_names const found(addon_of({&outer}));
  CHECK(found.differs(outer));
  CHECK(found.differs(by_hand::array<number>));
  CHECK_FALSE(found.differs(number));
  CHECK_FALSE(found.differs(color));
}

namespace {

// struct tree { vector<tree> children; };
extern type_description const tree;
type_description const* const tree_parts[] = {&tree};
type_description const trees{.ts_in = "readonly $[]", .ts_out = "$[]", .parts = tree_parts};
member_description const tree_members[] = {{"children", &trees}};
type_description const tree{.form = form::aggregate, .cpp_name = "tree", .members = tree_members};

// struct chain { chain* next; };
extern type_description const chain;
member_description const chain_members[] = {{"next", &chain}};
type_description const chain{.form = form::aggregate, .cpp_name = "chain", .members = chain_members};

}  // namespace

TEST_CASE("a struct that contains itself has an interface like any other") {
  CHECK(text(trees, in) == "readonly treeInput[]");
  CHECK(text(trees, out) == "tree[]");
  CHECK(text(chain, in) == "chain");
}
