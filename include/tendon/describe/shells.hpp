#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "../base/text.hpp"
#include "description.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// The shape of a shell: how many parameters it declares, how many of them have no default (which is the
/// `length` of the function, as JavaScript counts it), and whether it is called on an object.
struct shell_shape {
  std::size_t length;
  std::size_t parameters;
  bool has_receiver = false;

  bool operator==(shell_shape const&) const = default;

  std::string name() const {
    return (has_receiver ? "method_" : "shell_") + std::to_string(length) + "_" + std::to_string(parameters);
  }
};

inline shell_shape shape_of(function_description const& function) {
  shell_shape shape{function.overloads.front().required(), 0, function.has_receiver()};
  for (auto const& each : function.overloads) {
    shape.length = std::min(shape.length, each.required());
    shape.parameters = std::max(shape.parameters, each.parameters.size());
  }
  return shape;
}

/// Whether the script makes a shell for it by a factory of its shape.
inline bool has_shell(function_description const& function) {
  return !function.overloads.empty() &&
         (function.kind == function_kind::function || function.kind == function_kind::method ||
          function.kind == function_kind::static_method || function.kind == function_kind::dispose);
}

/// `a0, a1 = undefined`: what a function of that shape declares.
inline std::string declared_parameters(shell_shape const& shape) {
  std::string result;
  for (std::size_t i = 0; i < shape.parameters; ++i) {
    if (i > 0) result += ", ";
    (result += 'a') += std::to_string(i);
    if (i >= shape.length) result += " = undefined";
  }
  return result;
}

/// The index of the function and the number of arguments are left in the header of the frame, since that costs
/// less than passing them; so is the slot of the object.
inline std::string header_stores(shell_shape const& shape, std::string const& index) {
  auto result = "  header[0] = " + index + ";\n  header[1] = arguments.length;\n";
  if (shape.has_receiver) result += "  header[2] = slot_of(this);\n";
  return result;
}

/// Calls the native entry point with `this` and the arguments.
inline std::string entry_call(shell_shape const& shape) {
  std::string result = "enter(this";
  for (std::size_t i = 0; i < shape.parameters; ++i) (result += ", a") += std::to_string(i);
  return result += ")";
}

/// A factory of shells. A shell is a method of an object literal: such functions have a `name` from a
/// computed key and cannot be constructed.
inline std::string shell_factory(shell_shape const& shape) {
  return "const " + shape.name() + " = (name, index) => ({ [name](" + declared_parameters(shape) + ") {\n" +
         header_stores(shape, "index") + "  return " + entry_call(shape) + ";\n} })[name];\n";
}

inline std::string shell_factories(description const& addon) {
  std::vector<shell_shape> written{{0, 0, false}};
  for (auto const& function : addon.functions) {
    if (!has_shell(function)) continue;
    auto const shape = shape_of(function);
    if (std::find(written.begin(), written.end(), shape) == written.end()) written.push_back(shape);
  }
  std::string result;
  for (auto const& each : written) result += shell_factory(each);
  return result;
}

inline std::string made_shell(function_description const& function, std::size_t index) {
  return shape_of(function).name() + "(" + quoted(function.name) + ", " + std::to_string(index) + ")";
}

}  // namespace detail
}  // namespace tendon
