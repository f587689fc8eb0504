#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "../base/text.hpp"
#include "description.hpp"
#include "numbering.hpp"
#include "stubs.hpp"
#include "wire_script.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// The shape of a shell: how many parameters it declares, and how many of them have no default (which is the
/// `length` of the function, as JavaScript counts it).
struct shell_shape {
  std::size_t length = 0;
  std::size_t parameters = 0;
  bool takes_rest = false;  ///< the last one, behind the parameters of all overloads
};

inline shell_shape shape_of(function_description const& function) {
  if (function.overloads.empty()) return {};
  shell_shape shape{function.overloads.front().required()};
  for (auto const& each : function.overloads) {
    auto const own = each.parameters.size();
    shape.length = std::min(shape.length, each.required());
    shape.parameters = std::max(shape.parameters, each.takes_rest() ? own - 1 : own);
    shape.takes_rest = shape.takes_rest || each.takes_rest();
  }
  if (shape.takes_rest) ++shape.parameters;
  return shape;
}

/// `a0, a1 = undefined, ...a2`: what a function of that shape declares.
inline std::string declared_parameters(function_description const& function) {
  auto const shape = shape_of(function);
  std::string result;
  for (std::size_t i = 0; i < shape.parameters; ++i) {
    if (i > 0) result += ", ";
    auto const is_rest = shape.takes_rest && i + 1 == shape.parameters;
    auto const is_optional = i >= shape.length && function.kind != function_kind::setter;
    append(result, is_rest ? "...a$1" : is_optional ? "a$1 = undefined" : "a$1", {i});
  }
  return result;
}

/// Calls the native entry point with `this` and the arguments. The index of the function, the number of
/// arguments and the slot of the object are left in the header of the frame, since that costs less than
/// passing them.
inline std::string generic_body(function_description const& function, piece index) {
  auto text = composed("  header[0] = $1;\n  header[1] = arguments.length;\n", {index});
  if (function.has_receiver()) text += "  header[2] = slot_of(this);\n";
  auto const constructs = function.kind == function_kind::constructor;
  text += constructs ? "  stamp(this, enter(this" : "  return enter(this";
  for (std::size_t i = 0; i < shape_of(function).parameters; ++i) append(text, ", a$1", {i});
  return text += constructs ? "));\n" : ");\n";
}

/// Makes the functions of a script. Those whose text is the same but for name and index share a factory. A
/// shell is a method of an object literal: such functions have a `name` from a computed key and cannot be
/// constructed.
class shell_writer {
 public:
  explicit shell_writer(description const& addon) : addon_(addon), stubs_(wires_, addon) {}

  /// A JavaScript expression that makes the function of that index. Not for constructors.
  [[gnu::cold]] std::string made(std::size_t index) {
    auto const& function = addon_.functions[index];
    return composed("make_$1($2, $3)", {factory(function), in_quotes(function.name), index});
  }

  /// The body of a constructor.
  std::string constructor_body(std::size_t index) { return body(addon_.functions[index], index); }

  /// The place in `makers` of what makes a function.
  std::size_t factory(function_description const& function) {
    auto const signature = signatures_.add(key_of(function));
    if (signature.is_new) factories_.push_back(new_factory(function));
    return factories_[signature.number];
  }

  /// The factories of all that was made, to stand before it.
  std::string text() const { return composed("$1$2const makers = [$3];\n", {wires_.text(), text_, makers_}); }

 private:
  /// All that the text of a function follows from, but for name and index: to write it takes longer.
  static std::string key_of(function_description const& function) {
    std::string key;
    auto const add = [&key](auto const& part) {
      key.append(reinterpret_cast<char const*>(&part), sizeof part);
    };
    add(function.kind);
    add(function.is_bound);
    for (auto const& each : function.overloads) {
      add(each.result);
      add(each.stub.exists);
      add(each.stub.is_lean);
      add(each.stub.takes_receiver);
      add(each.stub.takes_values);
      add(each.stub.takes_texts);
      add(each.stub.gives_texts);
      add(each.stub.stacks_cells);
      add(each.parameters.size());
      for (auto const& parameter : each.parameters) {
        add(parameter.type);
        add(parameter.default_value != nullptr);
      }
    }
    return key;
  }

  std::size_t new_factory(function_description const& function) {
    auto const text = function.is_bound ? composed("bound(name, index, $1)", {shape_of(function).length})
                                        : composed(pattern_of(function.kind),
                                                   {declared_parameters(function), body(function, "index")});
    auto const [number, is_new] = texts_.add(text);
    if (is_new) {
      append(text_, "const make_$1 = (name, index) => $2;\n", {number, text});
      append(makers_, number > 0 ? ", make_$1" : "make_$1", {number});
    }
    return number;
  }

  std::string body(function_description const& function, piece index) {
    auto const fast =
        function.overloads.front().stub.exists ? stubs_.fast_body(function, index) : std::string();
    return fast + generic_body(function, index);
  }

  /// Objects without prototype take any name without a hidden class of their own for it.
  static char const* pattern_of(function_kind kind) {
    switch (kind) {
      case function_kind::getter:
        return "getOwnPropertyDescriptor({ __proto__: null, get [name]($1) {\n$2} }, name).get";
      case function_kind::setter:
        return "getOwnPropertyDescriptor({ __proto__: null, set [name]($1) {\n$2} }, name).set";
      default:
        return "({ __proto__: null, [name]($1) {\n$2} })[name]";
    }
  }

  description const& addon_;
  wire_script wires_;
  stub_writer stubs_;
  numbering signatures_;                ///< by `key_of`
  std::vector<std::size_t> factories_;  ///< of those
  numbering texts_;                     ///< of the factories
  std::string text_;
  std::string makers_;
};

}  // namespace detail
}  // namespace tendon
