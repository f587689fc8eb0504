#pragma once

#include <algorithm>
#include <set>
#include <string>

#include "../base/text.hpp"
#include "description.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// Function indexes below zero ask the native entry point for something other than an export.
inline constexpr int typings_index = -1;

/// The shape of a shell: how many parameters it declares, and how many of them have no default. The second is
/// the `length` of the function, as JavaScript counts it.
struct shell_shape {
  std::size_t length;
  std::size_t parameters;
  auto operator<=>(shell_shape const&) const = default;

  std::string name() const { return "shell_" + std::to_string(length) + "_" + std::to_string(parameters); }
};

inline shell_shape shape_of(function_description const& function) {
  shell_shape shape{function.overloads.front().required(), 0};
  for (auto const& each : function.overloads) {
    shape.length = std::min(shape.length, each.required());
    shape.parameters = std::max(shape.parameters, each.parameters.size());
  }
  return shape;
}

/// A factory of shells. A shell is a method of an object literal: such functions have a `name` from a
/// computed key and cannot be constructed. It leaves the function index and the number of arguments in the
/// header of the frame, since that costs less than passing them, and passes `this` and the arguments on.
inline std::string shell_factory(shell_shape const& shape) {
  std::string declared, passed;
  for (std::size_t i = 0; i < shape.parameters; ++i) {
    auto const name = "a" + std::to_string(i);
    declared += (i > 0 ? ", " : "") + name + (i < shape.length ? "" : " = undefined");
    passed += ", " + name;
  }
  return "const " + shape.name() + " = (name, index) => ({ [name](" + declared +
         ") {\n"
         "  header[0] = index;\n"
         "  header[1] = arguments.length;\n"
         "  return enter(this" +
         passed + ");\n} })[name];\n";
}

inline std::string made_shell(function_description const& function, std::size_t index) {
  return shape_of(function).name() + "(" + quoted(function.name) + ", " + std::to_string(index) + ")";
}

/// The JavaScript text that makes every exported function of an addon. It evaluates to a function that is
/// called once per environment (the parentheses make V8 compile it at once, instead of parsing it twice) with
///   enter    the native entry point
///   header   an Int32Array over the header of the frame
///   exports  the object to fill
///   values   the constant exports
/// and gives `[module.exports, wrap]`, where `wrap(native, name, length)` makes a shell around a native
/// function. Names appear in it as string literals only.
inline std::string write_script(description const& addon) {
  std::string text =
      "((enter, header, exports, values) => {\n"
      "'use strict';\n"
      "const { defineProperty } = Object;\n"
      "const { apply } = Reflect;\n"
      "const wrap = (native, name, length) => defineProperty(\n"
      "  ({ [name](...args) { return apply(native, this, args); } })[name],\n"
      "  'length', { __proto__: null, value: length, configurable: true });\n";
  std::set<shell_shape> shapes{{0, 0}};
  for (auto const& function : addon.functions) shapes.insert(shape_of(function));
  for (auto const& shape : shapes) text += shell_factory(shape);
  text += "const target = ";
  text += addon.assignment == description::none
              ? "exports"
              : made_shell(addon.functions[addon.assignment], addon.assignment);
  text +=
      ";\n"
      "const define = (name, value) => defineProperty(target, name,\n"
      "  { __proto__: null, value, writable: true, enumerable: true, configurable: true });\n";
  for (auto const& entry : addon.exports) {
    auto const& name = addon.name_of(entry);
    auto const value = entry.kind == description::export_kind::function
                           ? made_shell(addon.functions[entry.index], entry.index)
                           : "values[" + std::to_string(entry.index) + "]";
    text += "define(" + quoted(name) + ", " + value + ");\n";
  }
  text +=
      "defineProperty(target, Symbol.for('tendon.typings'),\n"
      "  { __proto__: null, get: shell_0_0('typings', " +
      std::to_string(typings_index) +
      "), configurable: true });\n"
      "return [target, wrap];\n"
      "})\n"
      "//# sourceURL=tendon:";
  for (char const each : addon.name) text += is_identifier_character(each) ? each : '_';
  return text += "\n";
}

}  // namespace detail
}  // namespace tendon
