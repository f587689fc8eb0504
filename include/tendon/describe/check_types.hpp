#pragma once

#include "../base/text.hpp"
#include "description.hpp"
#include "modules.hpp"
#include "numbering.hpp"
#include "type_names.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// `a value`, as messages name a kind of exports.
inline char const* kind_name(description::export_kind kind) {
  switch (kind) {
    case description::export_kind::function:
      return "a function";
    case description::export_kind::value:
      return "a value";
    case description::export_kind::class_type:
      return "a class";
    case description::export_kind::enumeration:
      return "an enum";
    case description::export_kind::error_type:
      return "an error";
    case description::export_kind::submodule:
      break;
  }
  return "a submodule";
}

/// `values`: of kinds that have no overloads.
inline char const* kind_names(description::export_kind kind) {
  switch (kind) {
    case description::export_kind::value:
      return "values";
    case description::export_kind::class_type:
      return "classes";
    case description::export_kind::enumeration:
      return "enums";
    default:
      return "errors";
  }
}

/// Each enum is exported once.
[[gnu::cold]] inline void check_enums(description const& addon) {
  numbering types;
  for (auto const& each : addon.enums) {
    if (!is_interface_name(each.name))
      throw_describe_error("$1 can't name an enum in TypeScript", {in_quotes(each.name)});
    if (!types.add(*each.type).is_new)
      throw_describe_error("the enum $1 is exported twice", {in_quotes(each.type->cpp_name)});
  }
}

/// Finds what exported errors extend.
[[gnu::cold]] inline void check_errors(description& addon) {
  for (auto& each : addon.errors) {
    auto const name = in_quotes(each.name);
    if (!is_typescript_name(each.name)) throw_describe_error("$1 can't name a class in TypeScript", {name});
    for (auto const& other : addon.errors)
      if (&other != &each && other.id == each.id)
        throw_describe_error("$1 and $2 are the same C++ exception", {name, in_quotes(other.name)});
    for (std::size_t i = 0; each.base_id && i < addon.errors.size(); ++i)
      if (addon.errors[i].id == each.base_id) each.base = i;
    if (each.base_id && each.base == description::none)
      throw_describe_error("$1 extends an exception that is not exported; export it with export_error",
                           {name});
  }
}

/// Each struct is exported once, and under a name of its own.
[[gnu::cold]] inline void check_structs(description const& addon) {
  numbering types, names;
  for (auto const& each : addon.structs) {
    auto const name = in_quotes(each.name);
    auto const path = path_of(addon, each.module) + each.name;
    if (!is_interface_name(each.name))
      throw_describe_error("$1 can't name an interface in TypeScript", {name});
    if (!types.add(*each.type).is_new)
      throw_describe_error("the struct $1 is exported twice", {in_quotes(each.type->cpp_name)});
    if (!names.add(path).is_new) throw_describe_error("two structs are exported as $1", {name});
  }
  if (addon.structs.empty()) return;
  for (auto const& entry : addon.exports)
    if (auto const path = path_of(addon, entry); names.find(path) != numbering::none)
      throw_describe_error("$1 and a struct are both exported as $2",
                           {kind_name(entry.kind), in_quotes(path)});
}

}  // namespace detail
}  // namespace tendon
