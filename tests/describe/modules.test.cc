#include <tendon/describe/modules.hpp>

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

#include "described.hpp"

using described::fault_of;

namespace {

struct vec {
  double x;
  double y;
};
struct pair_of {
  vec first;
};
enum class axis { x, y };
class counter {
 public:
  explicit counter(int) {}
};
class big_counter : public counter {
 public:
  using counter::counter;
};
struct math_error : std::runtime_error {
  using runtime_error::runtime_error;
};
struct overflow : math_error {
  using math_error::math_error;
};

double part(pair_of const& of, axis) { return of.first.x; }
void count(counter const&) {}

void describe_modules(tendon::addon& a) {
  auto& math = a.submodule("math", tendon::doc("Numbers."));
  math.export_struct<vec>("Vec");
  math.export_enum<axis>("Axis");
  math.export_function<&part>("part", tendon::arg("of"), tendon::arg("axis"));
  math.wrap_class<counter>("Counter").constructor<int>(tendon::arg("start"));
  math.submodule("deep").wrap_class<big_counter, counter>("BigCounter");
  math.export_error<math_error>("MathError");
  a.export_error<overflow, math_error>("Overflow");
  a.export_function<&count>("count", tendon::arg("counter"));
  a.submodule("math").export_value("new", 1);
}

constexpr auto* modules = R"(/** Numbers. */
export namespace math {
  export interface Vec {
    x: number;
    y: number;
  }
  export const Axis: {
    readonly x: "x";
    readonly y: "y";
  };
  export type Axis = "x" | "y";
  export function part(of: pair_of, axis: math.Axis): number;
  export class Counter {
    #private;
    constructor(start: number);
    [Symbol.dispose](): void;
  }
  export namespace deep {
    export class BigCounter extends math.Counter {
      #private;
      private constructor();
    }
  }
  export class MathError extends Error {
  }
  const export_1: 1;
  export { export_1 as new };
}
export class Overflow extends math.MathError {
}
export function count(counter: math.Counter): void;
)";

}  // namespace

TEST_CASE("a submodule is a namespace, whose names others qualify") {
  CHECK(described::typings_of(describe_modules) ==
        std::string("/// <reference lib=\"esnext.disposable\" />\n"
                    "export interface pair_of {\n  first: math.Vec;\n}\n") +
            modules);
}

TEST_CASE("a submodule has names of its own") {
  CHECK(fault_of([](tendon::addon& a) {
          a.export_function<&count>("count", tendon::arg("counter"));
          a.submodule("math").export_value("count", 1);
          a.submodule("math").wrap_class<counter>("Counter");
        }) == "");
  CHECK(fault_of([](tendon::addon& a) {
          a.submodule("math").export_value("one", 1);
          a.submodule("math").export_value("one", 1);
        }) == "two values are exported as \"one\"");
  CHECK(fault_of([](tendon::addon& a) {
          a.export_value("math", 1);
          a.submodule("math").export_value("one", 1);
        }) == "a value and a submodule are both exported as \"math\"");
  CHECK(fault_of([](tendon::addon& a) { a.submodule("a-b"); }) ==
        "\"a-b\" can't name a submodule in TypeScript");
}

TEST_CASE("a name in a submodule hides no type outside of it") {
  CHECK(fault_of([](tendon::addon& a) {
          a.wrap_class<counter>("Counter");
          a.submodule("math").wrap_class<big_counter>("Counter");
        }) == "\"Counter\" in a submodule hides a type or submodule of that name outside of it");
  CHECK(fault_of([](tendon::addon& a) { a.submodule("math").submodule("math"); }) ==
        "\"math\" in a submodule hides a type or submodule of that name outside of it");
  CHECK(fault_of([](tendon::addon& a) {
          a.submodule("one").wrap_class<counter>("Counter");
          a.submodule("two").wrap_class<big_counter>("Counter");
        }) == "");
}

TEST_CASE("a submodule is no module that can be assigned") {
  CHECK(fault_of([](tendon::addon& a) {
          a.submodule("math").export_assignment<&count>("count", tendon::arg("counter"));
        }) == "module.exports can't be assigned in a submodule");
}
