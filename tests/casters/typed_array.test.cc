#include <tendon/casters/typed_array.hpp>

#include <doctest/doctest.h>

#include "functions.hpp"
#include "javascript.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <numeric>
#include <optional>
#include <span>
#include <string>
#include <system_error>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace {

using tendon::typed_array;

template <class T>
typed_array<T> same(typed_array<T> value) {
  return value;
}

template <class T>
typed_array<T> made(std::vector<double> const& from) {
  return std::vector<T>(from.begin(), from.end());
}

template <class T>
void add_one(typed_array<T> const& values) {
  for (auto& each : values.span()) each = static_cast<T>(each + 1);
}

double sum(typed_array<double> const& values) {
  auto const all = values.span();
  return std::accumulate(all.begin(), all.end(), 0.0);
}

/// Kept from one call to the next.
std::optional<typed_array<double>>& kept() {
  static std::optional<typed_array<double>> array;
  return array;
}

double const*& remembered() {
  static double const* data = nullptr;
  return data;
}

struct signal {
  std::string name;
  typed_array<float> samples;
};

test_functions const typed_arrays([](tendon::addon& a) {
  a.export_function<&same<std::int8_t>>("same_int8_array", a.arg("value"));
  a.export_function<&same<std::uint8_t>>("same_uint8_array", a.arg("value"));
  a.export_function<&same<std::byte>>("same_byte_array", a.arg("value"));
  a.export_function<&same<std::int16_t>>("same_int16_array", a.arg("value"));
  a.export_function<&same<std::uint16_t>>("same_uint16_array", a.arg("value"));
  a.export_function<&same<std::int32_t>>("same_int32_array", a.arg("value"));
  a.export_function<&same<std::uint32_t>>("same_uint32_array", a.arg("value"));
  a.export_function<&same<std::int64_t>>("same_bigint64_array", a.arg("value"));
  a.export_function<&same<std::uint64_t>>("same_biguint64_array", a.arg("value"));
  a.export_function<&same<float>>("same_float32_array", a.arg("value"));
  a.export_function<&same<double>>("same_float64_array", a.arg("value"));
  a.export_function<&made<std::int8_t>>("made_int8_array");
  a.export_function<&made<std::uint8_t>>("made_uint8_array");
  a.export_function<&made<std::int16_t>>("made_int16_array");
  a.export_function<&made<std::uint16_t>>("made_uint16_array");
  a.export_function<&made<std::int32_t>>("made_int32_array");
  a.export_function<&made<std::uint32_t>>("made_uint32_array");
  a.export_function<&made<std::int64_t>>("made_bigint64_array");
  a.export_function<&made<std::uint64_t>>("made_biguint64_array");
  a.export_function<&made<float>>("made_float32_array");
  a.export_function<&made<double>>("made_float64_array");
  a.export_function<&add_one<std::uint8_t>>("add_one_to_uint8_array", a.arg("values"));
  a.export_function<&add_one<double>>("add_one_to_float64_array", a.arg("values"));
  a.export_function<&sum>("sum_of_array", a.arg("values"));
  a.export_function<[](typed_array<double> values, tendon::function_ref<void()> meanwhile) {
    meanwhile();
    return sum(values);
  }>("sum_of_array_after", a.arg("values"), a.arg("meanwhile"));
  a.export_function<[](std::span<double> lent, typed_array<double> values) {
    try {
      values.size();
    } catch (...) {}
    for (auto& each : lent) each = 1;
    return values.size();
  }>("size_beside_span", a.arg("lent"), a.arg("values"));
  a.export_function<[](std::size_t length, double value) {
    std::vector<double> elements(length, value);
    remembered() = elements.data();
    return typed_array<double>(std::move(elements));
  }>("remembered_array", a.arg("length"), a.arg("value"));
  a.export_function<[](typed_array<double> const& values) { return values.data() == remembered(); }>(
      "is_remembered", a.arg("values"));
  a.export_function<[](typed_array<double> values) { kept() = std::move(values); }>("keep_array",
                                                                                    a.arg("values"));
  a.export_function<[](std::vector<double> values) { kept() = std::move(values); }>("keep_elements",
                                                                                    a.arg("values"));
  a.export_function<[]() -> typed_array<double> const& { return *kept(); }>("kept_array");
  a.export_function<[] { return sum(*kept()); }>("sum_of_kept_array");
  a.export_function<[] { kept().reset(); }>("forget_array");
  a.export_function<[] {
    std::string message;
    std::thread([&message, copy = *kept()] {
      try {
        message = std::to_string(copy.size());
      } catch (std::system_error const& error) {
        message = error.what();
      }
    }).join();
    return message;
  }>("use_kept_array_on_thread");
  a.export_function<&same<double>>(
      "array_or_default",
      a.arg("value", tendon::literal("Float64Array.of(1, 2)")) = typed_array<double>({1, 2}));
  a.export_function<[](signal value) { return value; }>("same_signal", a.arg("value"));
  a.export_function<[](std::vector<typed_array<double>> values) { return values; }>("same_arrays",
                                                                                    a.arg("values"));
  a.export_function<[](std::optional<typed_array<double>> value) { return value; }>("same_optional_array");
  a.export_function<[](tendon::function_ref<double(typed_array<double>)> visit) {
    return visit(std::vector<double>{1, 2, 3});
  }>("visit_array");
});

}  // namespace

TEST_CASE("an array that C++ makes owns its elements") {
  typed_array<int> const none;
  CHECK(none.size() == 0);
  std::vector<int> elements{1, 2, 3};
  typed_array<int> const copied{std::span<int const>(elements)};
  auto* const memory = elements.data();
  typed_array<int> moved = std::move(elements);
  CHECK(moved.data() == memory);
  auto const other = moved;
  moved.span()[0] = 9;
  CHECK(other.span()[0] == 1);
  CHECK(copied.size() == 3);
  auto const taken = std::move(moved);
  CHECK(taken.data() == memory);
  CHECK(moved.size() == 0);
  static_assert(std::is_convertible_v<std::vector<int>&&, typed_array<int>>);
  static_assert(!std::is_convertible_v<std::vector<int> const&, typed_array<int>>);
}

TEST_CASE("a typed array names its kind") {
  CHECK(tendon::caster<typed_array<std::byte>>::ts_in == "Uint8Array");
  CHECK(tendon::caster<typed_array<std::uint64_t>>::ts_out == "BigUint64Array");
}

TEST_CASE("a typed array converts both ways") {
  auto const script = evaluated("Int16Array.of(1, 2)");
  auto const read =
      tendon::caster<typed_array<std::int16_t>>::from_js(tendon::value(test_env, script, "value"));
  read.span()[0] = 9;
  CHECK(shown(script) == "Int16Array [9, 2]");
  CHECK(same_value(tendon::caster<typed_array<std::int16_t>>::to_js(test_env, read), script));
  CHECK(given(typed_array<double>({0.5})) == "Float64Array [0.5]");
  CHECK(
      refusal<typed_array<double>>("Float32Array.of(1)") ==
      R"js(TypeError [ERR_INVALID_ARG_TYPE]: f(): The "value" argument must be an instance of Float64Array. Received an instance of Float32Array)js");
}
