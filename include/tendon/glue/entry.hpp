#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "../describe/description.hpp"
#include "../describe/typings.hpp"
#include "../env/override_link.hpp"
#include "../napi/guard.hpp"
#include "call.hpp"
#include "installation.hpp"
#include "object.hpp"
#include "object_result.hpp"
#include "overload_choice.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// How many of `this` and the arguments are asked for before it is known how many are needed: what most
/// functions take, since asking twice is dear and asking for more is not.
inline constexpr std::size_t usual_values = 3;

/// What a stub passes at most: `this`, texts and arguments.
inline constexpr std::size_t most_stub_values = 2 + most_stub_parameters;

inline napi_value write_typings_value(napi_env env, description const& addon) {
  auto const text = write_typings(addon);
  napi_value result = nullptr;
  check(env, napi_create_string_utf8(env, text.data(), text.size(), &result));
  return result;
}

/// Notes on what object a member is called, by the slot that the script has left in the header of the frame.
inline void note_receiver(call& running, description const& addon, function_description const& function,
                          std::int32_t slot) {
  running.receiver_slot = slot;
  if (function.kind == function_kind::dispose) return;
  running.receiver_type = addon.classes[function.owner].type;
  if (running.receiver_slot < 0) throw_bad_receiver(running, *running.receiver_type);
}

/// The last thing of a call: the script learns the slot of the object that it must make.
inline bool leave_deferred(call& running) {
  if (running.deferred_slot == object_table::none) return false;
  auto& all = running.environment.wrapped_objects();
  auto const receiver = running.signature.constructs ? running.receiver : nullptr;
  if (running.signature.link_of)
    running.signature.link_of(all.table()[running.deferred_slot].object)
        ->connect(running.environment, running.deferred_slot, receiver);
  running.result = running.deferred_held;
  if (all.leave_to_script(running.deferred_slot, receiver, running.result)) return true;
  running.result = all.wrapper_of(running.deferred_slot, running.result);
  return false;
}

/// A call of the generic tier.
struct generic_call {
  environment& in;
  description const& addon;
  function_entry const& entry;
  napi_value const* values;  ///< `this` of a shell and the arguments, `undefined` up to its parameters
  std::size_t passed;        ///< the number of arguments that the caller wrote
  std::int32_t slot;         ///< of the object that it is called on
};

/// Runs a call of the generic tier that has to do with objects.
inline void run_with_objects(call& running, generic_call const& made) {
  auto& in = made.in;
  auto const& function = *made.entry.source;
  running.defers_object = running.signature.constructs;
  {
    objects::call_scope const scope(in.wrapped_objects());
    if (function.has_receiver()) note_receiver(running, made.addon, function, made.slot);
    require_keepable(running);
    std::optional<direct_call> direct;
    if (function.is_overridable) direct.emplace(in, made.slot, function.name);
    run(running);
    tie_receiver(running);
  }
  in.wrapped_objects().sweep_when_due();
  leave_deferred(running);
}

inline napi_value run_overload(generic_call const& made, signature_description const& signature,
                               napi_value const* values) {
  call running{made.in, signature, values[0], values + 1, std::min(made.passed, signature.parameters.size())};
  if (made.entry.handles_objects)
    run_with_objects(running, made);
  else
    run(running);
  return running.result;
}

/// Runs the overload that the arguments fit best. Its rest parameter may stand before the array that the
/// shell has made.
[[gnu::noinline]] inline napi_value run_best_overload(generic_call const& made) {
  passed_arguments const arguments(made.in.env(), shape_of(*made.entry.source), made.values + 1, made.passed);
  auto const& signature = overload_choice(made.addon, *made.entry.source, arguments).chosen();
  auto const count = signature.parameters.size();
  if (!signature.takes_rest() || count > arguments.fixed) return run_overload(made, signature, made.values);
  std::vector<napi_value> values(made.values, made.values + count);
  values.push_back(arguments.from(count - 1));
  return run_overload(made, signature, values.data());
}

inline napi_value run_generic(generic_call const& made) {
  auto const& function = *made.entry.source;
  return guard(made.in.env(), function.label, [&] {
    if (function.compares_types) return run_best_overload(made);
    auto const& overloads = function.overloads;
    return run_overload(made, overloads.size() == 1 ? overloads.front() : function.for_count(made.passed),
                        made.values);
  });
}

