#pragma once

#include <tendon/tendon.hpp>

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Types of every kind that a value of JavaScript can be told to be, for tests of what chooses among them.
namespace value_kinds {

enum class tint { red, green };
enum class pace { slow, fast };

struct dot {
  double x;
  double y;
};

/// Fits what a dot fits equally well, when that has all their members.
struct twin {
  double x;
  double z;
};

struct ball {
  double x;
  double y;
  double radius;
};

struct block {
  double width;
  std::optional<double> height;
};

struct loose {
  std::optional<int> a;
};

/// Its caster uses a word that says nothing of what it takes.
struct temperature {
  double degrees;
};

}  // namespace value_kinds

template <>
struct tendon::caster<value_kinds::temperature> {
  static constexpr std::string_view ts_in = "Temperature", ts_out = "number";

  static value_kinds::temperature from_js(value const& from) {
    if (from.type() != napi_string) from.wrong_type("a temperature");
    return {std::stod(caster<std::string>::from_js(from))};
  }
};

namespace value_kinds {

/// The types of which tests/value_kinds.mjs knows how well values fit them.
inline std::pair<std::string_view, tendon::type_description const*> const kinds[] = {
    {"boolean", &tendon::type_of<bool>},
    {"int8", &tendon::type_of<std::int8_t>},
    {"uint8", &tendon::type_of<std::uint8_t>},
    {"int32", &tendon::type_of<std::int32_t>},
    {"uint32", &tendon::type_of<std::uint32_t>},
    {"int64", &tendon::type_of<std::int64_t>},
    {"uint64", &tendon::type_of<std::uint64_t>},
    {"bigint", &tendon::type_of<tendon::bigint<std::int64_t>>},
    {"float", &tendon::type_of<float>},
    {"double", &tendon::type_of<double>},
    {"string", &tendon::type_of<std::string>},
    {"tint", &tendon::type_of<tint>},
    {"pace", &tendon::type_of<pace>},
    {"optional", &tendon::type_of<std::optional<bool>>},
    {"array", &tendon::type_of<std::vector<std::string>>},
    {"doubles", &tendon::type_of<std::vector<double>>},
    {"pair", &tendon::type_of<std::pair<int, int>>},
    {"triple", &tendon::type_of<std::array<int, 3>>},
    {"bytes", &tendon::type_of<std::vector<std::uint8_t>>},
    {"set", &tendon::type_of<std::set<int>>},
    {"map", &tendon::type_of<std::map<int, int>>},
    {"record", &tendon::type_of<std::map<std::string, int>>},
    {"dot", &tendon::type_of<dot>},
    {"twin", &tendon::type_of<twin>},
    {"ball", &tendon::type_of<ball>},
    {"block", &tendon::type_of<block>},
    {"loose", &tendon::type_of<loose>},
    {"function", &tendon::type_of<std::function<void()>>},
    {"unsaid", &tendon::type_of<temperature>},
    {"any", &tendon::type_of<napi_value>},
};

inline tendon::type_description const& kind_named(std::string_view name) {
  for (auto const& [known, type] : kinds)
    if (known == name) return *type;
  throw std::invalid_argument("no kind is named " + std::string(name));
}

}  // namespace value_kinds
