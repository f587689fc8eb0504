#pragma once

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "../base/text.hpp"
#include "description.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

inline void check_result(std::string const& whose, signature_description const& signature) {
  if (!signature.result_name.empty() && signature.result->form != type_description::kind::function)
    throw describe_error(whose + ": returns(named(...)) needs a function as result");
}

inline void check_signature(std::string const& function, signature_description const& signature) {
  check_result(function + "()", signature);
  auto const& parameters = signature.parameters;
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    auto const& name = parameters[i].name;
    if (!is_typescript_name(name))
      throw describe_error(function + "(): " + quoted(name) + " can't name a parameter in TypeScript");
    if (parameters[i].default_value && parameters[i].default_literal.empty())
      throw describe_error(function + "(): the default of " + quoted(name) +
                           " has no JavaScript form; give one with literal(\"...\") in its arg");
    for (std::size_t j = 0; j < i; ++j)
      if (parameters[j].name == name)
        throw describe_error(function + "(): two parameters are named " + quoted(name));
  }
}

/// Overloads are chosen by the number of arguments, so no number may fit two of them.
inline void check_overloads(function_description const& function) {
  auto const& overloads = function.overloads;
  for (std::size_t i = 0; i < overloads.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      auto const count = std::max(overloads[i].required(), overloads[j].required());
      if (count <= std::min(overloads[i].parameters.size(), overloads[j].parameters.size()))
        throw describe_error("two overloads of " + quoted(function.name) + " take " + std::to_string(count) +
                             (count == 1 ? " argument" : " arguments"));
    }
  }
}

/// Puts the overloads of one name together. The entries of `raw` have one overload each.
inline description merge_overloads(description&& raw) {
  description merged;
  merged.name = std::move(raw.name);
  merged.values = std::move(raw.values);
  merged.exit_hooks = std::move(raw.exit_hooks);
  std::unordered_map<std::string, description::export_entry> seen;
  for (auto const& entry : raw.exports) {
    auto const is_value = entry.kind == description::export_kind::value;
    auto const name = is_value ? merged.values[entry.index].name : raw.functions[entry.index].name;
    if (name.empty()) throw describe_error("an export has an empty name");
    auto const found = seen.find(name);
    if (found == seen.end()) {
      description::export_entry const added{entry.kind, is_value ? entry.index : merged.functions.size()};
      if (!is_value) merged.functions.push_back(std::move(raw.functions[entry.index]));
      merged.exports.push_back(added);
      seen.emplace(name, added);
    } else if (is_value && found->second.kind == description::export_kind::value) {
      throw describe_error("two values are exported as " + quoted(name));
    } else if (is_value || found->second.kind == description::export_kind::value) {
      throw describe_error("a function and a value are both exported as " + quoted(name));
    } else {
      merged.functions[found->second.index].overloads.push_back(
          std::move(raw.functions[entry.index].overloads.front()));
    }
  }
  if (raw.assignment != description::none) {
    merged.assignment = merged.functions.size();
    merged.functions.push_back(std::move(raw.functions[raw.assignment]));
  }
  return merged;
}

/// The finished form of what a block recorded. Throws describe_error with a sentence that names the fault.
inline description checked(description raw) {
  auto result = merge_overloads(std::move(raw));
  for (auto const& function : result.functions) {
    for (auto const& each : function.overloads) check_signature(function.name, each);
    check_overloads(function);
  }
  for (auto const& value : result.values) check_result(value.name, value.source);
  return result;
}

}  // namespace detail
}  // namespace tendon
