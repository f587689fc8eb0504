#include <tendon/describe/typings.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>

#include "by_hand.hpp"

using by_hand::add_function;
using by_hand::add_value;
using by_hand::form;
using by_hand::number;
using by_hand::parameter;
using by_hand::signature;
using by_hand::string;
using by_hand::with_default;
using by_hand::with_doc;
using tendon::description;
using tendon::member_description;
using tendon::type_description;
using tendon::detail::write_typings;

namespace {

/// The declarations of an addon that exports one function `f`.
std::string typings_of(tendon::signature_description made) {
  description addon;
  add_function(addon, "f", std::move(made));
  return write_typings(addon);
}

/// The declarations of an addon that exports the value `x`.
std::string typings_of_value(type_description const& type, std::string literal) {
  description addon;
  add_value(addon, "x", type, std::move(literal));
  return write_typings(addon);
}

/// The declarations of an addon that exports a function of this name.
std::string typings_of_name(std::string const& name) {
  description addon;
  add_function(addon, name);
  return write_typings(addon);
}

constexpr member_description point_members[] = {{"x", &number}, {"label", &by_hand::optional<string>}};
constexpr type_description point{
    .form = form::aggregate, .cpp_name = "geometry::point", .members = point_members};

constexpr member_description size_members[] = {{"width", &number}, {"height", &number}};
constexpr type_description size{
    .form = form::aggregate, .cpp_name = "geometry::size", .members = size_members};

}  // namespace

TEST_CASE("an empty addon is an empty module") { CHECK(write_typings(description()) == "export {};\n"); }

TEST_CASE("a function is declared with its parameters and its result") {
  CHECK(typings_of(signature({parameter("width"), parameter("name", string)}, number)) ==
        R"ts(export function f(width: number, name: string): number;
)ts");
}

TEST_CASE("a function without parameters and result is declared") {
  CHECK(typings_of(signature()) == "export function f(): void;\n");
}

TEST_CASE("exports are declared in the order of the block") {
  description addon;
  add_value(addon, "b", string, "\"b\"");
  add_function(addon, "c");
  add_value(addon, "a", number, "1");
  CHECK(write_typings(addon) == R"ts(export const b: "b";
export function c(): void;
export const a: 1;
)ts");
}

TEST_CASE("a trailing optional parameter may be left out") {
  CHECK(typings_of(signature({parameter("a"), parameter("b", by_hand::optional<number>)})) ==
        R"ts(export function f(a: number, b?: number | null): void;
)ts");
}

TEST_CASE("an optional parameter before a required one is written in full") {
  CHECK(typings_of(signature({parameter("a", by_hand::optional<number>), parameter("b")})) ==
        R"ts(export function f(a: number | null | undefined, b: number): void;
)ts");
}

TEST_CASE("a default makes a parameter optional and stands in the comment") {
  CHECK(typings_of(signature({parameter("a"), with_default(parameter("b"), "1.5"),
                              with_default(parameter("c", string), "\"x\"")})) == R"ts(/**
 * @defaultValue b = 1.5
 * @defaultValue c = "x"
 */
export function f(a: number, b?: number, c?: string): void;
)ts");
}

TEST_CASE("an optional parameter after a default may be left out too") {
  CHECK(
      typings_of(signature({with_default(parameter("a"), "1"), parameter("b", by_hand::optional<number>)})) ==
      R"ts(/** @defaultValue a = 1 */
export function f(a?: number, b?: number | null): void;
)ts");
}

TEST_CASE("a callback with a default keeps all of its result") {
  CHECK(typings_of(signature({with_default(parameter("log", by_hand::function<by_hand::optional<number>>),
                                           "() => 1")})) == R"ts(/** @defaultValue log = () => 1 */
export function f(log?: () => number | null | undefined): void;
)ts");
}

TEST_CASE("a doc is a comment of one line") {
  CHECK(typings_of(with_doc(signature(), "Does it.")) == R"ts(/** Does it. */
export function f(): void;
)ts");
}

TEST_CASE("a doc of several lines keeps them, empty ones too") {
  CHECK(typings_of(with_doc(signature(), "Does it.\n\n  Indented.\n")) == R"ts(/**
 * Does it.
 *
 *   Indented.
 *
 */
export function f(): void;
)ts");
}

TEST_CASE("defaults follow the doc") {
  CHECK(typings_of(with_doc(signature({with_default(parameter("a"), "1")}), "Does it.")) == R"ts(/**
 * Does it.
 * @defaultValue a = 1
 */
export function f(a?: number): void;
)ts");
}

TEST_CASE("the end of a comment in a doc does not end the comment") {
  CHECK(typings_of(with_doc(signature(), "Matches a/*/b, **/ and */*/.")) ==
        R"ts(/** Matches a/*\/b, **\/ and *\/*\/. */
export function f(): void;
)ts");
}