/// What becomes of the result, when nothing else can run any more.
inline fast_outcome leave_result(call& running, double const* result, std::uint32_t result_cells,
                                 wire_elements const& elements, double* cells) {
  if (running.is_written) {
    for (std::uint32_t i = 0; i < result_cells; ++i) cells[i] = result[i];
    std::copy_n(elements.data(), elements.size(), cells + result_cells);
    return fast_outcome::in_frame;
  }
  if (running.gives_receiver) return fast_outcome::receiver;
  return leave_deferred(running) ? fast_outcome::in_frame : fast_outcome::returned;
}

/// Runs a call from a stub that has to do with objects, but for the result.
inline void run_with_objects(call& running, function_entry const& function) {
  auto& all = running.environment.wrapped_objects();
  running.receiver_type = function.receiver;
  if (function.receiver) running.receiver_slot = running.environment.shared_frame().slot();
  {
    objects::call_scope const scope(all);
    std::optional<direct_call> direct;
    if (function.is_overridable)
      direct.emplace(running.environment, running.receiver_slot, function.source->name);
    function.run(running);
  }
  all.sweep_when_due();
}

/// A call from a stub. It passes `this` and the arguments that don't come through the frame, when there are
/// any.
inline napi_value enter_fast(installation const& self, function_entry const& function, napi_env env,
                             napi_callback_info info, napi_value const* values) {
  napi_value many[most_stub_values];
  if (!function.takes_values) {
    many[0] = nullptr;
    values = many;
  } else if (function.most_values > usual_values) {
    std::size_t count = function.most_values;
    if (napi_get_cb_info(env, info, &count, many, nullptr, nullptr) != napi_ok) return nullptr;
    values = many;
  }
  constexpr auto capacity = frame::cell_capacity;
  auto* cells = self.shared.cells();
  auto* const end = cells + capacity;
  if (function.stacks_cells) {
    auto const first = static_cast<std::uint32_t>(self.shared.first_cell());
    if (first > capacity || std::max(function.argument_cells, function.result_cells) > capacity - first)
      return nullptr;
    cells += first;
  }
  return guard(env, function.source->label, [&] {
    double result[most_result_cells];
    wire_elements elements;
    wire_reader reader(self.in, cells, cells + function.argument_cells, end);
    given_texts texts;
    wire_writer writer(result, &elements, static_cast<std::size_t>(end - cells) - function.result_cells,
                       &texts);
    call running{self.in, *function.signature, values[0], values + 1, 0};
    running.reader = &reader;
    running.writer = &writer;
    running.defaults = function.defaults;
    running.defers_object = function.defers_object;
    if (function.handles_objects)
      run_with_objects(running, function);
    else
      function.run(running);
    self.shared.set_outcome(reader.declined()
                                ? fast_outcome::declined
                                : leave_result(running, result, function.result_cells, elements, cells));
    if (running.is_written && function.signature->stub.gives_texts) running.result = texts.take(env);
    return running.result;
  });
}

/// Destroys the object of a lean call, which died meanwhile: its destructor may run JavaScript, which uses
/// the cells.
[[gnu::noinline, gnu::cold]] inline void end_pin_of_dead(object_pin& pin, double* cells, std::size_t count) {
  double result[most_result_cells];
  std::copy_n(cells, count, result);
  pin.end();
  std::copy_n(result, count, cells);
}

[[gnu::noinline]] inline fast_outcome run_lean_overridable(lean_call& running, function_entry const& function,
                                                           std::int32_t slot) {
  direct_call const direct(running.environment, slot, function.source->name);
  return function.run_lean(running);
}

/// Runs a lean call of a member, whose object is pinned meanwhile.
inline fast_outcome run_lean_member(lean_call& running, function_entry const& function, std::int32_t slot) {
  auto& table = running.environment.wrapped_objects().table();
  running.object = usable_slot(table, slot, *function.receiver);
  if (!running.object) return fast_outcome::declined;
  running.receiver_slot = slot;
  if (function.takes_receiver) running.receiver = *running.values++;
  object_pin pin(table, static_cast<std::uint32_t>(slot));
  auto const outcome =
      function.is_overridable ? run_lean_overridable(running, function, slot) : function.run_lean(running);
  if (pin.is_last_need()) end_pin_of_dead(pin, running.cells, function.result_cells);
  return outcome;
}

/// Runs a lean call. `values`: the arguments that don't come through the frame.
template <class Run>
[[gnu::always_inline]] inline napi_value run_lean(installation const& self, function_entry const& function,
                                                  napi_env env, napi_value const* values, Run const& run) {
  return guard(env, function.source->label, [&] {
    self.in.free_released();
    lean_call running(self.in, *function.signature, function.defaults, self.shared.cells(), values);
    self.shared.set_outcome(run(running));
    return running.result;
  });
}

