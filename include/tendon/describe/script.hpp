#pragma once

#include <string>

#include "../base/text.hpp"
#include "class_script.hpp"
#include "description.hpp"
#include "shells.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// Function indexes below zero ask the native entry point for something other than an export.
inline constexpr int typings_index = -1;

inline std::string exports_text(description const& addon) {
  std::string text = "const target = ";
  text += addon.assignment == description::none
              ? "exports"
              : made_shell(addon.functions[addon.assignment], addon.assignment);
  text +=
      ";\n"
      "const define = (name, value) => defineProperty(target, name,\n"
      "  { __proto__: null, value, writable: true, enumerable: true, configurable: true });\n";
  for (auto const& entry : addon.exports) {
    text += "define(" + quoted(addon.name_of(entry)) + ", ";
    switch (entry.kind) {
      case description::export_kind::function:
        text += made_shell(addon.functions[entry.index], entry.index);
        break;
      case description::export_kind::value:
        text += "values[" + std::to_string(entry.index) + "]";
        break;
      case description::export_kind::class_type:
        text += "class_" + std::to_string(entry.index);
        break;
    }
    text += ");\n";
  }
  return text += "defineProperty(target, Symbol.for('tendon.typings'),\n"
                 "  { __proto__: null, get: shell_0_0('typings', " +
                 std::to_string(typings_index) + "), configurable: true });\n";
}

/// The JavaScript text that makes every exported function and class of an addon. It evaluates to a function that
/// is called once per environment (the parentheses make V8 compile it at once, instead of parsing it twice)
/// with
///   enter    the native entry point
///   header   an Int32Array over the header of the frame
///   exports  the object to fill
///   values   the constants
/// and gives what script_functions (env/script_functions.hpp) lists. Names appear in it as string literals
/// only. Everything that touches a private field stands inside the class that has it.
inline std::string write_script(description const& addon) {
  std::string text =
      "((enter, header, exports, values) => {\n"
      "'use strict';\n"
      "const { defineProperty, getOwnPropertyDescriptor } = Object;\n"
      "const { apply, construct } = Reflect;\n"
      "const wrap = (native, name, length) => defineProperty(\n"
      "  ({ [name](...args) { return apply(native, this, args); } })[name],\n"
      "  'length', { __proto__: null, value: length, configurable: true });\n";
  auto const has_classes = !addon.classes.empty();
  if (has_classes) (text += "let made;\n").append(brand_opening).append(class_helpers);
  text += shell_factories(addon);
  if (has_classes) text += classes_text(addon);
  text += exports_text(addon);
  text += has_classes ? "made = [target, wrap, slot_of, hold, adopt, classes];\n}\n}\nreturn made;\n" : "return [target, wrap];\n";
  text += "})\n//# sourceURL=tendon:";
  for (char const each : addon.name) text += is_identifier_character(each) ? each : '_';
  return text += "\n";
}

}  // namespace detail
}  // namespace tendon
