// What the contenders bind: plain C++ that knows nothing of JavaScript. The bodies do next to nothing, since
// the crossing is what is measured.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace workload {

// Calls.

inline void noop() {}
inline double add(double a, double b) { return a + b; }
inline std::int32_t add_int(std::int32_t a, std::int32_t b) { return a + b; }
inline bool negate(bool value) { return !value; }
inline void fail() { throw std::invalid_argument("The text ends in the middle of a word"); }

// Strings.

inline std::string repeated(std::string_view text, std::size_t count) {
  std::string result;
  for (std::size_t i = 0; i < count; ++i) result += text;
  return result;
}

/// Looks at the size and at both ends, so that the bytes must be there.
inline std::int32_t text_weight(std::string_view text) {
  if (text.empty()) return 0;
  auto const byte = [](char each) { return static_cast<unsigned char>(each); };
  return static_cast<std::int32_t>(text.size()) + byte(text.front()) + byte(text.back());
}

/// A text of that many characters.
template <std::size_t Size>
std::string_view ascii() {
  static auto const text = repeated("The quick ", Size / 10);
  return text;
}

template <std::size_t Size>
std::string_view unicode() {
  static auto const text = repeated("žluťoučký ", Size / 10);
  return text;
}

inline std::string echo(std::string_view text) { return std::string(text); }

// Classes.

inline std::int32_t living_counters = 0;

class counter {
 public:
  explicit counter(std::int32_t start) : number(start) { ++living_counters; }
  counter(counter const& other) : number(other.number) { ++living_counters; }
  ~counter() { --living_counters; }
  counter& operator=(counter const&) = default;

  std::int32_t next() { return number++; }
  std::int32_t value() const { return number; }
  void set_value(std::int32_t value) { number = value; }
  counter& self() { return *this; }

  std::int32_t number;
};

inline std::int32_t count_living() { return living_counters; }
inline std::int32_t sum_counters(counter const& a, counter const& b) { return a.value() + b.value(); }
inline std::unique_ptr<counter> make_counter(std::int32_t start) { return std::make_unique<counter>(start); }

/// A part of a branch, which is shown by reference.
class leaf {
 public:
  explicit leaf(std::int32_t value) : number(value) {}
  std::int32_t value() const { return number; }

  std::int32_t number;
};

class branch {
 public:
  explicit branch(std::int32_t value) : part_(value) {}
  leaf& part() { return part_; }

 private:
  leaf part_;
};

/// Twenty classes that are alike.
template <int Number>
class kind {
 public:
  explicit kind(std::int32_t start) : value_(start) {}
  std::int32_t next() { return value_++; }

 private:
  std::int32_t value_;
};

inline constexpr int kind_count = 20;

// Structs.

struct point {
  double x;
  double y;
  double z;
};

struct line {
  point from;
  point to;
};

struct person {
  std::string name;
  std::int32_t age;
  bool active;
};

inline double point_sum(point const& p) { return p.x + p.y + p.z; }
inline point make_point(double x, double y, double z) { return {x, y, z}; }
inline point scale_point(point const& p, double factor) { return {p.x * factor, p.y * factor, p.z * factor}; }
inline line reverse_line(line const& it) { return {it.to, it.from}; }
inline person birthday(person it) {
  ++it.age;
  return it;
}

// Arrays.

/// Four sums at a time: a chain of additions would take longer than the crossing.
inline double sum_span(std::span<double const> values) {
  double sums[4] = {};
  std::size_t i = 0;
  for (; i + 4 <= values.size(); i += 4)
    for (std::size_t k = 0; k < 4; ++k) sums[k] += values[i + k];
  for (; i < values.size(); ++i) sums[0] += values[i];
  return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

inline double sum(std::vector<double> const& values) { return sum_span(values); }

inline std::vector<double> sequence(std::int32_t size) {
  std::vector<double> result(static_cast<std::size_t>(size));
  for (std::size_t i = 0; i < result.size(); ++i) result[i] = static_cast<double>(i) + 0.5;
  return result;
}

inline double sum_points(std::vector<point> const& points) {
  double result = 0;
  for (auto const& each : points) result += each.x + each.y + each.z;
  return result;
}

inline std::vector<point> make_points(std::int32_t size) {
  std::vector<point> result(static_cast<std::size_t>(size));
  for (std::size_t i = 0; i < result.size(); ++i) {
    auto const x = static_cast<double>(i);
    result[i] = {x, x + 0.25, x + 0.5};
  }
  return result;
}

inline std::int32_t total_size(std::vector<std::string> const& texts) {
  std::size_t result = 0;
  for (auto const& each : texts) result += each.size();
  return static_cast<std::int32_t>(result);
}

inline std::vector<std::string> make_words(std::int32_t size) {
  std::vector<std::string> result;
  result.reserve(static_cast<std::size_t>(size));
  for (std::int32_t i = 0; i < size; ++i) result.push_back("word " + std::to_string(i));
  return result;
}

// Typed arrays.

inline void scale_span(std::span<double> values, double factor) {
  for (auto& each : values) each *= factor;
}

inline std::uint32_t checksum(std::span<std::uint8_t const> bytes) {
  std::uint32_t result = 0;
  for (auto const each : bytes) result += each;
  return result;
}

// Callbacks.

/// The sum of what `visit` gives for 0, 1, 2 and so on.
template <typename Visitor>
double call_times(std::int32_t count, Visitor&& visit) {
  double result = 0;
  for (std::int32_t i = 0; i < count; ++i) result += visit(static_cast<double>(i));
  return result;
}

template <typename Visitor>
void each_word(std::int32_t count, Visitor&& visit) {
  for (std::int32_t i = 0; i < count; ++i) visit(std::string_view("a word like others"));
}

}  // namespace workload
