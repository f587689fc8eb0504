#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "description.hpp"
#include "exported_structs.hpp"
#include "hierarchy.hpp"
#include "wire_script.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// What the native side has room for.
inline constexpr std::size_t most_stub_parameters = 15;
inline constexpr std::size_t most_result_cells = 32;
/// Calls that no other call can come between have their cells at the start of the frame.
inline constexpr std::size_t unstacked_cells = 64;
/// A struct with more members is read by a function of its own, not into local variables.
inline constexpr std::size_t most_flat_members = 24;

/// Whether a stub of its own text serves a parameter; one with a default must be simple.
inline bool fits_stub(parameter_description const& parameter) {
  auto const& type = *parameter.type;
  return !parameter.default_value || !travels(type) || is_simple(type);
}

/// Whether reading a value of this type by Node-API can run JavaScript, as far as can be told.
[[gnu::cold]] inline bool can_run_js(type_description const& type) {
  return !travels(type) && type.form != type_description::kind::function && type.ts_in != "string";
}

inline bool is_read_into_locals(type_description const& type) {
  auto const count = flat_count(type);
  return count > 0 && count <= most_flat_members;
}

/// Whether `undefined` has another meaning somewhere in the type than it has for the type alone, which is all
/// that packers know: an optional member keeps its initializer. Others that are absent are left to the
/// generic tier anyway.
[[gnu::cold]] inline bool redefines_undefined(exported_structs const& structs, type_description const& type,
                                              type_trail const* outer = nullptr) {
  if (structs.empty() || (outer && outer->has(&type))) return false;
  type_trail const here{&type, outer};
  auto const* const exported = structs.find(type);
  for (std::size_t i = 0; i < type.members.size(); ++i) {
    auto const& member = *type.members[i].type;
    if (exported && exported->members[i].may_be_absent && member.optional) return true;
    if (redefines_undefined(structs, member, &here)) return true;
  }
  for (auto const* part : type.parts)
    if (redefines_undefined(structs, *part, &here)) return true;
  return false;
}

/// Whether the result is a part of the object that a member is called on.
inline bool borrows_from_receiver(function_description const& function,
                                  signature_description const& signature) {
  return signature.result_ownership == ownership::borrowed && function.has_receiver() &&
         signature.borrowed_from == signature_description::receiver;
}

/// Whether a fast body can say all that the signature asks for.
[[gnu::cold]] inline bool wants_stub(exported_structs const& structs, function_description const& function) {
  if (function.overloads.size() != 1 || function.kind == function_kind::dispose) return false;
  auto const& signature = function.overloads.front();
  auto const word = signature.result_ownership;
  if (!signature.kept.empty()) return false;
  if (word != ownership::automatic && word != ownership::copied &&
      !borrows_from_receiver(function, signature))
    return false;
  if (signature.parameters.size() > most_stub_parameters) return false;
  if (travels(*signature.result) && cell_count(*signature.result) > most_result_cells) return false;
  auto takes_objects = false;
  auto runs_js = false;
  auto refuses = function.kind == function_kind::constructor;
  for (auto const& each : signature.parameters) {
    if (!fits_stub(each) || redefines_undefined(structs, *each.type)) return false;
    auto const wired = travels(*each.type);
    // What C++ refuses must be refused before a later argument runs JavaScript.
    if (wired && !is_simple(*each.type) && refuses) return false;
    refuses = refuses || !wired || each.type->refuses || object_class(*each.type);
    takes_objects = takes_objects || object_class(*each.type);
    runs_js = runs_js || can_run_js(*each.type);
  }
  // Objects that came through the frame are looked up before such an argument is read.
  return !(runs_js && takes_objects);
}

inline stub_plan plan_stub(function_description const& function) {
  auto const& signature = function.overloads.front();
  stub_plan plan;
  plan.exists = true;
  plan.takes_receiver = borrows_from_receiver(function, signature);
  plan.takes_values =
      plan.takes_receiver || signature.takes_this || function.kind == function_kind::constructor;
  for (auto const& each : signature.parameters) {
    auto const& type = *each.type;
    if (!travels(type)) {
      plan.takes_values = true;
      continue;
    }
    plan.takes_texts = plan.takes_texts || has_text(type);
    plan.argument_cells += cell_count(type) + (each.default_value ? 1 : 0);
    if (!is_simple(type) && !is_read_into_locals(type)) plan.stacks_cells = true;
  }
  if (travels(*signature.result) && !object_class(*signature.result)) {
    plan.result_cells = cell_count(*signature.result);
    plan.gives_texts = has_text(*signature.result);
    if (has_array(*signature.result)) plan.stacks_cells = true;
  }
  if (plan.argument_cells > unstacked_cells) plan.stacks_cells = true;
  plan.takes_values = plan.takes_values || plan.takes_texts;
  plan.is_lean =
      signature.invoke_lean && !plan.stacks_cells && signature.result_ownership != ownership::copied;
  return plan;
}

