#pragma once

#include <tendon/base/function_ref.hpp>
#include <tendon/casters/rest.hpp>
#include <tendon/casters/typed_array_handle.hpp>
#include <tendon/env/env_state.hpp>
#include <tendon/glue/exit_hook.hpp>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <list>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

namespace tour {

inline double area(double width, double height) { return width * height; }
inline double area(double side) { return side * side; }

struct room {
  double width;
  double length;
};

inline double area(room const& of) { return area(of.width, of.length); }

inline std::string greet(std::string_view name, std::optional<std::string> title) {
  return "Hello, " + (title ? *title + " " : "") + std::string(name) + "!";
}

// [ticket]
/// Gives out tickets. All threads draw from one counter, so it is atomic.
struct ticket_machine {
  std::shared_ptr<std::atomic<int>> next = std::make_shared<std::atomic<int>>(1);
  int operator()() const { return (*next)++; }
};
// [/ticket]

// [callbacks]
inline void each_line(std::string_view text, tendon::function_ref<void(std::string_view)> visit) {
  while (!text.empty()) {
    auto const end = std::min(text.find('\n'), text.size());
    visit(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

inline std::function<double(double)> scaled_by(double factor) {
  return [factor](double value) { return value * factor; };
}
// [/callbacks]

// [spans]
inline void scale(std::span<double> samples, double factor) {
  for (auto& each : samples) each *= factor;
}
// [/spans]

// [containers]
struct survey {
  std::pair<double, double> at;
  std::set<std::string> tags;
  std::map<std::string, std::vector<std::optional<double>>> samples;
};

/// How many samples each series has.
inline std::map<std::string, std::size_t> count_samples(survey const& from) {
  std::map<std::string, std::size_t> counts;
  for (auto const& [name, samples] : from.samples) counts[name] = samples.size();
  return counts;
}

inline survey moved(survey from, std::array<double, 2> by) {
  from.at = {from.at.first + by[0], from.at.second + by[1]};
  return from;
}

inline std::map<int, std::string> by_rank(std::list<std::string> const& names) {
  std::map<int, std::string> ranks;
  for (auto const& name : names) ranks.emplace(static_cast<int>(ranks.size()) + 1, name);
  return ranks;
}

enum class axis { x, y };

/// A position by its number, or along an axis.
inline std::variant<int, axis> same_position(std::variant<int, axis, std::tuple<axis, int>> position) {
  if (auto const* pair = std::get_if<std::tuple<axis, int>>(&position)) return std::get<int>(*pair);
  if (auto const* number = std::get_if<int>(&position)) return *number;
  return std::get<axis>(position);
}
// [/containers]

// [typed-array]
/// The vector becomes the memory of a Float32Array.
inline tendon::typed_array<float> tone(double frequency, std::size_t length) {
  std::vector<float> samples(length);
  for (std::size_t i = 0; i < length; ++i)
    samples[i] = static_cast<float>(std::sin(frequency * static_cast<double>(i)));
  return samples;
}
// [/typed-array]

// [rest]
inline double largest(double first, tendon::rest<double> others) {
  for (auto const each : others) first = std::max(first, each);
  return first;
}
// [/rest]

using system_time = std::chrono::system_clock::time_point;

inline std::chrono::nanoseconds between(system_time from, system_time to) { return to - from; }

inline std::filesystem::path with_extension(std::filesystem::path path, std::u16string_view extension) {
  return path.replace_extension(extension);
}

inline std::u8string repeated(char letter, std::uint8_t count) {
  return std::u8string(count, static_cast<char8_t>(letter));
}

inline std::nullptr_t nothing(std::monostate) { return nullptr; }

inline std::error_code remove_file(std::filesystem::path const& path) {
  std::error_code error;
  if (!std::filesystem::remove(path, error) && !error)
    return std::make_error_code(std::errc::no_such_file_or_directory);
  return error;
}

// [errors]
inline double root(double value) {
  if (value < 0) throw std::invalid_argument("a negative number has no real root");
  return std::sqrt(value);
}

inline void open_missing(std::string const& path) {
  throw std::system_error(ENOENT, std::generic_category(), "open '" + path + "'");
}
// [/errors]

// [own_errors]
class config_error : public std::runtime_error {
 public:
  using runtime_error::runtime_error;
};

class syntax_error : public config_error {
 public:
  syntax_error(std::string const& message, int line) : config_error(message), line(line) {}
  int line;
};

/// Counts the settings of a text such as `width = 5`.
inline int count_settings(std::string_view text) {
  if (text.empty()) throw config_error("there are no settings");
  int line = 0;
  for (auto rest = text; !rest.empty(); rest.remove_prefix(std::min(rest.find('\n'), rest.size() - 1) + 1)) {
    ++line;
    if (rest.substr(0, rest.find('\n')).find('=') == rest.npos) throw syntax_error("a line has no =", line);
  }
  return line;
}
// [/own_errors]

// [enums]
enum class tide { low, rising, high, falling };
enum class priority { low = -1, normal = 0, high = 5 };

inline tide next(tide now) {
  return now == tide::falling ? tide::low : static_cast<tide>(static_cast<int>(now) + 1);
}
inline priority more_urgent(priority one, priority other) { return std::max(one, other); }
// [/enums]

// [units]
inline double to_inches(double millimetres) { return millimetres / 25.4; }
// [/units]

// [handles]
/// What has no conversion can be done with Node-API itself.
inline bool is_promise(napi_env env, napi_value value) {
  bool result = false;
  napi_is_promise(env, value, &result);
  return result;
}
// [/handles]

// [state]
struct visitor_log {
  std::map<std::string, int> visits;
};

inline int visit(tendon::env_state<visitor_log>& log, std::string const& name) { return ++log->visits[name]; }
// [/state]

// [later]
/// Makes a lock file, which goes with the environment.
inline void lock(napi_env env, std::string const& path) {
  if (!std::ofstream(path)) throw std::runtime_error("can't make " + path);
  tendon::at_exit(env, [path] { std::remove(path.c_str()); });
}
// [/later]

}  // namespace tour

// [numeric]
template <>
inline constexpr bool tendon::is_numeric<tour::priority> = true;
// [/numeric]
