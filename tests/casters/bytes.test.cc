#include <doctest/doctest.h>

#include "functions.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace {

test_functions const bytes([](tendon::addon& a) {
  a.export_function<[](std::vector<std::uint8_t> value) { return value; }>("same_uint8s", a.arg("data"));
  a.export_function<[](std::vector<std::byte> value) { return value; }>("same_bytes", a.arg("data"));
  a.export_function<[](std::vector<std::uint8_t> const& data) {
    return std::vector<std::uint8_t>(data.rbegin(), data.rend());
  }>("reversed_bytes", a.arg("data"));
  a.export_function<[](std::vector<std::vector<std::uint8_t>> const& parts) {
    std::vector<std::uint8_t> result;
    for (auto const& part : parts) result.insert(result.end(), part.begin(), part.end());
    return result;
  }>("joined_bytes", a.arg("parts"));
  a.export_function<[](std::size_t count) { return std::vector<std::uint8_t>(count, 7); }>("sevens",
                                                                                           a.arg("count"));
});

}  // namespace
