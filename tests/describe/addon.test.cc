#include <tendon/tendon.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "described.hpp"

// Whole addons, described and read without Node.js.

using tendon::arg;
using tendon::bigint;
using tendon::doc;
using tendon::env_state;
using tendon::function_ref;
using tendon::literal;
using tendon::named;
using tendon::overload;
using tendon::returns;
using tendon::this_value;
using tendon::ts;

namespace described_addon {

enum class shade { light, dark };

struct point {
  double x;
  double y;
};

struct label {
  std::string text;
  std::optional<shade> color;
};

struct shape {
  std::int64_t id;
  std::vector<point> corners;
  std::optional<label> caption;
};

struct cache {
  int hits = 0;
};

struct listener {
  int priority;
  std::function<void()> run;
};

struct nothing {};

int twice(int value) { return 2 * value; }
int twice(int value, int times) { return 2 * value * times; }
std::string twice(std::string const& text, std::string const&, std::string const&) { return text + text; }
void reset() noexcept {}
extern "C" int described_addon_c_function(int value) { return value; }
double area(point const& corner, double width, std::optional<double> height) {
  return corner.x * width * height.value_or(1);
}
int counted(env_state<cache>& state, int by) { return state->hits += by; }
int with_env(napi_env, int first, this_value, int second, env_state<cache>) { return first + second; }

struct counter {
  static int next() { return 1; }
};

template <class T>
T same(T value) {
  return value;
}

}  // namespace described_addon

using namespace described_addon;
using described::fault_of;
using described::typings_of;

TEST_CASE("the name of a function is inferred") {
  CHECK(typings_of([](tendon::addon& a) { a.export_function<&reset>(); }) ==
        R"ts(export function reset(): void;
)ts");
}

TEST_CASE("the name of a static member and of a C function is inferred") {
  CHECK(typings_of([](tendon::addon& a) {
          a.export_function<&counter::next>();
          a.export_function<&described_addon_c_function>();
        }) == R"ts(export function next(): number;
export function described_addon_c_function(arg0: number): number;
)ts");
}

TEST_CASE("an inferred name takes annotations") {
  CHECK(typings_of([](tendon::addon& a) {
          a.export_function<&described_addon_c_function>(arg("value"), doc("As it is."));
        }) == R"ts(/** As it is. */
export function described_addon_c_function(value: number): number;
)ts");
}

TEST_CASE("a given name replaces that of C++") {
  CHECK(typings_of([](tendon::addon& a) { a.export_function<&reset>("clear"); }) ==
        R"ts(export function clear(): void;
)ts");
}

TEST_CASE("a lambda and an instance of a template are exported by a name") {
  CHECK(typings_of([](tendon::addon& a) {
          a.export_function<[](int value) { return value != 0; }>("truthy");
          a.export_function<&same<std::string>>("same", arg("text"));
        }) == R"ts(export function truthy(arg0: number): boolean;
export function same(text: string): string;
)ts");
}

TEST_CASE("a default makes a parameter optional and shows in the comment") {
  CHECK(typings_of([](tendon::addon& a) {
          a.export_function<&area>("area", arg("corner"), arg("width") = 2, arg("height"));
        }) == R"ts(export interface point {
  x: number;
  y: number;
}
/** @defaultValue width = 2 */
export function area(corner: point, width?: number, height?: number | null): number;
)ts");
}

TEST_CASE("a trailing std::optional may be left out without a default") {
  CHECK(typings_of([](tendon::addon& a) { a.export_function<[](int, std::optional<int>) {}>("f"); }) ==
        R"ts(export function f(arg0: number, arg1?: number | null): void;
)ts");
}

TEST_CASE("a parameter that is injected is no argument") {
  CHECK(typings_of([](tendon::addon& a) {
          a.export_function<&counted>("counted", arg("by") = 1);
          a.export_function<&with_env>("withEnv", arg("first"), arg("second"));
        }) == R"ts(/** @defaultValue by = 1 */
export function counted(by?: number): number;
export function withEnv(first: number, second: number): number;
)ts");
}

TEST_CASE("a callable with state is exported by value") {
  CHECK(typings_of([offset = 3](tendon::addon& a) {
          a.export_function(
              "plus", [offset](int value) { return value + offset; }, arg("value") = 1);
          a.export_function("kept", std::function<std::string(bool)>([](bool) { return "kept"; }), arg("on"));
        }) == R"ts(/** @defaultValue value = 1 */
export function plus(value?: number): number;
export function kept(on: boolean): string;
)ts");
}

