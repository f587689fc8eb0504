#pragma once

#include <tendon/base/function_ref.hpp>
#include <tendon/casters/bigint.hpp>
#include <tendon/casters/enumeration.hpp>
#include <tendon/casters/rest.hpp>
#include <tendon/casters/typed_array_handle.hpp>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <deque>
#include <filesystem>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

namespace every_type {

template <class T>
T same(T value) {
  return value;
}

enum class color { red, green, blue };
enum class level { low = -1, high = 1 };

struct point {
  double x;
  double y;
};

struct marker {
  point at;
  color tint;
  std::optional<std::string> label;
  std::vector<point> outline;
  std::map<std::string, std::int64_t> counts;
};

class thing {
 public:
  explicit thing(int number) : number_(number) {}
  int number() const { return number_; }

 private:
  int number_;
};

inline std::size_t length(std::string_view value) { return value.size(); }
inline std::size_t c_length(char const* value) { return std::strlen(value); }

inline void doubled(std::span<double> value) {
  for (auto& each : value) each *= 2;
}

/// What std::expected of C++23 is like.
class parsed {
 public:
  explicit parsed(std::optional<int> value) : value_(value) {}
  bool has_value() const { return value_.has_value(); }
  int operator*() const { return *value_; }
  std::string error() const { return "there is no number"; }

 private:
  std::optional<int> value_;
};

inline parsed parse(std::string const& value) {
  return parsed(value.empty() ? std::nullopt : std::optional(static_cast<int>(value.size())));
}

inline std::error_code failing(bool value) {
  return value ? std::make_error_code(std::errc::permission_denied) : std::error_code();
}

inline double called(tendon::function_ref<double(double)> value) { return value(1); }
inline std::size_t count(tendon::rest<std::string> values) { return values.size(); }
inline int number_of(thing const& value) { return value.number(); }
inline std::optional<int> number_or_none(thing const* value) {
  return value ? std::optional(value->number()) : std::nullopt;
}

}  // namespace every_type

template <>
inline constexpr bool tendon::is_numeric<every_type::level> = true;
