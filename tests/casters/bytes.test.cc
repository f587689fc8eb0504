#include <tendon/casters/bytes.hpp>

#include <doctest/doctest.h>

#include "functions.hpp"
#include "javascript.hpp"

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

TEST_CASE("bytes convert both ways") {
  using bytes = std::vector<std::uint8_t>;
  CHECK(converted<bytes>("Uint8Array.of(0, 255)") == bytes{0, 255});
  CHECK(converted<std::vector<std::byte>>("new Uint8Array([7]).buffer") ==
        std::vector<std::byte>{std::byte{7}});
  CHECK(given(bytes{1, 2}) == "Uint8Array [1, 2]");
  CHECK(given(std::vector<std::byte>()) == "Uint8Array []");
  CHECK(
      refusal<bytes>("[1, 2]") ==
      R"js(TypeError [ERR_INVALID_ARG_TYPE]: f(): The "value" argument must be an instance of Uint8Array or ArrayBuffer. Received an instance of Array)js");
}
