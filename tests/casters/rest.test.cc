#include <tendon/casters/rest.hpp>

#include <doctest/doctest.h>

#include "described.hpp"
#include "functions.hpp"

#include <functional>
#include <memory>
#include <numeric>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace {

using described::fault_of;
using described::typings_of;

using tendon::rest;

double sum(rest<double> numbers) { return std::accumulate(numbers.begin(), numbers.end(), 0.0); }

std::string joined(std::string const& separator, rest<std::string> const& words) {
  std::string result;
  for (auto const& each : words) result += (result.empty() ? "" : separator) + each;
  return result;
}

struct measure {
  double width;
  double height;
};

class tally {
 public:
  explicit tally(rest<int> numbers) { add(numbers); }
  tally& add(rest<int> numbers) {
    for (auto const each : numbers) total_ += each;
    return *this;
  }
  int total() const { return total_; }
  static std::size_t count(rest<tally const*> all) { return all.size(); }

 private:
  int total_ = 0;
};

class parcel {};

test_functions const rests([](tendon::addon& a) {
  a.export_function<&sum>("sum_of_rest", a.arg("numbers"));
  a.export_function<&joined>("joined_rest", a.arg("separator"), a.arg("words"));
  a.export_function<[](rest<bool> flags) {
    std::span<bool const> const all = flags;
    return std::accumulate(all.begin(), all.end(), 0);
  }>("count_of_true", a.arg("flags"));
  a.export_function<[](int first, std::optional<int> second, rest<int> others) {
    return std::vector<int>{first, second.value_or(-1), static_cast<int>(others.size())};
  }>("optional_before_rest", a.arg("first"), a.arg("second"), a.arg("others"));
  a.export_function<[](int first, rest<int> others) { return first + static_cast<int>(others.size()); }>(
      "default_before_rest", a.arg("first") = 100, a.arg("others"));
  a.export_function<[](rest<measure> all) {
    double result = 0;
    for (auto const& each : all) result += each.width * each.height;
    return result;
  }>("area_of_rest", a.arg("all"));
  a.export_function<[](rest<std::function<int(int)>> steps) {
    int value = 1;
    for (auto const& each : steps) value = each(value);
    return value;
  }>("run_rest", a.arg("steps"));
  a.export_function<[](std::span<double> to, rest<double> values) {
    std::copy_n(values.begin(), std::min(to.size(), values.size()), to.begin());
  }>("write_rest", a.arg("to"), a.arg("values"));
  a.export_function<[](rest<std::vector<std::optional<int>>> lists) { return lists.size(); }>(
      "lists_in_rest");
  a.export_function<[](rest<std::string> words) {
    std::vector<std::string> taken;
    for (auto& each : words) taken.push_back(std::move(each));
    return taken;
  }>("same_rest", a.arg("words"));
  a.export_function<[] { return std::string("none"); }>("overloaded_rest");
  a.export_function<[](std::string const& one) { return "one " + one; }>("overloaded_rest", a.arg("one"));
  a.export_function<[](std::string const& one, std::string const& two, rest<std::string> more) {
    return one + " " + two + " " + std::to_string(more.size());
  }>("overloaded_rest", a.arg("one"), a.arg("two"), a.arg("more"));
  a.wrap_class<tally>("Tally")
      .constructor<rest<int>>(a.arg("numbers"))
      .method<&tally::add>("add", a.arg("numbers"))
      .static_method<&tally::count>("count", a.arg("all"))
      .getter<&tally::total>("total");
  a.wrap_class<parcel>("Parcel").constructor<>();
  a.export_function<[](rest<std::unique_ptr<parcel>> all) {
    std::size_t count = 0;
    for (auto const& each : all) count += each != nullptr;
    return count;
  }>("take_parcels", a.arg("all"));
});

}  // namespace

TEST_CASE("a rest parameter is one in TypeScript") {
  CHECK(typings_of([](tendon::addon& a) {
          a.export_function<&joined>("join", a.arg("separator") = ",", a.arg("words"));
          a.export_function<[](rest<std::optional<int>>) {}>("f");
          a.export_function<[](rest<std::vector<double>>) {}>("g", a.arg("x", tendon::ts("number[][]")));
        }) == R"ts(/** @defaultValue separator = "," */
export function join(separator?: string, ...words: string[]): string;
export function f(...arg0: (number | null | undefined)[]): void;
export function g(...x: number[][]): void;
)ts");
}

TEST_CASE("a rest parameter meets every overload with more parameters") {
  CHECK(
      fault_of([](tendon::addon& a) {
        a.export_function<[](int, rest<int>) {}>("f");
        a.export_function<[](int, int, int) {}>("f");
      }) ==
      R"(two overloads of "f" fit a call with 3 arguments equally well, f(arg0: number, ...arg1: number[]) )"
      R"(and f(arg0: number, arg1: number, arg2: number): both take number; both take number; )"
      R"(both take number)");
  CHECK(fault_of([](tendon::addon& a) {
          a.export_function<[](rest<int>) {}>("f");
          a.export_function<[] {}>("f");
        }) ==
        R"(two overloads of "f" fit a call without arguments equally well, f(...arg0: number[]) and f())");
  CHECK(fault_of([](tendon::addon& a) {
          a.export_function<[](int, rest<int>) {}>("f");
          a.export_function<[](int, std::string const&, int) {}>("f");
        }) == "");
}

TEST_CASE("a setter has no rest parameter") {
  CHECK(fault_of([](tendon::addon& a) {
          a.wrap_class<tally>("Tally").accessor<&tally::total, &tally::add>("value");
        }) == "Tally.value: a setter takes one value, so it can't have a rest parameter");
}
