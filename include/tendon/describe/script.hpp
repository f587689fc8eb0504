#pragma once

#include <string>

#include "../base/text.hpp"
#include "class_script.hpp"
#include "collection_script.hpp"
#include "description.hpp"
#include "error_script.hpp"
#include "shells.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// Function indexes below zero ask the native entry point for something other than an export.
inline constexpr int typings_index = -1;

/// The object that has the exports of a submodule, or of the addon itself.
inline std::string object_of(std::size_t module) {
  return module == description::none ? std::string("target") : composed("modules[$1]", {module});
}

/// Defines the exported functions from `first` on, as far as their indexes follow one another, in one
/// statement: engines take long over many.
[[gnu::cold]] inline std::size_t define_functions(std::string& text, shell_writer& shells,
                                                  description const& addon, std::size_t first) {
  std::string names, makers;
  auto const [kind, index, module] = addon.exports[first];
  auto end = first;
  for (; end < addon.exports.size(); ++end) {
    auto const& entry = addon.exports[end];
    if (entry.kind != kind || entry.module != module || entry.index != index + (end - first)) break;
    auto const& function = addon.functions[entry.index];
    append(names, end > first ? ", $1" : "$1", {in_quotes(function.name)});
    append(makers, end > first ? ", $1" : "$1", {shells.factory(function)});
  }
  append(text, "define_functions($1, [$2], [$3], $4);\n", {object_of(module), names, makers, index});
  return end;
}

[[gnu::cold]] inline std::string enum_text(enum_description const& exported) {
  std::string members;
  for (auto const& each : exported.enumerators)
    append(members, members.empty() ? "[$1]: $2" : ", [$1]: $2", {in_quotes(each.name), each.literal});
  return composed("freeze({ $1 })", {members});
}

/// An export that is no function, as a JavaScript expression.
[[gnu::cold]] inline std::string exported_text(description const& addon,
                                               description::export_entry const& entry) {
  switch (entry.kind) {
    case description::export_kind::value:
      return composed("values[$1]", {entry.index});
    case description::export_kind::enumeration:
      return enum_text(addon.enums[entry.index]);
    case description::export_kind::error_type:
      return composed("errors[$1]", {entry.index});
    case description::export_kind::submodule:
      return object_of(entry.index);
    default:
      return composed("class_$1", {entry.index});
  }
}

[[gnu::cold]] inline std::string definitions(shell_writer& shells, description const& addon) {
  std::string text;
  for (std::size_t i = 0; i < addon.exports.size();) {
    auto const& entry = addon.exports[i];
    if (entry.kind == description::export_kind::function) {
      i = define_functions(text, shells, addon, i);
      continue;
    }
    append(text, "define($1, $2, $3);\n",
           {object_of(entry.module), in_quotes(addon.name_of(entry)), exported_text(addon, entry)});
    ++i;
  }
  return text;
}

/// To set a property costs a tenth of defining it, and means the same where nothing of its name is inherited.
[[gnu::cold]] inline std::string exports_text(shell_writer& shells, description const& addon) {
  auto text = composed(
      "const finish = (values) => {\n"
      "$1const target = $2;\n"
      "const define = (to, name, value) => {\n"
      "  if (name in to) defineProperty(to, name,\n"
      "    { __proto__: null, value, writable: true, enumerable: true, configurable: true });\n"
      "  else to[name] = value;\n"
      "};\n"
      "const define_functions = (to, names, functions, index) => {\n"
      "  for (let i = 0; i < names.length; i++)\n"
      "    define(to, names[i], makers[functions[i]](names[i], index + i));\n"
      "};\n",
      {class_constants(addon),
       addon.assignment == description::none ? "exports" : shells.made(addon.assignment)});
  std::string modules;
  for (std::size_t i = 0; i < addon.modules.size(); ++i) modules += i > 0 ? ", {}" : "{}";
  append(text, "const modules = [$1];\n", {modules});
  text += definitions(shells, addon);
  append(text,
         "defineProperty(target, Symbol.for('tendon.typings'),\n"
         "  { __proto__: null, get() { header[0] = -$1; return enter(); }, configurable: true });\n"
         "return target;\n"
         "};\n",
         {static_cast<std::size_t>(-typings_index)});
  return text;
}

/// The JavaScript text that makes every exported function and class of an addon. It evaluates to a function
/// that is called once per environment (the parentheses make V8 compile it at once, instead of parsing it
/// twice) with
///   enter, enter_cells, enter_values, enter_bound  the native entry points; see glue/entry.hpp
///   header   an Int32Array over the header of the frame
///   cells    a Float64Array over the rest of it
///   integers an Int32Array over the same
///   exports  the object to fill
/// and gives what script_functions (env/script_functions.hpp) lists. Names appear in it as string literals
/// only. Everything that touches a private field stands inside the class that has it.
[[gnu::cold]] inline std::string write_script(description const& addon) {
  std::string text =
      "((enter, enter_cells, enter_values, enter_bound, header, cells, integers, exports) => {\n"
      "'use strict';\n"
      "const { defineProperty, freeze, getOwnPropertyDescriptor, getPrototypeOf: get_prototype_of, hasOwn: "
      "has_own,\n"
      "  prototype: object_prototype } = Object;\n"
      "const { prototype: function_prototype } = Function;\n"
      "const { bind, call } = function_prototype;\n"
      "const { apply, construct, ownKeys: own_keys } = Reflect;\n"
      "const array = Array;\n"
      "const { isArray: is_array, from, prototype: array_prototype } = array;\n"
      "const wrap = (native, name, length) => defineProperty(\n"
      "  ({ [name](...args) { return apply(native, this, args); } })[name],\n"
      "  'length', { __proto__: null, value: length, configurable: true });\n";
  // What is bound is `call`, which can't be constructed, so that the result can't be either.
  text +=
      "const bound = (name, index, length) => {\n"
      "  const result = bind.call(call, enter_bound, undefined, index);\n"
      "  defineProperty(result, 'name', { __proto__: null, value: name });\n"
      "  return defineProperty(result, 'length', { __proto__: null, value: length });\n"
      "};\n";
  // A revoked Proxy is no array, and nothing to throw for.
  text +=
      "const is_list = (value) => {\n"
      "  try {\n"
      "    return is_array(value);\n"
      "  } catch {\n"
      "    return false;\n"
      "  }\n"
      "};\n";
  text += blank_arrays();
  text += collection_script;
  text += errors_text(addon);
  auto const has_classes = !addon.classes.empty();
  if (has_classes) (text += "let made;\n").append(brand_opening).append(class_helpers);
  shell_writer shells(addon);
  std::string made;
  if (has_classes) made += classes_text(shells, addon);
  made += exports_text(shells, addon);
  // The first cell that no running stub has arguments in.
  append(text, "let top = $1;\n", {unstacked_cells});
  text += shells.text();
  text += made;
  text += has_classes
              ? "made = [finish, wrap, blank_values, is_list, collections, make_error, slot_of, hold, "
                "adopt_of, find_override, is_extended];\n}\n}\nreturn made;\n"
              : "return [finish, wrap, blank_values, is_list, collections, make_error];\n";
  text += "})\n//# sourceURL=tendon:";
  for (char const each : addon.name) text += is_identifier_character(each) ? each : '_';
  return text += "\n";
}

}  // namespace detail
}  // namespace tendon
