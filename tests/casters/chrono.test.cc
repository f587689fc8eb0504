#include <tendon/casters/chrono.hpp>

#include <doctest/doctest.h>

#include "functions.hpp"
#include "javascript.hpp"

#include <chrono>
#include <cstdint>
#include <limits>
#include <ratio>
#include <string>
#include <vector>

namespace {

namespace chrono = std::chrono;

using small_milliseconds = chrono::duration<std::int16_t, std::milli>;
using small_seconds = chrono::duration<std::int32_t>;
using frames = chrono::duration<std::int32_t, std::ratio<1, 30>>;
using natural_seconds = chrono::duration<std::uint64_t>;
using float_seconds = chrono::duration<float>;
using double_seconds = chrono::duration<double>;
template <class Duration>
using system_time = chrono::time_point<chrono::system_clock, Duration>;

template <class T>
T same(T value) {
  return value;
}

struct pause {
  chrono::milliseconds before;
  chrono::microseconds after;
  int times;
};

struct event {
  std::string title;
  chrono::system_clock::time_point at;
};

template <class Duration>
std::string count(Duration of) {
  return std::to_string(of.count());
}

template <class Duration>
std::string time_count(system_time<Duration> of) {
  return count(of.time_since_epoch());
}

test_functions const clocks([](tendon::addon& a) {
  a.export_function<&same<chrono::nanoseconds>>("same_nanoseconds", a.arg("value"));
  a.export_function<&same<chrono::microseconds>>("same_microseconds", a.arg("value"));
  a.export_function<&same<chrono::milliseconds>>("same_milliseconds", a.arg("value"));
  a.export_function<&same<chrono::seconds>>("same_seconds", a.arg("value"));
  a.export_function<&same<chrono::hours>>("same_hours", a.arg("value"));
  a.export_function<&same<small_milliseconds>>("same_small_milliseconds", a.arg("value"));
  a.export_function<&same<small_seconds>>("same_small_seconds", a.arg("value"));
  a.export_function<&same<frames>>("same_frames", a.arg("value"));
  a.export_function<&same<natural_seconds>>("same_natural_seconds", a.arg("value"));
  a.export_function<&same<float_seconds>>("same_float_seconds", a.arg("value"));
  a.export_function<&same<double_seconds>>("same_double_seconds", a.arg("value"));
  a.export_function<&same<pause>>("same_pause", a.arg("value"));
  a.export_function<&same<std::vector<chrono::milliseconds>>>("same_durations", a.arg("values"));
  a.export_function<&count<chrono::nanoseconds>>("nanosecond_count", a.arg("value"));
  a.export_function<&count<chrono::seconds>>("second_count", a.arg("value"));
  a.export_function<[](std::int64_t count) { return chrono::nanoseconds(count); }>("nanoseconds_of");
  a.export_function<[] { return chrono::milliseconds::max(); }>("longest_duration");
  a.export_function<[] { return natural_seconds::max(); }>("longest_natural_duration");
  a.export_function<[](chrono::milliseconds wait) { return wait; }>(
      "wait_or_250", a.arg("wait") = chrono::milliseconds(250));

  a.export_function<&same<chrono::system_clock::time_point>>("same_time", a.arg("value"));
  a.export_function<&same<system_time<chrono::milliseconds>>>("same_time_in_ms", a.arg("value"));
  a.export_function<&same<system_time<chrono::seconds>>>("same_time_in_s", a.arg("value"));
  a.export_function<&same<chrono::sys_days>>("same_day", a.arg("value"));
  a.export_function<&same<system_time<small_seconds>>>("same_small_time", a.arg("value"));
  a.export_function<&same<system_time<natural_seconds>>>("same_natural_time", a.arg("value"));
  a.export_function<&same<system_time<double_seconds>>>("same_double_time", a.arg("value"));
  a.export_function<&same<std::vector<event>>>("same_events", a.arg("values"));
  a.export_function<&time_count<chrono::nanoseconds>>("time_count_in_ns", a.arg("value"));
  a.export_function<&time_count<chrono::days>>("time_count_in_days", a.arg("value"));
  a.export_function<[](std::int64_t count) {
    return system_time<chrono::nanoseconds>(chrono::nanoseconds(count));
  }>("time_of_ns");
  a.export_function<[](double count) { return system_time<double_seconds>(double_seconds(count)); }>(
      "time_of_s");
  a.export_function<[] { return system_time<chrono::hours>::max(); }>("end_of_time");
  a.export_function<[] { return system_time<natural_seconds>::max(); }>("end_of_natural_time");
  a.export_function<[](chrono::system_clock::time_point from) { return from; }>(
      "since", a.arg("from") = chrono::system_clock::time_point());
});

constexpr auto range_of(tendon::type_description const& type) {
  return type.wire == tendon::wire_kind::number ? static_cast<int>(type.range) : -1;
}

}  // namespace

