#pragma once

#include <cstddef>
#include <string>

#include "../base/text.hpp"
#include "description.hpp"
#include "numbering.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// What stands before a name of a submodule: `math.` or `math.linear.`; nothing for the addon itself.
[[gnu::cold]] inline std::string path_of(description const& addon, std::size_t module) {
  if (module == description::none) return {};
  auto const& each = addon.modules[module];
  return composed("$1$2.", {path_of(addon, each.parent), each.name});
}

/// The name of an export, behind its submodule.
[[gnu::cold]] inline std::string path_of(description const& addon, description::export_entry const& entry) {
  return path_of(addon, entry.module).append(addon.name_of(entry));
}

/// Which submodule has an exported class, enum or error.
[[gnu::cold]] inline std::size_t module_of(description const& addon, description::export_kind kind,
                                           std::size_t index) {
  for (auto const& entry : addon.exports)
    if (entry.kind == kind && entry.index == index) return entry.module;
  return description::none;
}

/// Whether declarations refer to an export by its name.
inline bool is_named_type(description::export_kind kind) {
  return kind != description::export_kind::function && kind != description::export_kind::value;
}

/// A name inside of a submodule hides the same name outside of it, which declarations in it could not refer
/// to.
[[gnu::cold]] inline void check_modules(description const& addon) {
  if (addon.modules.empty()) return;
  numbering names;
  for (auto const& entry : addon.exports)
    if (is_named_type(entry.kind)) names.add(path_of(addon, entry));
  for (auto const& each : addon.structs) names.add(path_of(addon, each.module) + each.name);
  auto const refuse_hidden = [&](std::size_t module, std::string_view name) {
    while (module != description::none) {
      module = addon.modules[module].parent;
      if (names.find(path_of(addon, module).append(name)) != numbering::none)
        throw_describe_error("$1 in a submodule hides a type or submodule of that name outside of it",
                             {in_quotes(name)});
    }
  };
  for (auto const& entry : addon.exports)
    if (is_named_type(entry.kind)) refuse_hidden(entry.module, addon.name_of(entry));
  for (auto const& each : addon.structs) refuse_hidden(each.module, each.name);
  for (auto const& each : addon.modules)
    if (!is_typescript_name(each.name))
      throw_describe_error("$1 can't name a submodule in TypeScript", {in_quotes(each.name)});
}

}  // namespace detail
}  // namespace tendon
