#include <tendon/casters/variant.hpp>

#include <doctest/doctest.h>

#include "functions.hpp"
#include "javascript.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "../describe/by_hand.hpp"
#include "../value_kinds.hpp"

#include <tendon/describe/check.hpp>
#include <tendon/describe/typings.hpp>
#include <tendon/env/match.hpp>

namespace {

using namespace value_kinds;
using tendon::type_description;
using tendon::type_of;
using tendon::detail::overlap;

struct json {
  std::variant<bool, double, std::string, std::vector<json>, std::map<std::string, json>> value;
};

class gadget {
 public:
  explicit gadget(int number) : number_(number) {}
  int number() const { return number_; }

 private:
  int number_;
};

template <class T>
T same(T const& value) {
  return value;
}

template <class... T>
std::size_t index_of(std::variant<T...> const& value) {
  return value.index();
}

test_functions const variants([](tendon::addon& a) {
  using mixed = std::variant<double, tint, std::string, int, bool>;
  using shape = std::variant<dot, ball, block>;
  using container = std::variant<std::vector<double>, std::set<std::string>, std::map<std::string, int>,
                                 std::map<int, int>, std::vector<std::uint8_t>>;
  using nested =
      std::variant<std::optional<int>, std::variant<std::string, std::vector<std::variant<int, bool>>>>;
  a.export_function<&same<mixed>>("same_variant", a.arg("value"));
  a.export_function<&index_of<double, tint, std::string, int, bool>>("variant_index", a.arg("value"));
  a.export_function<&same<shape>>("same_shape", a.arg("shape"));
  a.export_function<&index_of<dot, ball, block>>("shape_index", a.arg("shape"));
  a.export_function<&same<container>>("same_container", a.arg("value"));
  a.export_function<&same<nested>>("same_nested_variant", a.arg("value"));
  a.export_function<&same<json>>("same_json", a.arg("json"));
  a.export_function<&same<std::variant<std::int8_t, std::int32_t>>>("same_widths", a.arg("value"));
  a.export_function<&same<std::variant<std::pair<int, int>, std::array<int, 3>>>>("same_lengths",
                                                                                  a.arg("value"));
  a.export_function<&same<std::variant<tint, pace>>>("same_names", a.arg("value"));
  a.export_function<[](std::variant<temperature, dot> const& value) { return value.index(); }>(
      "temperature_or_dot", a.arg("value"));
  a.export_function<[](std::variant<std::function<std::string()>, std::string> const& text) {
    return text.index() == 0 ? std::get<0>(text)() : std::get<1>(text);
  }>("text_of", a.arg("text"));
  a.export_function<[](std::variant<std::string, int> value) { return value.index(); }>(
      "variant_default", a.arg("value") = std::variant<std::string, int>(5));
  a.wrap_class<gadget>("Gadget").constructor<int>(a.arg("number")).method<&gadget::number>("number");
  a.export_function<[](std::variant<std::shared_ptr<gadget>, std::map<std::string, int>, dot> const& value) {
    return value.index();
  }>("gadget_index", a.arg("value"));
  a.export_function<[](std::vector<std::variant<std::unique_ptr<gadget>, int>> const& given) {
    int sum = 0;
    for (auto const& each : given) sum += each.index() == 0 ? std::get<0>(each)->number() : std::get<1>(each);
    return sum;
  }>("sum_of_gadgets", a.arg("given"));
  a.export_function<[](std::pair<std::unique_ptr<gadget>, std::tuple<std::unique_ptr<gadget>>> const& given) {
    return 10 * given.first->number() + std::get<0>(given.second)->number();
  }>("pair_of_gadgets", a.arg("given"));
  a.export_function<[] {
    std::vector<std::string> names;
    for (auto const& [name, type] : kinds) names.emplace_back(name);
    return names;
  }>("variant_kinds");
  a.export_function<[](std::string const& first, std::string const& second) {
    return overlap({}, kind_named(first), kind_named(second));
  }>("kinds_overlap", a.arg("first"), a.arg("second"));
  a.export_function<[](napi_env env, std::string const& first, std::string const& second, napi_value given) {
    type_description const* const parts[] = {&kind_named(first), &kind_named(second)};
    type_description const either{.form = type_description::kind::alternatives, .parts = parts};
    auto const chosen = tendon::detail::chosen_alternative(tendon::value(env, given, "given"), either);
    return chosen == 0 ? first : second;
  }>("chosen_kind", a.arg("first"), a.arg("second"), a.arg("given"));
});

std::string fault_of(type_description const& type) {
  tendon::description addon;
  by_hand::add_function(addon, "f", by_hand::signature({by_hand::parameter("x", type)}));
  try {
    tendon::detail::checked(std::move(addon));
    return "";
  } catch (tendon::describe_error const& error) {
    return error.what();
  }
}

template <class T>
std::string typings_of() {
  tendon::description addon;
  by_hand::add_function(addon, "f", by_hand::signature({by_hand::parameter("x", type_of<T>)}, type_of<T>));
  return tendon::detail::write_typings(addon);
}

}  // namespace

