#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../base/text.hpp"
#include "alternatives.hpp"
#include "check_classes.hpp"
#include "check_types.hpp"
#include "description.hpp"
#include "exported_structs.hpp"
#include "modules.hpp"
#include "numbering.hpp"
#include "overloads.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

inline void check_result(std::string const& whose, signature_description const& signature) {
  if (!signature.result_name.empty() && signature.result->form != type_description::kind::function)
    throw_describe_error("$1: returns(named(...)) needs a function as result", {whose});
  if (signature.nullable && signature.result->form != type_description::kind::pointer)
    throw_describe_error("$1: returns(nullable) needs a pointer as result", {whose});
}

/// Where the parameter of that name stands; the receiver has none.
inline std::size_t position_of(std::string const& label, function_description const& function,
                               signature_description const& signature, std::string const& name,
                               char const* word) {
  if (name.empty()) {
    if (function.has_receiver()) return signature_description::receiver;
    throw_describe_error("$1: $2 must name an argument: there is no object", {label, word});
  }
  for (std::size_t i = 0; i < signature.parameters.size(); ++i)
    if (signature.parameters[i].name == name) return i;
  throw_describe_error("$1: $2($3) names no argument", {label, word, in_quotes(name)});
}

/// Whether objects of wrapped classes are elements or members of a value.
inline bool hides_objects(type_description const& type) {
  return !object_class(type) && any_part(type, [](type_description const& part) {
    return part.form == type_description::kind::object;
  });
}

[[gnu::cold]] inline void find_owners(function_description const& function,
                                      signature_description& signature) {
  auto const& label = function.label;
  if (signature.result_ownership == ownership::borrowed)
    signature.borrowed_from =
        position_of(label, function, signature, signature.borrowed_from_name, "borrowed");
  auto const owner = signature.borrowed_from;
  if (owner != signature_description::receiver && !object_class(*signature.parameters[owner].type))
    throw_describe_error("$1: borrowed($2) names no object",
                         {label, in_quotes(signature.borrowed_from_name)});
  for (auto const& name : signature.kept_names) {
    auto const position = position_of(label, function, signature, name, "keeps");
    if (position != signature_description::receiver && hides_objects(*signature.parameters[position].type))
      throw_describe_error(
          "$1: keeps($2) names objects inside of another value; only an argument itself can be kept",
          {label, in_quotes(name)});
    signature.kept.push_back(position);
  }
}

[[gnu::cold]] inline void check_signature(function_description const& function,
                                          signature_description& signature) {
  auto const& label = function.label;
  check_result(label, signature);
  if (function.kind == function_kind::setter && signature.takes_rest())
    throw_describe_error("$1: a setter takes one value, so it can't have a rest parameter", {label});
  auto const& parameters = signature.parameters;
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    auto const& name = parameters[i].name;
    if (!is_typescript_name(name))
      throw_describe_error("$1: $2 can't name a parameter in TypeScript", {label, in_quotes(name)});
    if (parameters[i].default_value && parameters[i].default_literal.empty())
      throw_describe_error(
          "$1: the default of $2 has no JavaScript form; give one with literal(\"...\") in its arg",
          {label, in_quotes(name)});
    for (std::size_t j = 0; j < i; ++j)
      if (parameters[j].name == name)
        throw_describe_error("$1: two parameters are named $2", {label, in_quotes(name)});
  }
  find_owners(function, signature);
}

[[gnu::cold]] inline void add_overloads(function_description& to, std::vector<signature_description>&& more) {
  for (auto& each : more) to.overloads.push_back(std::move(each));
  more.clear();
}

/// Puts the overloads of one name together: the first takes those of the others, which stay without any.
[[gnu::cold]] inline void merge_overloads(description& addon) {
  numbering names;
  std::vector<description::export_entry> kept;  // one of each name
  for (auto const& entry : addon.exports) {
    auto const name = addon.name_of(entry);
    if (name.empty()) throw describe_error("an export has an empty name");
    auto const [number, is_new] = names.add(path_of(addon, entry));
    if (is_new) {
      kept.push_back(entry);
      continue;
    }
    auto const& earlier = kept[number];
    if (entry.kind != earlier.kind)
      throw_describe_error("$1 and $2 are both exported as $3",
                           {kind_name(std::min(entry.kind, earlier.kind)),
                            kind_name(std::max(entry.kind, earlier.kind)), in_quotes(name)});
    if (entry.kind != description::export_kind::function)
      throw_describe_error("two $1 are exported as $2", {kind_names(entry.kind), in_quotes(name)});
    add_overloads(addon.functions[earlier.index], std::move(addon.functions[entry.index].overloads));
  }
  addon.exports = std::move(kept);
}

/// The finished form of what a block recorded. Throws describe_error with a sentence that names the fault.
[[gnu::cold]] inline description checked(description&& result) {
  merge_overloads(result);
  check_modules(result);
  check_structs(result);
  check_enums(result);
  check_errors(result);
  exported_structs const structs(result.structs);
  alternatives_check alternatives(structs);
  for (auto& function : result.functions) {
    function.label = label_of(result, function);
    for (auto& each : function.overloads) {
      check_signature(function, each);
      alternatives.look_at(function.label, each);
    }
  }
  for (auto& value : result.values) check_result(value.name, value.source);
  check_classes(result);
  check_overloads(result, structs);
  return result;
}

}  // namespace detail
}  // namespace tendon
