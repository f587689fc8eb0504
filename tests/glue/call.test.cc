#include <tendon/glue/call.hpp>

#include <doctest/doctest.h>

#include "functions.hpp"

#include <map>
#include <numeric>
#include <optional>
#include <string>
#include <vector>

namespace {

int one_of(int) { return 1; }
int one_of(int, int) { return 2; }

template <class... Int>
std::string joined(Int... numbers) {
  std::string result;
  ((result += std::to_string(numbers) + " "), ...);
  return result;
}

std::string seventeen(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j, int k, int l,
                      int m, int n, int o, int p, int q) {
  return joined(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q);
}

std::string fifteen(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j, int k, int l, int m,
                    int n, int o) {
  return joined(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o);
}

std::string sixteen(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j, int k, int l, int m,
                    int n, int o, int p) {
  return joined(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p);
}

test_functions const calls([](tendon::addon& a) {
  a.export_function<[](int width, int height, int depth) { return width * height * depth; }>(
      "volume", a.arg("width"), a.arg("height"), a.arg("depth"));
  a.export_function<[](int first, int second) { return first - second; }>("unnamed_arguments");
  a.export_function<[](int first, int second, std::string const& third) {
    return std::to_string(first) + " " + std::to_string(second) + " " + third;
  }>("with_defaults", a.arg("first"), a.arg("second") = 2, a.arg("third") = "three");
  a.export_function<[](std::vector<int> values) {
    values.push_back(9);
    return values;
  }>("append_nine", a.arg("values") = std::vector<int>{1, 2});
  a.export_function<[](std::string&& text) { return std::move(text) + "!"; }>("exclaim");
  a.export_function<[] {}>("no_arguments");
  a.export_function<[] { return 0; }>("overloaded");
  a.export_function<tendon::overload<int(int)>(&one_of)>("overloaded", a.arg("first"));
  a.export_function<[](int, int, int) { return 3; }>("overloaded", a.arg("first"), a.arg("second"),
                                                     a.arg("third"));
  a.export_function<[](int a, int b) { return a + b; }>("overload_from_two", a.arg("a"), a.arg("b"));
  a.export_function<[](int a, int b, int c, int d) { return a + b + c + d; }>(
      "overload_from_two", a.arg("a"), a.arg("b"), a.arg("c"), a.arg("d") = 1000);
  a.export_function<tendon::overload<int(int, int)>(&one_of)>("picked_overload");
  a.export_function<&fifteen>("fifteen");
  a.export_function<&sixteen>("sixteen");
  a.export_function<&seventeen>("seventeen");
});

}  // namespace