TEST_CASE("a callable with state lives as long as its description") {
  auto const state = std::make_shared<int>(1);
  {
    tendon::addon made;
    made.export_function("count", [state] { return *state; });
    auto const finished = made.description_();
    CHECK(state.use_count() == 2);
    CHECK(finished.functions[0].overloads[0].target != nullptr);
  }
  CHECK(state.use_count() == 1);
}

TEST_CASE("functions of one name are overloads by the number of their arguments") {
  CHECK(typings_of([](tendon::addon& a) {
          a.export_function<overload<int(int)>(&twice)>("twice", arg("value"));
          a.export_function<overload<int(int, int)>(&twice)>("twice", arg("value"), arg("times"));
          a.export_function<&reset>();
          a.export_function<overload<std::string(std::string const&, std::string const&, std::string const&)>(
              &twice)>("twice");
        }) == R"ts(export function twice(value: number): number;
export function twice(value: number, times: number): number;
export function twice(arg0: string, arg1: string, arg2: string): string;
export function reset(): void;
)ts");
}

TEST_CASE("overloads that a call can't tell apart are refused when the addon is described") {
  CHECK(fault_of([](tendon::addon& a) {
          a.export_function<overload<int(int)>(&twice)>("twice");
          a.export_function<[](int const&) {}>("twice");
        }) == R"(two overloads of "twice" fit a call with 1 argument equally well, twice(arg0: number) and )"
              R"(twice(arg0: number): both take number)");
  CHECK(fault_of([](tendon::addon& a) {
          a.export_function<overload<int(int)>(&twice)>("twice");
          a.export_function<[](std::string const&) {}>("twice");
        }) == "");
}

TEST_CASE("a value is exported with its literal type or its wide one") {
  CHECK(typings_of([](tendon::addon& a) {
          a.export_value("VERSION", "1.2.0", doc("The version."));
          a.export_value("name", std::string("a \"b\"\n"));
          a.export_value("LEAST", -1);
          a.export_value("HALF", 0.5);
          a.export_value("BIG", bigint<std::uint64_t>(std::numeric_limits<std::uint64_t>::max()));
          a.export_value("DEBUG", false);
          a.export_value("SHADE", shade::dark);
          a.export_value("NOTHING", std::numeric_limits<double>::quiet_NaN());
          a.export_value("PRIMES", std::vector<int>{2, 3, 5});
          a.export_value("ORIGIN", point{});
          a.export_value("RELEASE", std::string("1"), returns(ts("string")));
        }) == R"ts(export interface point {
  x: number;
  y: number;
}
/** The version. */
export const VERSION: "1.2.0";
export const name: "a \"b\"\u000a";
export const LEAST: -1;
export const HALF: 0.5;
export const BIG: 18446744073709551615n;
export const DEBUG: false;
export const SHADE: "dark";
export const NOTHING: number;
export const PRIMES: number[];
export const ORIGIN: point;
export const RELEASE: string;
)ts");
}

TEST_CASE("an assigned function is the module, before or after its properties") {
  auto const expected = R"ts(declare function twice(value: number): number;
declare namespace twice {
  export const VERSION: 1;
}
export = twice;
)ts";
  CHECK(typings_of([](tendon::addon& a) {
          a.export_assignment<overload<int(int)>(&twice)>("twice", arg("value"));
          a.export_value("VERSION", 1);
        }) == expected);
  CHECK(typings_of([](tendon::addon& a) {
          a.export_value("VERSION", 1);
          a.export_assignment<overload<int(int)>(&twice)>("twice", arg("value"));
        }) == expected);
}

TEST_CASE("the name of an assigned function is inferred") {
  CHECK(typings_of([](tendon::addon& a) { a.export_assignment<&reset>(doc("Resets.")); }) ==
        R"ts(/** Resets. */
declare function reset(): void;
export = reset;
)ts");
}

TEST_CASE("module.exports can be assigned once") {
  CHECK(fault_of([](tendon::addon& a) {
          a.export_assignment<&reset>();
          a.export_assignment<&reset>();
        }) == "module.exports is assigned twice");
}

TEST_CASE("a value and a function of one name are refused when the addon is described") {
  CHECK(fault_of([](tendon::addon& a) {
          a.export_value("reset", 1);
          a.export_function<&reset>();
        }) == R"(a function and a value are both exported as "reset")");
}

