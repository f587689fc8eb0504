#include <tendon/glue/struct_builder.hpp>

#include <doctest/doctest.h>

#include "described.hpp"
#include "functions.hpp"
#include "javascript.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace {

using described::fault_of;
using described::typings_of;

struct margin {
  double left = 1;
  double right = 2;
};

struct page {
  std::string title;
  std::string language = "en";
  std::optional<int> number = 7;
  std::vector<double> columns = {1, 2};
  bool const landscape = true;
  margin edges{3, 4};
  double scale;
};

struct frame_options {
  double width = 640;
  double height = 480;
  std::string name = "main";
};

struct move_only {
  std::unique_ptr<int> hidden_in_cpp_only() const { return nullptr; }
  std::string text = "kept";
  int count;
};

/// All members travel in the frame; `undefined` is no missing value for two of them.
struct limits {
  std::optional<double> most = 7;
  std::optional<std::string> unit = "m";
  double least = -1;
};

struct bounds {
  limits x;
  limits y = {1, "s", 0};
};

struct disk {
  double radius;
  std::string color = "red";
};

struct ring {
  double radius;
  double inner;
};

struct handler {
  std::function<int()> run = [] { return 42; };
};

template <class T>
T same(T value) {
  return value;
}

test_functions const structs([](tendon::addon& a) {
  a.export_struct<page>("Page", tendon::doc("A page."))
      .defaults<&page::language, &page::number, &page::columns>()
      .defaults<&page::landscape, &page::edges, &page::scale>();
  a.export_struct<frame_options>("FrameOptions")
      .defaults<&frame_options::width, &frame_options::height, &frame_options::name>();
  a.export_struct<move_only>("MoveOnly").defaults<&move_only::text>();
  a.export_struct<disk>("Plate").defaults<&disk::color>();
  a.export_struct<handler>().defaults<&handler::run>();
  a.export_struct<limits>("Limits").defaults<&limits::most, &limits::unit, &limits::least>();
  a.export_struct<bounds>("Bounds").defaults<&bounds::y>();
  a.export_function<&same<limits>>("same_limits", a.arg("limits"));
  a.export_function<&same<bounds>>("same_bounds", a.arg("bounds"));
  a.export_function<[](bounds const& within, double factor) {
    return within.x.most.value_or(0) * factor + within.y.least;
  }>("scaled_bounds", a.arg("within"), a.arg("factor"));
  a.export_function<&same<page>>("same_page", a.arg("page"));
  a.export_function<&same<std::vector<page>>>("same_pages", a.arg("pages"));
  a.export_function<[](std::vector<page> const& pages, double add) {
    return static_cast<double>(pages.size()) + add;
  }>("count_pages", a.arg("pages"), a.arg("add"));
  a.export_function<&same<frame_options>>("same_frame_options", a.arg("options"));
  a.export_function<[](std::optional<frame_options> const& given) {
    return given.value_or(frame_options{}).name;
  }>("frame_name", a.arg("options"));
  a.export_function<[](std::vector<frame_options> const& all) {
    double sum = 0;
    for (auto const& each : all) sum += each.width * each.height;
    return sum;
  }>("frame_area", a.arg("all"));
  a.export_function<&same<move_only>>("same_move_only", a.arg("value"));
  a.export_function<[](std::variant<disk, ring> const& shape) { return shape.index(); }>("disk_or_ring",
                                                                                         a.arg("shape"));
  a.export_function<[](handler const& value) { return value.run(); }>("run_handler", a.arg("handler"));
  a.export_function<[](tendon::function_ref<frame_options(double)> makes) { return makes(2).height; }>(
      "made_height", a.arg("makes"));
});

napi_value empty_object() {
  napi_value result = nullptr;
  tendon::detail::check(test_env, napi_create_object(test_env, &result));
  return result;
}

struct shared {
  int a = 1;
  int b = 2;
};

struct first_addon final : tendon::addon {
  void describe_() {
    export_struct<shared>("Shared").defaults<&shared::a>();
    export_function<&same<shared>>("same", arg("value"));
  }
};

struct agreeing_addon final : tendon::addon {
  void describe_() {
    export_struct<shared>("Other").defaults<&shared::a>();
    export_function<&same<shared>>("same", arg("value"));
  }
};

struct disagreeing_addon final : tendon::addon {
  void describe_() { export_struct<shared>("Shared").defaults<&shared::b>(); }
};

}  // namespace

TEST_CASE("an exported struct names and documents its interface") {
  CHECK(typings_of([](tendon::addon& a) {
          a.export_function<&same<margin>>("f", a.arg("margin"));
          a.export_struct<margin>("Margin", tendon::doc("Space at the sides."))
              .doc<&margin::left>("In millimetres.");
        }) ==
        "/** Space at the sides. */\n"
        "export interface Margin {\n"
        "  /** In millimetres. */\n"
        "  left: number;\n"
        "  right: number;\n"
        "}\n"
        "export function f(margin: Margin): Margin;\n");
}

