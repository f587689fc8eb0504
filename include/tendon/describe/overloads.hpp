#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "../base/text.hpp"
#include "alternatives.hpp"
#include "description.hpp"
#include "exported_structs.hpp"
#include "type_names.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

// Overloads are told apart by the number of arguments; where that leaves several, by what the arguments are,
// as alternatives of a std::variant are.

/// The fewest arguments that two overloads both take, or `none`.
inline std::size_t common_count(signature_description const& one, signature_description const& other) {
  auto const count = std::max(one.required(), other.required());
  return count <= std::min(one.most(), other.most()) ? count : description::none;
}

/// The name of a function without brackets: `Counter.add`.
inline std::string_view name_in_label(function_description const& function) {
  return std::string_view(function.label).substr(0, function.label.find('('));
}

/// An overload as TypeScript: `scale(factor: number)`.
[[gnu::cold]] inline std::string shown_overload(type_names const& names, function_description const& function,
                                                signature_description const& overload) {
  return composed("$1($2)", {name_in_label(function), names.parameters(overload, overload.required())});
}

/// Why an argument can't tell whether it is meant for one parameter or another, or nothing when it can.
/// Types of numbers that are one type in TypeScript don't count: which of them a number fits depends on its
/// value alone.
[[gnu::cold]] inline std::string likeness(type_names const& names, exported_structs const& structs,
                                          parameter_description const& one,
                                          parameter_description const& other) {
  auto const& first = one.argument_type();
  auto const& second = other.argument_type();
  auto const text = names.argument(one);
  if (&first == &second) return composed("both take $1", {text});
  if (overlap(structs, first, second))
    return composed("$1 and $2 take the same values", {shown_type(first), shown_type(second)});
  if (one.takes_undefined() && other.takes_undefined())
    return composed("$1 and $2 can both be undefined", {in_quotes(one.name), in_quotes(other.name)});
  if (text != names.argument(other)) return {};
  return composed("$1 and $2 are both $3 in JavaScript",
                  {shown_type(first), shown_type(second), in_quotes(text)});
}

/// Refuses two overloads that a call with `count` arguments would fit equally well.
[[gnu::cold]] inline void check_distinct(type_names const& names, exported_structs const& structs,
                                         function_description const& function,
                                         signature_description const& one, signature_description const& other,
                                         std::size_t count) {
  std::string reasons;
  for (std::size_t i = 0; i < count; ++i) {
    auto const reason = likeness(names, structs, *one.taker_of(i), *other.taker_of(i));
    if (reason.empty()) return;
    append(reasons, i == 0 ? ": $1" : "; $1", {reason});
  }
  auto const call = count == 0 ? std::string("without arguments")
                               : composed(count == 1 ? "with $1 argument" : "with $1 arguments", {count});
  throw_describe_error("two overloads of $1 fit a call $2 equally well, $3 and $4$5",
                       {in_quotes(name_in_label(function)), call, shown_overload(names, function, one),
                        shown_overload(names, function, other), reasons});
}

/// Refuses overloads that can't be told apart, and notes which functions need more than the number of
/// arguments for that.
[[gnu::cold]] inline void check_overloads(description& addon, exported_structs const& structs) {
  std::optional<type_names> names;
  for (auto& function : addon.functions) {
    auto const& overloads = function.overloads;
    for (std::size_t j = 1; j < overloads.size(); ++j) {
      for (std::size_t i = 0; i < j; ++i) {
        auto const count = common_count(overloads[i], overloads[j]);
        if (count == description::none) continue;
        function.compares_types = true;
        if (!names) names.emplace(addon);
        check_distinct(*names, structs, function, overloads[i], overloads[j], count);
      }
    }
  }
}

}  // namespace detail
}  // namespace tendon
