#pragma once

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "../base/text.hpp"
#include "check_classes.hpp"
#include "description.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

inline void check_result(std::string const& whose, signature_description const& signature) {
  if (!signature.result_name.empty() && signature.result->form != type_description::kind::function)
    throw describe_error(whose + ": returns(named(...)) needs a function as result");
  if (signature.nullable && signature.result->form != type_description::kind::pointer)
    throw describe_error(whose + ": returns(nullable) needs a pointer as result");
}

/// Where the parameter of that name stands; the receiver has none.
inline std::size_t position_of(std::string const& label, function_description const& function,
                               signature_description const& signature, std::string const& name,
                               char const* word) {
  if (name.empty()) {
    if (function.has_receiver()) return signature_description::receiver;
    throw describe_error(label + ": " + word + " must name an argument: there is no object");
  }
  for (std::size_t i = 0; i < signature.parameters.size(); ++i)
    if (signature.parameters[i].name == name) return i;
  throw describe_error(label + ": " + word + "(" + quoted(name) + ") names no argument");
}

/// Whether objects of wrapped classes are elements or members of a value.
inline bool hides_objects(type_description const& type) {
  return !object_class(type) && any_part(type, [](type_description const& part) {
    return part.form == type_description::kind::object;
  });
}

inline void find_owners(function_description const& function, signature_description& signature) {
  auto const& label = function.label;
  if (signature.result_ownership == ownership::borrowed)
    signature.borrowed_from =
        position_of(label, function, signature, signature.borrowed_from_name, "borrowed");
  auto const owner = signature.borrowed_from;
  if (owner != signature_description::receiver && !object_class(*signature.parameters[owner].type))
    throw describe_error(label + ": borrowed(" + quoted(signature.borrowed_from_name) + ") names no object");
  for (auto const& name : signature.kept_names) {
    auto const position = position_of(label, function, signature, name, "keeps");
    if (position != signature_description::receiver && hides_objects(*signature.parameters[position].type))
      throw describe_error(label + ": keeps(" + quoted(name) +
                           ") names objects inside of another value; only an argument itself can be kept");
    signature.kept.push_back(position);
  }
}

inline void check_signature(function_description const& function, signature_description& signature) {
  auto const& label = function.label;
  check_result(label, signature);
  auto const& parameters = signature.parameters;
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    auto const& name = parameters[i].name;
    if (!is_typescript_name(name))
      throw describe_error(label + ": " + quoted(name) + " can't name a parameter in TypeScript");
    if (parameters[i].default_value && parameters[i].default_literal.empty())
      throw describe_error(label + ": the default of " + quoted(name) +
                           " has no JavaScript form; give one with literal(\"...\") in its arg");
    for (std::size_t j = 0; j < i; ++j)
      if (parameters[j].name == name)
        throw describe_error(label + ": two parameters are named " + quoted(name));
  }
  find_owners(function, signature);
}

/// Overloads are chosen by the number of arguments, so no number may fit two of them.
inline void check_overloads(function_description const& function) {
  auto const& overloads = function.overloads;
  for (std::size_t i = 0; i < overloads.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      auto const count = std::max(overloads[i].required(), overloads[j].required());
      if (count <= std::min(overloads[i].parameters.size(), overloads[j].parameters.size()))
        throw describe_error("two overloads of " +
                             quoted(function.label.substr(0, function.label.find('('))) + " take " +
                             std::to_string(count) + (count == 1 ? " argument" : " arguments"));
    }
  }
}

inline void add_overloads(function_description& to, std::vector<signature_description>&& more) {
  std::move(more.begin(), more.end(), std::back_inserter(to.overloads));
  more.clear();
}

inline std::string kind_name(description::export_kind kind) {
  switch (kind) {
    case description::export_kind::function:
      return "a function";
    case description::export_kind::value:
      return "a value";
    case description::export_kind::class_type:
      break;
  }
  return "a class";
}

/// Puts the overloads of one name together: the first takes those of the others, which stay without any.
inline void merge_overloads(description& addon) {
  std::unordered_map<std::string_view, description::export_entry> seen;
  std::vector<description::export_entry> kept;
  for (auto const& entry : addon.exports) {
    auto const name = addon.name_of(entry);
    if (name.empty()) throw describe_error("an export has an empty name");
    auto const [found, is_new] = seen.emplace(name, entry);
    auto const& earlier = found->second;
    if (is_new)
      kept.push_back(entry);
    else if (entry.kind != earlier.kind)
      throw describe_error(kind_name(std::min(entry.kind, earlier.kind)) + " and " +
                           kind_name(std::max(entry.kind, earlier.kind)) + " are both exported as " +
                           quoted(name));
    else if (entry.kind != description::export_kind::function)
      throw describe_error((entry.kind == description::export_kind::value ? "two values are exported as "
                                                                          : "two classes are exported as ") +
                           quoted(name));
    else
      add_overloads(addon.functions[earlier.index], std::move(addon.functions[entry.index].overloads));
  }
  addon.exports = std::move(kept);
}

/// The finished form of what a block recorded. Throws describe_error with a sentence that names the fault.
inline description checked(description result) {
  merge_overloads(result);
  for (auto& function : result.functions) {
    function.label = label_of(result, function);
    for (auto& each : function.overloads) check_signature(function, each);
    check_overloads(function);
  }
  for (auto& value : result.values) check_result(value.name, value.source);
  check_classes(result);
  return result;
}

}  // namespace detail
}  // namespace tendon