TEST_CASE("a default whose type has no literal needs one in its arg") {
  auto const log = [](std::string const&) {};
  CHECK(fault_of([&](tendon::addon& a) {
          a.export_function<[](std::function<void(std::string)>) {}>("f", arg("log") = log);
        }) ==
        "f(): the default of \"log\" has no JavaScript form; give one with literal(\"...\") in its arg");
  CHECK(typings_of([&](tendon::addon& a) {
          a.export_function<[](std::function<void(std::string)>) {}>(
              "f", arg("log", literal("console.log")) = log);
        }) == R"ts(/** @defaultValue log = console.log */
export function f(log?: (arg0: string) => void): void;
)ts");
}

TEST_CASE("a struct has no literal when something in it has none") {
  auto const missing =
      "f(): the default of \"on\" has no JavaScript form; give one with literal(\"...\") in its arg";
  CHECK(fault_of([](tendon::addon& a) {
          a.export_function<[](listener const&) {}>("f", arg("on") = listener{1, {}});
        }) == missing);
  CHECK(fault_of([](tendon::addon& a) {
          a.export_function<[](std::vector<listener> const&) {}>("f", arg("on") = std::vector(1, listener{}));
        }) == missing);
}

TEST_CASE("a struct's literal lists its members") {
  CHECK(typings_of([](tendon::addon& a) {
          a.export_function<[](label const&) {}>("f",
                                                 arg("as", ts("{ text: string }")) = label{"x", shade::dark});
          a.export_function<[](cache const&, nothing) {}>("g", arg("from", ts("{ hits: number }")) = cache{},
                                                          arg("to", ts("{}")) = nothing());
        }) == R"ts(/** @defaultValue as = { text: "x", color: "dark" } */
export function f(as?: { text: string }): void;
/**
 * @defaultValue from = { hits: 0 }
 * @defaultValue to = {}
 */
export function g(from?: { hits: number }, to?: {}): void;
)ts");
}

TEST_CASE("a literal in an arg replaces that of the default's type") {
  CHECK(typings_of([](tendon::addon& a) {
          a.export_function<[](double) {}>("f", arg("radians", literal("Math.PI")) = 3.14);
        }) == R"ts(/** @defaultValue radians = Math.PI */
export function f(radians?: number): void;
)ts");
}

TEST_CASE("a default stands in the comment as JavaScript") {
  CHECK(typings_of([](tendon::addon& a) {
          a.export_function<[](std::string_view, char const*, bool, shade) {}>(
              "f", arg("text") = "a\"b", arg("c_text") = "c", arg("on") = true, arg("tone") = shade::light);
        }) == R"ts(/**
 * @defaultValue text = "a\"b"
 * @defaultValue c_text = "c"
 * @defaultValue on = true
 * @defaultValue tone = "light"
 */
export function f(text?: string, c_text?: string, on?: boolean, tone?: "light" | "dark"): void;
)ts");
  CHECK(typings_of([](tendon::addon& a) {
          a.export_function<[](std::int64_t, std::vector<double>, point, std::optional<int>) {}>(
              "f", arg("big") = -5, arg("list") = std::vector<double>{1, 2.5}, arg("at") = point{1, 2},
              arg("none") = std::nullopt);
        }) == R"ts(export interface point {
  x: number;
  y: number;
}
/**
 * @defaultValue big = -5
 * @defaultValue list = [1, 2.5]
 * @defaultValue at = { x: 1, y: 2 }
 * @defaultValue none = undefined
 */
export function f(big?: number | bigint, list?: readonly number[] | Float64Array, at?: point, )ts"
              R"ts(none?: number | null): void;
)ts");
}

TEST_CASE("numbers and texts have TypeScript's types for them") {
  CHECK(typings_of([](tendon::addon& a) {
          a.export_function<[](std::int8_t, std::uint16_t, float, double) -> unsigned { return 0; }>(
              "number");
          a.export_function<[](std::size_t, std::int64_t) -> std::uint64_t { return 0; }>("wide");
          a.export_function<[](bigint<std::int64_t> value) { return value; }>("big");
          a.export_function<[](std::string, std::string_view) -> char const* { return ""; }>("text");
        }) == R"ts(export function number(arg0: number, arg1: number, arg2: number, arg3: number): number;
export function wide(arg0: number | bigint, arg1: number | bigint): number;
export function big(arg0: bigint): bigint;
export function text(arg0: string, arg1: string): string;
)ts");
}