/// Decides which functions get stubs. Without it there are none.
[[gnu::cold]] inline void plan_stubs(description& addon) {
  exported_structs const structs(addon.structs);
  for (auto& function : addon.functions)
    if (wants_stub(structs, function)) function.overloads.front().stub = plan_stub(function);
}

/// Decides which functions are the native entry point, bound to their index, when none has a fast body: what
/// is interpreted takes twice as long with a shell. Not what needs `this`, or a rest parameter as an array.
[[gnu::cold]] inline void plan_bound_functions(description& addon) {
  for (auto& function : addon.functions) {
    auto const is_free =
        function.kind == function_kind::function || function.kind == function_kind::static_method;
    function.is_bound =
        is_free && std::none_of(function.overloads.begin(), function.overloads.end(),
                                [](auto const& each) { return each.takes_this || each.takes_rest(); });
  }
}

/// Writes the fast bodies: text that stands before the generic body of a shell, which runs when it does not
/// return. Arguments whose kinds are not the usual ones go on to the generic body, as they were read: no
/// property is read twice.
class stub_writer {
 public:
  stub_writer(wire_script& wires, description const& addon) : wires_(wires), addon_(addon) {}

  /// `index` is the JavaScript expression of the function's index.
  [[gnu::cold]] std::string fast_body(function_description const& function, piece index) {
    auto const& signature = function.overloads.front();
    plan_ = &signature.stub;
    at_ = plan_->stacks_cells ? "at" : "";
    conditions_.clear();
    readings_.clear();
    stores_.clear();
    packs_.clear();
    values_.clear();
    if (plan_->is_lean && plan_->takes_receiver) pass("this");
    if (plan_->takes_texts) pass("texts");
    locals_.clear();
    resumes_.clear();
    if (function.has_receiver()) require("typeof this === 'object' && this !== null && #slot in this");
    std::size_t cell = 0;
    for (std::size_t i = 0; i < signature.parameters.size(); ++i) add(signature.parameters[i], i, cell);
    // Missing arguments are refused before anything is read.
    if (!(readings_.empty() && packs_.empty()) && signature.required() > 1)
      require("arguments.length >= " + std::to_string(signature.required()));
    auto body = entering(function, signature, index);
    // Texts are gathered in a variable of this call, or in that of the packers.
    if (!packs_.empty())
      body =
          composed(plan_->takes_texts
                       ? "    const outer = texts;\n    texts = '';\n    top = at + $1;\n    try {\n$2    } "
                         "finally {\n      top = at;\n      texts = outer;\n    }\n"
                       : "    top = at + $1;\n    try {\n$2    } finally {\n      top = at;\n    }\n",
                   {plan_->argument_cells, packing(body)});
    else if (plan_->takes_texts)
      body.insert(0, "    let texts = '';\n");
    // Simple arguments are looked at before anything is read.
    for (auto const& reading : readings_) require(reading);
    return composed("$1  if ($2) {\n$3$4  }\n$5",
                    {locals_, conditions_.empty() ? "true" : conditions_,
                     plan_->stacks_cells ? "    const at = top;\n" : "", body, resumes_});
  }

 private:
  struct pack {
    std::size_t parameter;
    std::size_t cell;
    type_description const* type;
  };

  void add(parameter_description const& parameter, std::size_t index, std::size_t& cell) {
    auto const name = composed("a$1", {index});
    auto const& type = *parameter.type;
    if (!travels(type)) {
      // The generic tier tells of missing arguments.
      if (!parameter.optional()) require(composed("$1 !== undefined", {name}));
      pass(name);
    } else if (is_simple(type)) {
      add_simple(parameter, name, cell);
    } else if (!plan_->stacks_cells && is_read_into_locals(type)) {
      add_flat(type, index, name, cell);
    } else {
      packs_.push_back({index, cell, &type});
      cell += cell_count(type);
    }
  }

  [[gnu::cold]] void add_simple(parameter_description const& parameter, std::string const& name,
                                std::size_t& cell) {
    auto const& type = *parameter.type;
    auto const condition = wires_.condition(type, name);
    if (!parameter.default_value) {
      require(condition);
      append(stores_, "    $1\n", {wires_.store(type, name, at_, cell)});
      cell += cell_count(type);
      return;
    }
    require(composed("($1 === undefined || $2)", {name, condition}));
    append(stores_, "    if (($1 = $2 === undefined ? 0 : 1) !== 0) { $3 }\n",
           {integer_at(at_, cell), name, wires_.store(type, name, at_, cell + 1)});
    cell += cell_count(type) + 1;
  }

