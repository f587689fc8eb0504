#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "description.hpp"
#include "wire_script.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// Whether a stub of its own text serves a parameter; one with a default must be simple.
inline bool fits_stub(parameter_description const& parameter) {
  auto const& type = *parameter.type;
  return !parameter.default_value || !travels(type) || is_simple(type);
}

/// What the native side has room for.
inline constexpr std::size_t most_stub_parameters = 15;

/// Whether a fast body is worth having, and can say all that the signature asks for.
inline bool wants_stub(function_description const& function) {
  if (function.overloads.size() != 1 || function.kind == function_kind::dispose) return false;
  auto const& signature = function.overloads.front();
  auto const word = signature.result_ownership;
  if (!signature.kept.empty() || (word != ownership::automatic && word != ownership::copied)) return false;
  if (signature.parameters.size() > most_stub_parameters) return false;
  auto useful = signature.parameters.empty() || travels(*signature.result) || object_class(*signature.result);
  auto packs = false;
  auto refuses = function.kind == function_kind::constructor;
  for (auto const& each : signature.parameters) {
    if (!fits_stub(each)) return false;
    auto const wired = travels(*each.type);
    useful = useful || wired;
    packs = packs || (wired && !is_simple(*each.type));
    refuses = refuses || !wired || object_class(*each.type);
  }
  // What C++ refuses must be refused before a later argument runs JavaScript.
  return useful && !(packs && refuses);
}

/// Decides which functions get stubs. Without it there are none.
inline void plan_stubs(description& addon) {
  for (auto& function : addon.functions) {
    if (!wants_stub(function)) continue;
    auto& signature = function.overloads.front();
    signature.has_stub = true;
    signature.takes_values = signature.takes_this || function.kind == function_kind::constructor;
    for (auto const& each : signature.parameters) {
      if (travels(*each.type))
        signature.argument_cells += cell_count(*each.type) + (each.default_value ? 1 : 0);
      else
        signature.takes_values = true;
    }
    if (travels(*signature.result) && !object_class(*signature.result))
      signature.result_cells = cell_count(*signature.result);
  }
}

/// Writes the fast bodies: text that stands before the generic body of a shell, which runs when it does not
/// return. Arguments whose kinds are not the usual ones go on to the generic body, as they were read: no
/// property is read twice.
class stub_writer {
 public:
  stub_writer(wire_script& wires, description const& addon) : wires_(wires), addon_(addon) {}

  /// `index` is the JavaScript expression of the function's index.
  std::string fast_body(function_description const& function, std::string const& index) {
    auto const& signature = function.overloads.front();
    conditions_.clear();
    stores_.clear();
    packs_.clear();
    values_.clear();
    if (function.has_receiver()) conditions_ = "typeof this === 'object' && this !== null && #slot in this";
    std::size_t cell = 0;
    for (std::size_t i = 0; i < signature.parameters.size(); ++i) add(signature.parameters[i], i, cell);
    auto enters = entering(function, signature, index);
    if (packs_.empty())
      return "  if (" + (conditions_.empty() ? std::string("true") : conditions_) +
             ") {\n    const at = top;\n" + enters + "  }\n";
    return "  if (" + (conditions_.empty() ? std::string("true") : conditions_) +
           ") {\n    const at = top;\n    top = at + " + std::to_string(signature.argument_cells) +
           ";\n    try {\n" + packing(enters, signature.argument_cells) +
           "    } finally {\n      top = at;\n    }\n  }\n";
  }

 private:
  struct pack {
    std::size_t parameter;
    std::size_t cell;
    type_description const* type;
  };

  void add(parameter_description const& parameter, std::size_t index, std::size_t& cell) {
    auto const name = "a" + std::to_string(index);
    auto const& type = *parameter.type;
    if (!travels(type)) {
      // The generic tier tells of missing arguments.
      if (!parameter.optional()) require(name + " !== undefined");
      (values_ += ", ") += name;
    } else if (!is_simple(type)) {
      packs_.push_back({index, cell, &type});
      cell += cell_count(type);
    } else if (!parameter.default_value) {
      require(wires_.condition(type, name));
      stores_ += "    " + wires_.store(type, name, cell) + "\n";
      cell += cell_count(type);
    } else {
      require("(" + name + " === undefined || " + wires_.condition(type, name) + ")");
      stores_ += "    if ((" + cell_at(cell) + " = " + name + " === undefined ? 0 : 1) !== 0) { " +
                 wires_.store(type, name, cell + 1) + " }\n";
      cell += cell_count(type) + 1;
    }
  }

  void require(std::string const& condition) {
    if (!conditions_.empty()) conditions_ += " && ";
    conditions_ += condition;
  }

  std::string entering(function_description const& function, signature_description const& signature,
                       std::string const& index) {
    auto text = stores_ + "    header[0] = " + index + ";\n    header[1] = -1;\n";
    if (function.has_receiver()) text += "    header[2] = this.#slot;\n";
    text += "    header[6] = at;\n    const given = enter(";
    if (signature.takes_values) text += "this" + values_;
    return text + ");\n" + leaving(function, signature);
  }

  /// Outcomes: 0 in the frame, 1 declined, 2 returned, 3 the receiver.
  std::string leaving(function_description const& function, signature_description const& signature) {
    if (function.kind == function_kind::constructor)
      return "    if (header[5] !== 1) return void stamp(this, given);\n";
    auto const& result = *signature.result;
    if (auto const* const type = object_class(result)) {
      std::string text = "    if (header[5] === 0) return adopt(" + class_local(*type) +
                         ", given);\n    if (header[5] === 2) return given;\n";
      if (function.has_receiver()) text += "    if (header[5] === 3) return this;\n";
      return text;
    }
    if (signature.result_cells == 0) return "    if (header[5] !== 1) return given;\n";
    auto const tail = has_array(result)
                          ? "{ tail = at + " + std::to_string(signature.result_cells) + "; return "
                          : "return ";
    return std::string("    if (header[5] === 0) ") + tail + wires_.loaded(result, "at", 0) +
           (has_array(result) ? "; }\n" : ";\n") + "    if (header[5] === 2) return given;\n";
  }

  std::string class_local(type_description const& type) const {
    for (std::size_t i = 0; i < addon_.classes.size(); ++i)
      if (addon_.classes[i].type == &type) return "class_" + std::to_string(i);
    return "undefined";
  }

  /// Reads what can run JavaScript, one argument after the other, then enters.
  std::string packing(std::string const& enters, std::size_t argument_cells) {
    std::string text, closing;
    auto const tail = "    tail = at + " + std::to_string(argument_cells) + ";\n";
    std::string restored;
    for (auto const& each : packs_) {
      auto const name = "a" + std::to_string(each.parameter);
      auto const packed = "p" + std::to_string(each.parameter);
      text += "    const " + packed + " = " + wires_.packer(*each.type) + "(" + name + ", " +
              offset("at", each.cell) + ");\n    if (" + packed + " === packed) {\n";
      closing = "    } else {\n" + (restored.empty() ? restored : tail + restored) + "    " + name + " = " +
                packed + ";\n    }\n" + closing;
      restored += "    " + name + " = " + wires_.loaded(*each.type, "at", each.cell) + ";\n";
    }
    return text + enters + tail + restored + closing;
  }

  wire_script& wires_;
  description const& addon_;
  std::string conditions_;
  std::string stores_;
  std::string values_;
  std::vector<pack> packs_;
};

}  // namespace detail
}  // namespace tendon