TEST_CASE("the end of a comment in a default does not end the comment") {
  CHECK(typings_of(signature({with_default(parameter("glob", string), "\"**/*.js\"")})) ==
        R"ts(/** @defaultValue glob = "**\/*.js" */
export function f(glob?: string): void;
)ts");
}

TEST_CASE("each overload is declared with its own comment") {
  description addon;
  auto& function = add_function(addon, "f", with_doc(signature({}, number), "None."));
  function.overloads.push_back(with_doc(signature({parameter("a", string)}, string), "One."));
  CHECK(write_typings(addon) == R"ts(/** None. */
export function f(): number;
/** One. */
export function f(a: string): string;
)ts");
}

TEST_CASE("a text replaces the type of a parameter and of a result") {
  auto made =
      signature({parameter("on", by_hand::function<by_hand::nothing>), with_default(parameter("x"), "1")});
  made.parameters[0].ts = "(event: Event) => boolean | undefined";
  made.parameters[1].ts = "0 | 1 | undefined";
  made.result_ts = "Promise<string>";
  CHECK(typings_of(made) == R"ts(/** @defaultValue x = 1 */
export function f(on: (event: Event) => boolean | undefined, x?: 0 | 1 | undefined): Promise<string>;
)ts");
}

TEST_CASE("a value of one number, string or boolean has its literal as type") {
  CHECK(typings_of_value(number, "3") == "export const x: 3;\n");
  CHECK(typings_of_value(number, "-1.5") == "export const x: -1.5;\n");
  CHECK(typings_of_value(number, "1e+300") == "export const x: 1e+300;\n");
  CHECK(typings_of_value(number, "12n") == "export const x: 12n;\n");
  CHECK(typings_of_value(string, R"("a \"b\"")") == "export const x: \"a \\\"b\\\"\";\n");
  CHECK(typings_of_value(number, "true") == "export const x: true;\n");
  CHECK(typings_of_value(number, "false") == "export const x: false;\n");
}

TEST_CASE("a value whose literal is no type has its wide type") {
  CHECK(typings_of_value(number, "") == "export const x: number;\n");
  CHECK(typings_of_value(number, "NaN") == "export const x: number;\n");
  CHECK(typings_of_value(number, "Infinity") == "export const x: number;\n");
  CHECK(typings_of_value(number, "-Infinity") == "export const x: number;\n");
  CHECK(typings_of_value(by_hand::array<number>, "[1, 2]") == "export const x: number[];\n");
  CHECK(typings_of_value(by_hand::optional<number>, "undefined") == "export const x: number | undefined;\n");
}

TEST_CASE("a text replaces the type of a value") {
  description addon;
  add_value(addon, "VERSION", string, "\"1.2\"").source.result_ts = "string";
  CHECK(write_typings(addon) == "export const VERSION: string;\n");
}

TEST_CASE("a value has a doc") {
  description addon;
  add_value(addon, "PI", number, "3.14").source.doc = "About a circle.";
  CHECK(write_typings(addon) == R"ts(/** About a circle. */
export const PI: 3.14;
)ts");
}

TEST_CASE("a reserved word is exported under another name's declaration") {
  CHECK(typings_of_name("default") == R"ts(declare function export_1(): void;
export { export_1 as default };
)ts");
  CHECK(typings_of_name("new") == R"ts(declare function export_1(): void;
export { export_1 as new };
)ts");
}

TEST_CASE("a name that is no identifier is exported as a string") {
  CHECK(typings_of_name("a-b") == R"ts(declare function export_1(): void;
export { export_1 as "a-b" };
)ts");
  CHECK(typings_of_name("größe") == R"ts(declare function export_1(): void;
export { export_1 as "größe" };
)ts");
  CHECK(typings_of_name("1\n\"2\"") == R"ts(declare function export_1(): void;
export { export_1 as "1\u000a\"2\"" };
)ts");
}

TEST_CASE("names that are special to JavaScript only are declared as they are") {
  CHECK(typings_of_name("__proto__") == "export function __proto__(): void;\n");
  CHECK(typings_of_name("constructor") == "export function constructor(): void;\n");
  CHECK(typings_of_name("undefined") == "export function undefined(): void;\n");
}

TEST_CASE("exports that can't be declared by their name are numbered") {
  description addon;
  add_function(addon, "delete").overloads.push_back(signature({parameter("key", string)}));
  add_value(addon, "max-age", number, "60");
  add_function(addon, "f");
  CHECK(write_typings(addon) == R"ts(declare function export_1(): void;
declare function export_1(key: string): void;
export { export_1 as delete };
declare const export_2: 60;
export { export_2 as "max-age" };
export function f(): void;
)ts");
}