  [[gnu::cold]] void add_flat(type_description const& type, std::size_t index, std::string const& name,
                              std::size_t& cell) {
    wire_script::flat_reading reading{composed("v$1_", {index}), composed("n$1", {index}), at_, cell};
    wires_.read_flat(reading, type, name);
    append(locals_, "  let $1 = 0;\n  let $2;\n", {reading.count, reading.locals});
    stores_ += reading.stores;
    append(resumes_, "  if ($1 > 0) $2 = resume_flat($2, $3, [$4], $1);\n",
           {reading.count, name, wires_.shape(type), reading.locals});
    cell = reading.cell;
    readings_.push_back(std::move(reading.condition));
  }

  void require(std::string const& condition) {
    if (!conditions_.empty()) conditions_ += " && ";
    conditions_ += condition;
  }

  /// What does not travel in the frame, in order.
  void pass(std::string_view value) { append(values_, values_.empty() ? "$1" : ", $1", {value}); }

  std::string entering(function_description const& function, signature_description const& signature,
                       piece index) {
    auto const* const receiver = function.has_receiver() ? "    header[2] = this.#slot;\n" : "";
    auto const* const cells = plan_->stacks_cells ? "    header[6] = at;\n" : "";
    if (plan_->is_lean)
      return composed("$1    header[0] = $2;\n$3    const given = $4($5);\n$6",
                      {stores_, index, receiver, values_.empty() ? "enter_cells" : "enter_values", values_,
                       leaving(function, signature)});
    return composed("$1    header[0] = $2;\n    header[1] = -1;\n$3$4    const given = enter($5$6$7);\n$8",
                    {stores_, index, receiver, cells, plan_->takes_values ? "this" : "",
                     values_.empty() ? "" : ", ", values_, leaving(function, signature)});
  }

  /// Outcomes: 0 in the frame, 1 declined, 2 returned, 3 the receiver.
  [[gnu::cold]] std::string leaving(function_description const& function,
                                    signature_description const& signature) {
    if (function.kind == function_kind::constructor)
      return "    if (header[5] !== 1) return void stamp(this, given);\n";
    auto const& result = *signature.result;
    if (auto const* const type = object_class(result))
      return composed(
          "    if (header[5] === 0) return $1;\n    if (header[5] === 2) return given;\n$2",
          {adopting(*type), function.has_receiver() ? "    if (header[5] === 3) return this;\n" : ""});
    if (plan_->result_cells == 0) return "    if (header[5] !== 1) return given;\n";
    return composed(
        "    if (header[5] === 0) $1$2",
        {result_text(result),
         plan_->is_lean && !plan_->gives_texts ? "\n" : "\n    if (header[5] === 2) return given;\n"});
  }

  /// The statement that returns a result of the frame. Texts are not kept longer than it takes.
  std::string result_text(type_description const& result) {
    auto const* const tail = has_array(result) ? "tail = at + $1; " : "";
    auto const pattern =
        composed(plan_->gives_texts ? "{ given_texts = given; $1const result = $2; given_texts = ''; "
                                      "return result; }"
                 : *tail            ? "{ $1return $2; }"
                                    : "return $2;",
                 {tail, "$2"});
    return composed(pattern.c_str(), {plan_->result_cells, wires_.loaded(result, at_, 0)});
  }

  /// What makes the JavaScript object of a result. Of which class it is may only be known when it is there.
  std::string adopting(type_description const& type) const {
    auto const& all = addon_.classes;
    auto const found =
        std::find_if(all.begin(), all.end(), [&](auto const& each) { return each.type == &type; });
    if (is_in_hierarchy(*found)) return "adopt_of(header[8], given)";
    return composed("adopt(class_$1, given)", {static_cast<std::size_t>(found - all.begin())});
  }

  /// Reads what can run JavaScript, one argument after the other, then enters.
  [[gnu::cold]] std::string packing(std::string const& enters) {
    std::string text, closing, restored;
    auto const tail = composed(
        plan_->takes_texts ? "    tail = at + $1;\n    given_texts = texts;\n" : "    tail = at + $1;\n",
        {plan_->argument_cells});
    for (auto const& each : packs_) {
      append(text, "    const p$1 = $2(a$1, $3);\n    if (p$1 === packed) {\n",
             {each.parameter, wires_.packer(*each.type), offset("at", each.cell)});
      closing = composed("    } else {\n$1$2    a$3 = p$3;\n    }\n$4",
                         {restored.empty() ? "" : tail, restored, each.parameter, closing});
      append(restored, "    a$1 = $2;\n", {each.parameter, wires_.loaded(*each.type, "at", each.cell)});
    }
    return composed("$1$2$3$4$5", {text, enters, tail, restored, closing});
  }

  wire_script& wires_;
  description const& addon_;
  stub_plan const* plan_ = nullptr;
  char const* at_ = "";  ///< where the cells of the call begin
  std::string conditions_;
  std::vector<std::string> readings_;
  std::string stores_;
  std::string values_;
  std::string locals_;
  std::string resumes_;
  std::vector<pack> packs_;
};

}  // namespace detail
}  // namespace tendon