TEST_CASE("durations and times read as JavaScript in documentation") {
  CHECK(tendon::caster<chrono::seconds>::literal(chrono::seconds(2)) == "2000");
  CHECK(tendon::caster<chrono::microseconds>::literal(chrono::microseconds(1500)) == "1.5");
  CHECK(tendon::caster<double_seconds>::literal(double_seconds::max()) == "Infinity");
  CHECK(tendon::caster<system_time<chrono::days>>::literal(system_time<chrono::days>(chrono::days(1))) ==
        "new Date(86400000)");
}

TEST_CASE("a fast body passes on what every duration of a type takes") {
  using tendon::number_range;
  using tendon::type_of;
  CHECK(range_of(type_of<chrono::milliseconds>) == static_cast<int>(number_range::safe_integer));
  CHECK(range_of(type_of<chrono::nanoseconds>) == static_cast<int>(number_range::int32));
  CHECK(range_of(type_of<small_milliseconds>) == static_cast<int>(number_range::int16));
  CHECK(range_of(type_of<double_seconds>) == static_cast<int>(number_range::safe_integer));
  CHECK(range_of(type_of<chrono::duration<std::uint64_t, std::milli>>) ==
        static_cast<int>(number_range::safe_natural));
  CHECK(range_of(type_of<chrono::seconds>) == -1);
  CHECK(range_of(type_of<frames>) == -1);
}

TEST_CASE("rounding down keeps to 64 bits") {
  using tendon::detail::scaled_down;
  using limits = std::numeric_limits<std::int64_t>;
  CHECK(scaled_down(7, 1, 2) == 3);
  CHECK(scaled_down(-7, 1, 2) == -4);
  CHECK(scaled_down(-1, 1, 1'000'000) == -1);
  CHECK(scaled_down(-1, 1'000'000, 1) == -1'000'000);
  CHECK(scaled_down(10, 3, 100) == 0);
  CHECK(scaled_down(-10, 3, 100) == -1);
  CHECK(scaled_down(-34, 3, 100) == -2);
  CHECK(scaled_down(limits::min(), 1, 1) == limits::min());
  CHECK(scaled_down(limits::max(), 1, 1) == limits::max());
  CHECK(scaled_down(limits::min(), 1, 1'000'000) == -9'223'372'036'855);
  CHECK(scaled_down(9'223'372'036'854, 1'000'000, 1) == 9'223'372'036'854'000'000);
  CHECK(!scaled_down(9'223'372'036'855, 1'000'000, 1));
  CHECK(!scaled_down(-9'223'372'036'855, 1'000'000, 1));
  CHECK(!scaled_down(limits::min(), 2, 1));
}

TEST_CASE("counts of 64 bits become their nearest numbers") {
  using tendon::detail::milliseconds_of;
  constexpr auto& unit = tendon::detail::unit_of<std::int64_t, std::nano>;
  CHECK(milliseconds_of(std::int64_t{1'700'000'000'123'456'789}, unit) == 1'700'000'000'123.456789);
  CHECK(milliseconds_of(std::int64_t{70'000}, unit) == 0.07);
  CHECK(tendon::detail::exact_count(0.07, unit) == 70'000);
  CHECK(tendon::detail::exact_count(1'700'000'000'123.5, unit) == 1'700'000'000'123'500'000);
  CHECK(!tendon::detail::exact_count(0.0000001, unit));
}

TEST_CASE("durations and times convert both ways") {
  using namespace std::chrono;
  CHECK(converted<seconds>("3000") == seconds(3));
  CHECK(converted<system_clock::time_point>("new Date(5)") == system_clock::time_point(milliseconds(5)));
  CHECK(given(microseconds(1500)) == "1.5");
  CHECK(given(system_clock::time_point(hours(24))) == "1970-01-02T00:00:00.000Z");
  CHECK(
      refusal<seconds>("1") ==
      R"js(RangeError [ERR_OUT_OF_RANGE]: f(): The value of "value" is out of range. It must be a multiple of 1000. Received 1)js");
  CHECK(
      refusal<system_clock::time_point>("new Date(NaN)") ==
      R"js(TypeError [ERR_INVALID_ARG_VALUE]: f(): The argument 'value' must be a valid Date. Received an instance of Date)js");
}