[[gnu::noinline]] inline napi_value enter_lean_member(installation const& self,
                                                      function_entry const& function, napi_env env,
                                                      napi_value const* values) {
  return run_lean(self, function, env, values,
                  [&](lean_call& running) { return run_lean_member(running, function, self.shared.slot()); });
}

/// The function that a lean call is of; null when there is none.
inline function_entry const* lean_function(installation const* self) {
  if (!self) return nullptr;
  auto const index = static_cast<std::uint32_t>(self->shared.function_index());
  if (index >= self->function_count || !self->functions[index].run_lean) return nullptr;
  return &self->functions[index];
}

/// Functions that are no members have it all in one native function, as calls are most of what it costs.
[[gnu::always_inline]] inline napi_value enter_lean(installation const& self, function_entry const& function,
                                                    napi_env env, napi_value const* values) {
  if (function.receiver) return enter_lean_member(self, function, env, values);
  return run_lean(self, function, env, values,
                  [&](lean_call& running) { return function.run_lean(running); });
}

/// The entry point of lean calls whose arguments all come through the frame.
inline napi_value enter_cells(napi_env env, napi_callback_info info) {
  auto const* const self = installation_of(env, info);
  auto const* const function = lean_function(self);
  return function ? enter_lean(*self, *function, env, nullptr) : nullptr;
}

/// The entry point of the other lean calls.
inline napi_value enter_values(napi_env env, napi_callback_info info) {
  auto const* const self = installation_of(env, info);
  auto const* const function = lean_function(self);
  if (!function) return nullptr;
  napi_value values[most_stub_values];
  std::size_t count = function->lean_values;
  if (napi_get_cb_info(env, info, &count, values, nullptr, nullptr) != napi_ok) return nullptr;
  return enter_lean(*self, *function, env, values);
}

/// A call of which all arguments come as such, behind one more value.
inline napi_value enter_generic(installation const& self, function_entry const& function, napi_env env,
                                napi_callback_info info, napi_value const* values, std::size_t passed) {
  if (function.source->overloads.empty()) return nullptr;
  auto const slot = self.shared.slot();
  if (function.most_values <= usual_values)
    return run_generic({self.in, self.source.addon, function, values, passed, slot});
  napi_value some[most_stub_values];
  std::vector<napi_value> many;
  auto* all = some;
  std::size_t count = function.most_values;
  if (count > std::size(some)) {
    many.resize(count);
    all = many.data();
  }
  if (napi_get_cb_info(env, info, &count, all, nullptr, nullptr) != napi_ok) return nullptr;
  return run_generic({self.in, self.source.addon, function, all, passed, slot});
}

/// The entry point that functions without bodies are bound to. Their index comes before the arguments.
inline napi_value enter_bound(napi_env env, napi_callback_info info) {
  void* data = nullptr;
  napi_value values[usual_values];
  auto count = usual_values;
  std::uint32_t index = 0;
  if (napi_get_cb_info(env, info, &count, values, nullptr, &data) != napi_ok) return nullptr;
  if (napi_get_value_uint32(env, values[0], &index) != napi_ok) return nullptr;
  auto const& self = *static_cast<installation const*>(data);
  self.in.free_released();
  if (index >= self.function_count || !self.functions[index].source->is_bound) return nullptr;
  return enter_generic(self, self.functions[index], env, info, values, count - 1);
}

/// The entry point of all other calls. Scripts can't reach the frame, a debugger can.
inline napi_value enter(napi_env env, napi_callback_info info) {
  void* data = nullptr;
  napi_value values[usual_values];
  auto count = usual_values;
  if (napi_get_cb_info(env, info, &count, values, nullptr, &data) != napi_ok) return nullptr;
  auto const& self = *static_cast<installation const*>(data);
  auto const index = static_cast<std::uint32_t>(self.shared.function_index());
  self.in.free_released();
  if (index < self.function_count) {
    auto const& function = self.functions[index];
    if (function.has_stub && self.shared.argument_count() == frame::from_stub)
      return enter_fast(self, function, env, info, values);
    auto const passed = std::max(self.shared.argument_count(), 0);
    return enter_generic(self, function, env, info, values, static_cast<std::size_t>(passed));
  }
  if (self.shared.function_index() != typings_index) return nullptr;
  return guard(env, std::string_view(), [&] { return write_typings_value(env, self.source.addon); });
}

}  // namespace detail
}  // namespace tendon
