#include <tendon/describe/hierarchy.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "described.hpp"

namespace {

struct root {
  virtual ~root() = default;
  int first() const { return 1; }
  double shared() const { return 1; }
  static int count() { return 0; }
};
struct other_root {
  virtual ~other_root() = default;
  int second() const { return 2; }
  void shared(std::string const&) {}
  static int count() { return 0; }
};
struct middle : root {
  int third() const { return 3; }
};
struct mixed : middle, other_root {
  int fourth() const { return 4; }
};
struct last : mixed {};
struct also_mixed : root, other_root {};

void take(other_root const&, std::vector<other_root*> const&) {}
void take_root(root const&) {}

void describe_classes(tendon::addon& made) {
  made.wrap_class<last, mixed>("Last").constructor<>();
  made.wrap_class<mixed, middle, other_root>("Mixed", tendon::doc("Of both."))
      .method<&mixed::fourth>("fourth");
  made.wrap_class<middle, root>("Middle").method<&middle::third>("third");
  made.wrap_class<root>("Root")
      .method<&root::first>("first")
      .method<&root::shared>("shared")
      .static_method<&root::count>("count");
  made.wrap_class<other_root>("OtherRoot")
      .method<&other_root::second>("second")
      .method<&other_root::shared>("shared", tendon::arg("text"))
      .static_method<&other_root::count>("count")
      .constant("LIMIT", 5);
  made.wrap_class<also_mixed, root, other_root>("AlsoMixed");
  made.export_function<&take>("take", tendon::arg("one"), tendon::arg("many"));
  made.export_function<&take_root>("takeRoot", tendon::arg("one"));
  made.export_function<[] { return mixed(); }>("make");
}

tendon::description described_classes() {
  tendon::addon made;
  describe_classes(made);
  return made.description_();
}

}  // namespace

TEST_CASE("classes come behind those that they extend") {
  auto const addon = described_classes();
  CHECK(tendon::detail::classes_in_order(addon) == std::vector<std::size_t>{3, 2, 4, 1, 0, 5});
}

TEST_CASE("a JavaScript class extends the first of its bases") {
  auto const addon = described_classes();
  CHECK(tendon::detail::root_of(addon, 0) == 3);
  CHECK(tendon::detail::extends(addon, addon.classes[0], *addon.classes[4].type));
  CHECK(tendon::detail::extends_in_js(addon, 0, 3));
  CHECK_FALSE(tendon::detail::extends_in_js(addon, 0, 4));
}

TEST_CASE("what a class has of its bases is declared") {
  CHECK(described::typings_of(describe_classes) ==
        R"(/// <reference lib="esnext.disposable" />
export class Last extends Mixed {
  #private;
  constructor();
}
/** Of both. */
export class Mixed extends Middle {
  #private;
  protected constructor();
  fourth(): number;
  second(): number;
  static readonly LIMIT: 5;
}
export class Middle extends Root {
  #private;
  protected constructor();
  third(): number;
}
export class Root {
  #private;
  protected constructor();
  first(): number;
  shared(): number;
  static count(): number;
  [Symbol.dispose](): void;
}
export class OtherRoot {
  #private;
  protected constructor();
  second(): number;
  shared(text: string): void;
  static count(): number;
  static readonly LIMIT: 5;
  [Symbol.dispose](): void;
}
export class AlsoMixed extends Root {
  #private;
  private constructor();
  second(): number;
  static readonly LIMIT: 5;
}
export function take(one: OtherRoot | Mixed | AlsoMixed, many: readonly (OtherRoot | Mixed | AlsoMixed | null | undefined)[]): void;
export function takeRoot(one: Root): void;
export function make(): Mixed;
)");
}