TEST_CASE("a struct is exported where nothing uses it, and may keep its name") {
  CHECK(typings_of([](tendon::addon& a) { a.export_struct<ring>(); }) ==
        "export interface ring {\n  radius: number;\n  inner: number;\n}\n");
}

TEST_CASE("members with defaults are optional in what JavaScript passes") {
  CHECK(typings_of([](tendon::addon& a) {
          a.export_function<&same<page>>("f", a.arg("page"));
          a.export_struct<page>("Page", tendon::doc("A page."))
              .defaults<&page::language, &page::number, &page::columns, &page::edges>()
              .doc<&page::language>("Of the text.");
          a.export_function<[](margin) {}>("g", a.arg("margin"));
        }) ==
        "/** A page. */\n"
        "export interface PageInput {\n"
        "  readonly title: string;\n"
        "  /**\n"
        "   * Of the text.\n"
        "   * @defaultValue \"en\"\n"
        "   */\n"
        "  readonly language?: string | undefined;\n"
        "  /** @defaultValue 7 */\n"
        "  readonly number?: number | null | undefined;\n"
        "  /** @defaultValue [1, 2] */\n"
        "  readonly columns?: readonly number[] | Float64Array | undefined;\n"
        "  readonly landscape: boolean;\n"
        "  /** @defaultValue { left: 3, right: 4 } */\n"
        "  readonly edges?: margin | undefined;\n"
        "  readonly scale: number;\n"
        "}\n"
        "/** A page. */\n"
        "export interface Page {\n"
        "  title: string;\n"
        "  /** Of the text. */\n"
        "  language: string;\n"
        "  number?: number;\n"
        "  columns: number[];\n"
        "  landscape: boolean;\n"
        "  edges: margin;\n"
        "  scale: number;\n"
        "}\n"
        "export interface margin {\n"
        "  left: number;\n"
        "  right: number;\n"
        "}\n"
        "export function f(page: PageInput): Page;\n"
        "export function g(margin: margin): void;\n");
  CHECK(typings_of([](tendon::addon& a) {
          a.export_function<[](handler const&) {}>("f", a.arg("handler"));
          a.export_struct<handler>("Handler").defaults<&handler::run>();
        }) ==
        "export interface Handler {\n  readonly run?: (() => number) | undefined;\n}\n"
        "export function f(handler: Handler): void;\n");
}

TEST_CASE("other interfaces make way for an exported name") {
  CHECK(typings_of([](tendon::addon& a) {
          a.export_function<&same<ring>>("f", a.arg("ring"));
          a.export_function<&same<disk>>("g", a.arg("disk"));
          a.export_struct<disk>("ring").defaults<&disk::color>();
          a.export_struct<margin>("ringInput");
        }).find("export function g(disk: ringInput_): ring;\n") != std::string::npos);
}

TEST_CASE("a struct is exported once, by a name of its own") {
  CHECK(fault_of([](tendon::addon& a) {
          a.export_struct<ring>("A");
          a.export_struct<ring>("B");
        }).starts_with("the struct \""));
  CHECK(fault_of([](tendon::addon& a) {
          a.export_struct<ring>("A");
          a.export_struct<disk>("A");
        }) == "two structs are exported as \"A\"");
  CHECK(fault_of([](tendon::addon& a) {
          a.export_struct<ring>("A");
          a.export_value("A", 1);
        }) == "a value and a struct are both exported as \"A\"");
  for (auto const* const name : {"", "no name", "1", "class", "Date", "string"})
    CHECK(fault_of([name](tendon::addon& a) { a.export_struct<ring>(name); }) ==
          "\"" + std::string(name) + "\" can't name an interface in TypeScript");
}

TEST_CASE("alternatives are compared by what they require") {
  auto const bind = [](tendon::addon& a) {
    a.export_function<[](std::variant<disk, margin> const&) {}>("f", a.arg("x"));
    a.export_struct<disk>("Disk").defaults<&disk::radius, &disk::color>();
    a.export_struct<margin>("Margin").defaults<&margin::left, &margin::right>();
  };
  CHECK(fault_of(bind).find("in a std::variant take the same values") != std::string::npos);
}

TEST_CASE("several addons of one module agree on the defaults of a struct") {
  for (int i = 0; i < 2; ++i) {
    auto const first = tendon::detail::load<first_addon>(test_env, empty_object(), "first");
    auto const second = tendon::detail::load<agreeing_addon>(test_env, empty_object(), "second");
    CHECK(asked("(exports) => JSON.stringify(exports.same({ b: 5 }))", first) == R"({"a":1,"b":5})");
    CHECK(asked("(exports) => JSON.stringify(exports.same({ b: 6 }))", second) == R"({"a":1,"b":6})");
    auto const text =
        thrown_out_of("", [] { tendon::detail::load<disagreeing_addon>(test_env, empty_object(), "third"); });
    CHECK(text.starts_with("Error: two addons give the struct \""));
    CHECK(text.ends_with("shared\" different defaults"));
  }
}
