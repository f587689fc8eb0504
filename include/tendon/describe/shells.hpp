#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <unordered_map>
#include <utility>

#include "../base/text.hpp"
#include "description.hpp"
#include "stubs.hpp"
#include "wire_script.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// The shape of a shell: how many parameters it declares, and how many of them have no default (which is the
/// `length` of the function, as JavaScript counts it).
struct shell_shape {
  std::size_t length = 0;
  std::size_t parameters = 0;
};

inline shell_shape shape_of(function_description const& function) {
  shell_shape shape{function.overloads.front().required(), 0};
  for (auto const& each : function.overloads) {
    shape.length = std::min(shape.length, each.required());
    shape.parameters = std::max(shape.parameters, each.parameters.size());
  }
  return shape;
}

/// `a0, a1 = undefined`: what a function of that shape declares.
inline std::string declared_parameters(function_description const& function) {
  auto const shape = shape_of(function);
  std::string result;
  for (std::size_t i = 0; i < shape.parameters; ++i) {
    if (i > 0) result += ", ";
    (result += 'a') += std::to_string(i);
    if (i >= shape.length && function.kind != function_kind::setter) result += " = undefined";
  }
  return result;
}

/// Calls the native entry point with `this` and the arguments. The index of the function, the number of
/// arguments and the slot of the object are left in the header of the frame, since that costs less than
/// passing them.
inline std::string generic_body(function_description const& function, std::string const& index) {
  auto text = "  header[0] = " + index + ";\n  header[1] = arguments.length;\n";
  if (function.has_receiver()) text += "  header[2] = slot_of(this);\n";
  auto const constructs = function.kind == function_kind::constructor;
  text += constructs ? "  stamp(this, enter(this" : "  return enter(this";
  for (std::size_t i = 0; i < shape_of(function).parameters; ++i) (text += ", a") += std::to_string(i);
  return text += constructs ? "));\n" : ");\n";
}

/// Makes the functions of a script. Those whose text is the same but for name and index share a factory. A
/// shell is a method of an object literal: such functions have a `name` from a computed key and cannot be
/// constructed.
class shell_writer {
 public:
  explicit shell_writer(description const& addon) : addon_(addon), stubs_(wires_, addon) {}

  /// A JavaScript expression that makes the function of that index. Not for constructors.
  std::string made(std::size_t index) {
    auto const& function = addon_.functions[index];
    return factory(function) + "(" + quoted(function.name) + ", " + std::to_string(index) + ")";
  }

  /// The body of a constructor.
  std::string constructor_body(std::size_t index) {
    return body(addon_.functions[index], std::to_string(index));
  }

  /// The factories of all that was made, to stand before it.
  std::string text() const { return wires_.text() + factories_; }

 private:
  std::string body(function_description const& function, std::string const& index) {
    auto const fast =
        function.overloads.front().stub.exists ? stubs_.fast_body(function, index) : std::string();
    return fast + generic_body(function, index);
  }

  std::string factory(function_description const& function) {
    auto text =
        made_function(function, declared_parameters(function) + ") {\n" + body(function, "index") + "}");
    auto const [found, is_new] = names_.try_emplace(std::move(text));
    if (is_new) {
      found->second = "make_" + std::to_string(names_.size() - 1);
      factories_ += "const " + found->second + " = (name, index) => " + found->first + ";\n";
    }
    return found->second;
  }

  static std::string made_function(function_description const& function, std::string const& rest) {
    switch (function.kind) {
      case function_kind::getter:
        return "getOwnPropertyDescriptor({ get [name](" + rest + " }, name).get";
      case function_kind::setter:
        return "getOwnPropertyDescriptor({ set [name](" + rest + " }, name).set";
      default:
        return "({ [name](" + rest + " })[name]";
    }
  }

  description const& addon_;
  wire_script wires_;
  stub_writer stubs_;
  std::unordered_map<std::string, std::string> names_;
  std::string factories_;
};

}  // namespace detail
}  // namespace tendon
