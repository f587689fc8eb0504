#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "../describe/overloads.hpp"
#include "../describe/shells.hpp"
#include "../env/match.hpp"
#include "../napi/handle_scope.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// The arguments of a call as a shell passes them: as many as the overloads have parameters, `undefined` for
/// missing ones, then an array of all others when an overload takes any number.
struct passed_arguments {
  napi_env env;
  napi_value const* values;
  std::size_t fixed;  ///< how many come before that array
  std::size_t count;  ///< that the caller wrote, but for those that no overload takes

  passed_arguments(napi_env in, shell_shape const& shape, napi_value const* passed, std::size_t written)
      : env(in),
        values(passed),
        fixed(shape.takes_rest ? shape.parameters - 1 : shape.parameters),
        count(shape.takes_rest ? written : std::min(written, fixed)) {}

  napi_value at(std::size_t position) const {
    if (position < fixed) return values[position];
    napi_value result = nullptr;
    check(env, napi_get_element(env, values[fixed], static_cast<std::uint32_t>(position - fixed), &result));
    return result;
  }

  /// All from a position on, in one array.
  napi_value from(std::size_t position) const {
    if (position == fixed) return values[fixed];
    auto const length = count > position ? count - position : 0;
    napi_value result = nullptr;
    check(env, napi_create_array_with_length(env, length, &result));
    for_each_index(env, length, [&](std::size_t i) {
      check(env, napi_set_element(env, result, static_cast<std::uint32_t>(i), at(position + i)));
    });
    return result;
  }
};

/// Finds the overload that a call fits best, where more than one takes that many arguments. The rule stands
/// in docs/types.md.
class overload_choice {
 public:
  overload_choice(description const& addon, function_description const& function,
                  passed_arguments const& arguments)
      : addon_(addon), function_(function), arguments_(arguments) {}

  [[gnu::noinline]] signature_description const& chosen() {
    find_candidates();
    if (candidates_.empty()) return nearest_by_count();
    if (candidates_.size() > 1)
      for_each_index(arguments_.env, arguments_.count, [this](std::size_t i) { compare(i); });
    return best();
  }

 private:
  struct candidate {
    signature_description const* overload;
    int worst = std::numeric_limits<int>::max();  ///< score of its arguments; 0 when it is out
    std::size_t ignored = 0;                      ///< how many arguments it has no parameter for
  };

  /// Those with enough arguments. One that takes fewer than another asks for is no rival of it.
  void find_candidates() {
    std::size_t asked = 0;
    for (auto const& each : function_.overloads)
      if (each.required() <= arguments_.count) asked = std::max(asked, each.required());
    for (auto const& each : function_.overloads)
      if (each.required() <= arguments_.count && each.most() >= asked) candidates_.push_back({&each});
  }

  /// Too few arguments for any: the one that asks for least says which are missing.
  signature_description const& nearest_by_count() const {
    auto const& nearest = function_.for_count(arguments_.count);
    auto const is_near = [&](auto const& each) { return each.required() == nearest.required(); };
    if (std::count_if(function_.overloads.begin(), function_.overloads.end(), is_near) == 1) return nearest;
    fail("ERR_MISSING_ARGS", "No overload takes $1. There are:$2", all_overloads());
  }

  /// An argument that all candidates have the same type for tells nothing: the chosen one refuses it better.
  bool tells_apart(std::size_t position) const {
    auto const* const first = candidates_.front().overload->taker_of(position);
    return std::any_of(candidates_.begin() + 1, candidates_.end(), [&](candidate const& each) {
      auto const* const taker = each.overload->taker_of(position);
      if (!taker || !first) return taker != first;
      return &taker->argument_type() != &first->argument_type() ||
             (taker->default_value != nullptr) != (first->default_value != nullptr);
    });
  }

  js_kinds kinds_at(std::size_t position) const {
    js_kinds kinds;
    for (auto const& each : candidates_)
      if (auto const* const taker = each.overload->taker_of(position))
        kinds = kinds | taken_kinds(taker->argument_type());
    return kinds;
  }

  void compare(std::size_t position) {
    if (!tells_apart(position)) return;
    value const given(arguments_.env, arguments_.at(position), {});
    matcher match(given, kinds_at(position));
    for (auto& each : candidates_) {
      auto const* const taker = each.overload->taker_of(position);
      if (!taker) ++each.ignored;
      auto const score = taker && each.worst > 0 ? match.score(*taker) : 0;
      if (taker) each.worst = std::min(each.worst, score);
      scores_.push_back(score);
    }
  }

  /// Whether one comes before another, or both are equal, apart from single arguments: who ignores fewer
  /// comes first, then whom all arguments fit.
  static std::pair<std::size_t, bool> rank(candidate const& of) {
    return {of.ignored, !matcher::is_fit(of.worst)};
  }

  /// Whether no argument fits the other better, and one fits it worse.
  bool is_better(std::size_t one, std::size_t other) const {
    bool result = false;
    for (std::size_t row = 0; row < scores_.size(); row += candidates_.size()) {
      if (scores_[row + one] < scores_[row + other]) return false;
      if (scores_[row + one] > scores_[row + other]) result = true;
    }
    return result;
  }

  /// Whether it is chosen rather than any other.
  bool is_best(std::size_t one) const {
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (i == one || candidates_[i].worst == 0) continue;
      auto const own = rank(candidates_[one]);
      auto const others = rank(candidates_[i]);
      if (own > others || (own == others && !is_better(one, i))) return false;
    }
    return candidates_[one].worst > 0;
  }

  signature_description const& best() const {
    for (std::size_t i = 0; i < candidates_.size(); ++i)
      if (is_best(i)) return *candidates_[i].overload;
    throw_undecided();
  }

  [[noreturn, gnu::cold]] void throw_undecided() const {
    std::vector<signature_description const*> fitting;
    for (auto const& each : candidates_)
      if (matcher::is_fit(each.worst)) fitting.push_back(each.overload);
    if (fitting.size() > 1)
      fail("ERR_INVALID_ARG_VALUE", "Several overloads take $1 equally well:$2", fitting);
    fail("ERR_INVALID_ARG_TYPE", "No overload takes $1. There are:$2", all_overloads());
  }

  std::vector<signature_description const*> all_overloads() const {
    std::vector<signature_description const*> result;
    for (auto const& each : function_.overloads) result.push_back(&each);
    return result;
  }

  [[noreturn, gnu::cold]] void fail(char const* code, char const* pattern,
                                    std::vector<signature_description const*> const& overloads) const {
    type_names const names(addon_);
    std::string list;
    for (auto const* each : overloads) append(list, "\n  $1", {shown_overload(names, function_, *each)});
    throw conversion_error(conversion_error::kind::type, code, composed(pattern, {shown_arguments(), list}));
  }

  /// `('x', 5, an instance of Map)`.
  std::string shown_arguments() const {
    constexpr std::size_t most = 10;
    std::string result = "(";
    for (std::size_t i = 0; i < std::min(arguments_.count, most); ++i)
      append(result, i == 0 ? "$1" : ", $1",
             {shortened(inspected(arguments_.env, arguments_.at(i)), 28, 25)});
    return result += arguments_.count > most ? ", ...)" : ")";
  }

  description const& addon_;
  function_description const& function_;
  passed_arguments const& arguments_;
  std::vector<candidate> candidates_;
  std::vector<int> scores_;  ///< of the arguments that tell, each for all candidates
};

}  // namespace detail
}  // namespace tendon