TEST_CASE("a declaration for an odd name takes no other export's name") {
  description addon;
  add_function(addon, "export_1", signature({}, number));
  add_function(addon, "a-b");
  CHECK(write_typings(addon) == R"ts(export function export_1(): number;
declare function export_2(): void;
export { export_2 as "a-b" };
)ts");
}

TEST_CASE("a struct is an interface before the exports that use it") {
  CHECK(typings_of(signature({parameter("s", size)}, size)) == R"ts(export interface size {
  width: number;
  height: number;
}
export function f(s: size): size;
)ts");
}

TEST_CASE("a struct that JavaScript may pass in more ways has two interfaces") {
  CHECK(typings_of(signature({parameter("p", point)}, point)) == R"ts(export interface pointInput {
  readonly x: number;
  readonly label?: string | null | undefined;
}
export interface point {
  x: number;
  label?: string;
}
export function f(p: pointInput): point;
)ts");
}

TEST_CASE("a struct that is only passed has the interface for passing") {
  CHECK(typings_of(signature({parameter("p", point)})) == R"ts(export interface point {
  readonly x: number;
  readonly label?: string | null | undefined;
}
export function f(p: point): void;
)ts");
}

TEST_CASE("a struct that is only given has the interface for reading") {
  CHECK(typings_of(signature({}, by_hand::array<point>)) == R"ts(export interface point {
  x: number;
  label?: string;
}
export function f(): point[];
)ts");
}

TEST_CASE("a struct without members is an empty interface") {
  static constexpr type_description empty{.form = form::aggregate, .cpp_name = "options"};
  CHECK(typings_of(signature({parameter("o", empty)})) == R"ts(export interface options {
}
export function f(o: options): void;
)ts");
}

TEST_CASE("members may be named like words of TypeScript") {
  static constexpr member_description members[] = {
      {"function", &number}, {"constructor", &number}, {"new_", &number}};
  static constexpr type_description words{.form = form::aggregate, .cpp_name = "words", .members = members};
  CHECK(typings_of(signature({}, words)) == R"ts(export interface words {
  function: number;
  constructor: number;
  new_: number;
}
export function f(): words;
)ts");
}

TEST_CASE("an assigned function is the module") {
  description addon;
  by_hand::assign(addon, "create", with_doc(signature({parameter("x")}, number), "Makes one."));
  CHECK(write_typings(addon) == R"ts(/** Makes one. */
declare function create(x: number): number;
export = create;
)ts");
}

TEST_CASE("further exports and interfaces are in the namespace of an assigned function") {
  description addon;
  by_hand::assign(addon, "create", signature({parameter("p", point), parameter("s", size)}, point));
  add_function(addon, "measure", with_doc(signature({parameter("p", point)}, size), "Measures\none."));
  add_value(addon, "VERSION", string, "\"1\"");
  add_function(addon, "delete");
  add_function(addon, "a-b");
  CHECK(write_typings(addon) ==
        R"ts(declare function create(p: create.pointInput, s: create.size): create.point;
declare namespace create {
  export interface pointInput {
    readonly x: number;
    readonly label?: string | null | undefined;
  }
  export interface point {
    x: number;
    label?: string;
  }
  export interface size {
    width: number;
    height: number;
  }
  /**
   * Measures
   * one.
   */
  export function measure(p: pointInput): size;
  export const VERSION: "1";
  function export_1(): void;
  export { export_1 as delete };
  function export_2(): void;
  export { export_2 as "a-b" };
}
export = create;
)ts");
}

TEST_CASE("interfaces alone make the namespace of an assigned function") {
  description addon;
  by_hand::assign(addon, "create", signature({parameter("on", by_hand::function<by_hand::nothing, size>)}));
  CHECK(write_typings(addon) == R"ts(declare function create(on: (arg0: create.size) => void): void;
declare namespace create {
  export interface size {
    width: number;
    height: number;
  }
}
export = create;
)ts");
}

TEST_CASE("an assigned function whose name can't be declared is declared under another one") {
  description addon;
  by_hand::assign(addon, "default", signature({}, size));
  CHECK(write_typings(addon) == R"ts(declare function exported(): exported.size;
declare namespace exported {
  export interface size {
    width: number;
    height: number;
  }
}
export = exported;
)ts");
}

TEST_CASE("an export may be named like the assigned function and like an interface") {
  description addon;
  by_hand::assign(addon, "size", signature({}, size));
  add_function(addon, "size", signature({parameter("s", size)}, size));
  CHECK(write_typings(addon) == R"ts(declare function size(): size.size;
declare namespace size {
  export interface size {
    width: number;
    height: number;
  }
  export function size(s: size): size;
}
export = size;
)ts");
}