TEST_CASE("a variant reads as its value in documentation") {
  CHECK(tendon::caster<std::variant<int, std::string>>::literal(5) == "5");
  CHECK(tendon::caster<std::variant<int, std::string>>::literal("a") == R"("a")");
}

TEST_CASE("a variant is a union, in which everything is said once") {
  CHECK(typings_of<std::variant<int, std::string, double>>() ==
        "export function f(x: number | string): number | string;\n");
  CHECK(typings_of<std::vector<std::variant<std::int64_t, tint>>>() ==
        "export function f(x: readonly (number | bigint | \"red\" | \"green\")[]): (number | \"red\" | "
        "\"green\")[];\n");
  CHECK(typings_of<std::variant<std::function<void()>, std::optional<bool>>>() ==
        "export function f(x?: (() => void) | boolean | null): (() => void) | boolean | "
        "undefined;\n");
}

TEST_CASE("alternatives that take the same values are refused where JavaScript passes them") {
  CHECK(fault_of(type_of<std::variant<int, double>>) == "");
  CHECK(fault_of(type_of<std::variant<int, unsigned>>) ==
        R"(f(): "int" and "unsigned int" in a std::variant take the same values)");
  CHECK(fault_of(type_of<std::vector<std::variant<bool, std::optional<std::variant<float, double>>>>>) ==
        R"(f(): "float" and "double" in a std::variant take the same values)");
  CHECK(fault_of(type_of<std::variant<std::function<void()>, std::function<int()>>>) ==
        "f(): a function type and a function type in a std::variant take the same values");
  CHECK(fault_of(type_of<std::function<void(std::variant<float, double>)>>) == "");
  CHECK(fault_of(type_of<std::function<std::variant<float, double>()>>) != "");
  CHECK(fault_of(type_of<json>) == "");
}

TEST_CASE("an alternative is told by the text of its type") {
  using tendon::js_kind;
  using tendon::js_kinds;
  using tendon::detail::kinds_of_text;
  static_assert(kinds_of_text("number | bigint") == (js_kinds(js_kind::number) | js_kind::bigint));
  static_assert(kinds_of_text("readonly $[] | Float64Array") ==
                (js_kinds(js_kind::list) | js_kind::float64_array));
  static_assert(kinds_of_text("Readonly<Record<string, $ | null>>") == js_kinds(js_kind::object));
  static_assert(kinds_of_text("ReadonlyMap<$, $>") == js_kinds(js_kind::map));
  static_assert(kinds_of_text("readonly [$, $]") == js_kinds::tuple);
  static_assert(kinds_of_text("readonly [number, ...string[]]") == js_kinds(js_kind::list));
  static_assert(kinds_of_text("\"a\" | 'b' | 1 | true") ==
                (js_kinds(js_kind::string) | js_kind::number | js_kind::boolean));
  static_assert(kinds_of_text("(a: number | string) => void") == js_kinds(js_kind::function));
  static_assert(kinds_of_text("{ a: 1 | 2 }") == js_kinds(js_kind::object));
  static_assert(kinds_of_text("$ | null") == (js_kinds::of_parts | js_kind::null));
  static_assert(kinds_of_text("Temperature") == js_kinds::unknown);
}

TEST_CASE("a variant converts both ways") {
  using either = std::variant<int, std::string, std::vector<double>>;
  CHECK(converted<either>("5") == either(5));
  CHECK(converted<either>("'5'") == either("5"));
  CHECK(converted<either>("[0.5]") == either(std::vector<double>{0.5}));
  CHECK(given(either("a")) == R"("a")");
  CHECK(
      refusal<either>("true") ==
      R"js(TypeError [ERR_INVALID_ARG_TYPE]: f(): The "value" argument must be one of type number or string or an instance of Array or Float64Array. Received type boolean (true))js");
}