TEST_CASE("bytes and spans are typed arrays, other vectors arrays") {
  CHECK(typings_of([](tendon::addon& a) {
          a.export_function<[](std::vector<std::uint8_t> bytes) { return bytes; }>("bytes");
          a.export_function<[](std::span<double>, std::span<std::uint8_t const>) {}>("spans");
          a.export_function<[](std::vector<int> const& list) { return list; }>("numbers");
          a.export_function<[](std::vector<std::string> const& list) { return list; }>("texts");
          a.export_function<[](std::vector<std::vector<bool>> const& list) { return list; }>("nested");
          a.export_function<[] { return std::vector<std::optional<double>>(); }>("holes");
        }) == R"ts(export function bytes(arg0: Uint8Array | ArrayBuffer): Uint8Array;
export function spans(arg0: Float64Array, arg1: Uint8Array | ArrayBuffer): void;
export function numbers(arg0: readonly number[] | Int32Array): number[];
export function texts(arg0: readonly string[]): string[];
export function nested(arg0: readonly (readonly boolean[])[]): boolean[][];
export function holes(): (number | undefined)[];
)ts");
}

namespace {

/// What TENDON_ADDON makes of a block, but for the entry point.
struct block final : tendon::addon {
  void describe_();
};

void block::describe_() {
  export_function<&area>("area", arg("corner"), arg("width") = 1.0, arg("height"),
                         doc("The area of a rectangle.\nA point has none."));
  export_function<[](std::vector<shape> const& shapes, shade) { return shapes; }>("recolored", arg("shapes"),
                                                                                  arg("to") = shade::dark);
  export_function<[](shape const&, function_ref<bool(shape const&, std::int64_t)>) {}>("visit", arg("root"),
                                                                                       arg("visitor"));
  export_function<[](std::vector<std::function<void(std::optional<int>)>> const&) {}>("listen",
                                                                                      arg("listeners"));
  export_function<[](int start) -> std::function<int()> { return [start] { return start; }; }>(
      "counter", arg("start"), returns(named("next")));
  export_function<[](std::span<float const>, std::optional<std::function<double(double)>>) {
    return std::optional<std::string>();
  }>("scan", arg("samples"), arg("map"));
  export_function<[](env_state<cache>& state, napi_env, std::string) { return state->hits; }>(
      "hits", arg("of", ts("\"light\" | \"dark\"")));
  export_function<[](label const&) {}>("print", arg("label"));
  export_function(
      "in", [unit = std::string("mm")](std::string_view) { return unit; }, arg("text"),
      returns(ts("\"mm\" | \"inch\"")));
  export_value("UNITS", std::vector<std::string>{"mm", "inch"}, doc("All units."));
}

}  // namespace

TEST_CASE("a block describes a whole addon") {
  block made;
  made.set_name_("drawing");
  made.describe_();
  auto const finished = made.description_();
  CHECK(finished.name == "drawing");
  CHECK(tendon::detail::write_typings(finished) == R"ts(export interface point {
  x: number;
  y: number;
}
export interface shapeInput {
  readonly id: number | bigint;
  readonly corners: readonly point[];
  readonly caption?: labelInput | null | undefined;
}
export interface shape {
  id: number;
  corners: point[];
  caption?: label;
}
export interface labelInput {
  readonly text: string;
  readonly color?: "light" | "dark" | null | undefined;
}
export interface label {
  text: string;
  color?: "light" | "dark";
}
/**
 * The area of a rectangle.
 * A point has none.
 * @defaultValue width = 1
 */
export function area(corner: point, width?: number, height?: number | null): number;
/** @defaultValue to = "dark" */
export function recolored(shapes: readonly shapeInput[], to?: "light" | "dark"): shape[];
export function visit(root: shapeInput, visitor: (arg0: shape, arg1: number) => boolean): void;
export function listen(listeners: readonly ((arg0: number | undefined) => void)[]): void;
export function counter(start: number): () => number;
export function scan(samples: Float32Array, map?: ((arg0: number) => number) | null): string | undefined;
export function hits(of: "light" | "dark"): number;
export function print(label: labelInput): void;
declare function export_1(text: string): "mm" | "inch";
export { export_1 as in };
/** All units. */
export const UNITS: string[];
)ts");
}
