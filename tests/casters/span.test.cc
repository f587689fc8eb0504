#include <tendon/casters/span.hpp>

#include <doctest/doctest.h>

#include "functions.hpp"
#include "javascript.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <numeric>
#include <span>
#include <string>

namespace {

template <class T>
void add_one(std::span<T> values) {
  for (auto& each : values) each = static_cast<T>(each + 1);
}

template <class T>
double sum(std::span<T const> values) {
  return std::accumulate(values.begin(), values.end(), 0.0,
                         [](double all, T each) { return all + static_cast<double>(each); });
}

struct request {
  double factor;
};

/// One callback, kept for later calls.
std::function<void()>& kept() {
  static std::function<void()> callback;
  return callback;
}

void apply_to_each(std::span<double> values, tendon::function_ref<double(double)> apply) {
  for (auto& each : values) each = apply(each);
}

double sum_after(std::span<double const> values, tendon::function_ref<void()> meanwhile) {
  meanwhile();
  return sum(values);
}

std::size_t size_after(std::span<std::uint8_t const> data, std::function<void()> const& meanwhile) {
  meanwhile();
  return data.size();
}

test_functions const spans([](tendon::addon& a) {
  a.export_function<&add_one<std::int8_t>>("add_one_int8", a.arg("values"));
  a.export_function<&add_one<std::uint8_t>>("add_one_uint8", a.arg("values"));
  a.export_function<&add_one<std::int16_t>>("add_one_int16", a.arg("values"));
  a.export_function<&add_one<std::uint16_t>>("add_one_uint16", a.arg("values"));
  a.export_function<&add_one<std::int32_t>>("add_one_int32", a.arg("values"));
  a.export_function<&add_one<std::uint32_t>>("add_one_uint32", a.arg("values"));
  a.export_function<&add_one<std::int64_t>>("add_one_int64", a.arg("values"));
  a.export_function<&add_one<std::uint64_t>>("add_one_uint64", a.arg("values"));
  a.export_function<&add_one<float>>("add_one_float", a.arg("values"));
  a.export_function<&add_one<double>>("add_one_double", a.arg("values"));
  a.export_function<&sum<double>>("sum_of_span", a.arg("values"));
  a.export_function<[](std::span<std::byte const> data) { return data.size(); }>("span_of_bytes_size",
                                                                                 a.arg("data"));
  a.export_function<[](std::span<std::byte> data) {
    for (auto& each : data) each = std::byte{0xff};
  }>("set_all_bits", a.arg("data"));
  a.export_function<[](std::span<double const> from, std::span<double> to) {
    for (std::size_t i = 0; i < from.size() && i < to.size(); ++i) to[i] = 2 * from[i];
  }>("twice_into", a.arg("from"), a.arg("to"));
  a.export_function<[](std::span<double const> values, request options) {
    return sum(values) * options.factor;
  }>("scaled_sum", a.arg("values"), a.arg("options"));
  a.export_function<[](std::span<double> values, request options) {
    for (auto& each : values) each *= options.factor;
    return values.size();
  }>("scale_in_place", a.arg("values"), a.arg("options"));
  a.export_function<&apply_to_each>("apply_to_each", a.arg("values"), a.arg("apply"));
  a.export_function<&sum_after>("sum_after", a.arg("values"), a.arg("meanwhile"));
  a.export_function<&size_after>("size_after", a.arg("data"), a.arg("meanwhile"));
  a.export_function<[](std::function<void()> callback) { kept() = std::move(callback); }>("keep_for_span");
  a.export_function<[] { kept() = nullptr; }>("forget_for_span");
  a.export_function<[] { kept()(); }>("call_kept_for_span");
  a.export_function<[](std::span<std::uint8_t>) { kept()(); }>("call_kept_with_span", a.arg("data"));
  a.export_function<[](std::span<std::uint8_t>, napi_env) { kept()(); }>("call_kept_with_span_and_env",
                                                                         a.arg("data"));
  a.export_function<[](std::span<std::uint8_t>) -> int { throw std::runtime_error("in a span"); }>(
      "throw_in_span");
});

}  // namespace

TEST_CASE("a span names its typed array") {
  CHECK(tendon::caster<std::span<std::uint8_t>>::ts_in == "Uint8Array | ArrayBuffer");
  CHECK(tendon::caster<std::span<std::byte const>>::ts_in == "Uint8Array | ArrayBuffer");
  CHECK(tendon::caster<std::span<double const>>::ts_in == "Float64Array");
  CHECK(tendon::caster<std::span<std::int64_t>>::ts_in == "BigInt64Array");
}

TEST_CASE("a span looks at the memory of its typed array") {
  auto const array = evaluated("Float64Array.of(1, 2)");
  auto const holder = tendon::caster<std::span<double>>::from_js(tendon::value(test_env, array, "value"));
  holder.get()[1] = 5;
  CHECK(shown(array) == "Float64Array [1, 5]");
  CHECK(held<std::span<std::uint8_t const>>("new Uint8Array([3]).buffer").get()[0] == 3);
  CHECK(
      refusal<std::span<float>>("Float64Array.of(1)") ==
      R"js(TypeError [ERR_INVALID_ARG_TYPE]: f(): The "value" argument must be an instance of Float32Array. Received an instance of Float64Array)js");
}
