#pragma once

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "../describe/description.hpp"
#include "../describe/script.hpp"
#include "../describe/typings.hpp"
#include "../napi/guard.hpp"
#include "call.hpp"
#include "object.hpp"
#include "object_result.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// What every environment installs from: made once per process and never destroyed.
struct installable {
  description addon;
  std::string script;
  std::size_t most_parameters = 0;

  /// `with_stubs`: with fast bodies before the generic ones.
  installable(description&& described, bool with_stubs) : addon(std::move(described)) {
    if (with_stubs) plan_stubs(addon);
    script = write_script(addon);
    for (auto const& function : addon.functions)
      for (auto const& each : function.overloads)
        most_parameters = std::max(most_parameters, each.parameters.size());
  }
};

/// One addon in one environment: what the native entry point finds its way by.
struct installation {
  std::shared_ptr<lifetime> owner;
  installable const& source;

  environment& in() const { return static_cast<environment&>(*owner); }
};

/// Whether functions get fast bodies: not when TENDON_STUBS=0 is in the environment, nor where code is only
/// interpreted, as with --jitless, which takes WebAssembly away as well.
inline bool wants_stubs(napi_env env) {
  auto const* const wish = std::getenv("TENDON_STUBS");
  if (wish) return std::string_view(wish) != "0";
  napi_value global = nullptr;
  bool is_compiled = false;
  check(env, napi_get_global(env, &global));
  check(env, napi_has_named_property(env, global, "WebAssembly", &is_compiled));
  return is_compiled;
}

inline napi_value write_typings_value(napi_env env, description const& addon) {
  auto const text = write_typings(addon);
  napi_value result = nullptr;
  check(env, napi_create_string_utf8(env, text.data(), text.size(), &result));
  return result;
}

/// Finds the object that a member is called on, by the slot that the script has left in the header of the frame.
/// False when a stub has to give way to the generic tier, which says why.
inline bool find_receiver(call& running, description const& addon, function_description const& function) {
  if (!function.has_receiver()) return true;
  running.receiver_slot = running.environment.shared_frame().slot();
  if (function.kind == function_kind::dispose) return true;
  auto const& type = *addon.classes[function.owner].type;
  running.object = pinned_slot(running.environment.wrapped_objects(), running.receiver_slot, type);
  if (!running.object && !running.reader) throw_bad_receiver(running, type);
  return running.object;
}

/// The last thing of a call: the script learns the slot of the object that it must make.
inline bool leave_deferred(call& running) {
  if (running.deferred_slot == object_table::none) return false;
  auto& all = running.environment.wrapped_objects();
  auto const receiver = running.signature.constructs ? running.receiver : nullptr;
  running.result = running.deferred_held;
  if (all.leave_to_script(running.deferred_slot, receiver, running.result)) return true;
  running.result = all.wrapper_of(running.deferred_slot, running.result);
  return false;
}

/// A call of the generic tier. `values` holds `this` and the arguments, and `undefined` up to the parameters of
/// the largest function, whatever came.
inline napi_value enter_generic(environment& in, description const& addon, function_description const& function,
                                std::span<napi_value const> values) {
  auto const passed = static_cast<std::size_t>(std::max(in.shared_frame().argument_count(), 0));
  return guard(in.env(), function.label, [&] {
    auto const& signature =
        function.overloads.size() == 1 ? function.overloads.front() : function.for_count(passed);
    call running{in, signature, values[0], values.data() + 1, std::min(passed, signature.parameters.size())};
    running.defers_object = signature.constructs;
    {
      objects::call_scope const scope(in.wrapped_objects());
      find_receiver(running, addon, function);
      run(running);
      tie_receiver(running);
    }
    leave_deferred(running);
    return running.result;
  });
}

/// A call from a stub. `values` holds `this` when the stub passes it, then the arguments that don't come through
/// the frame.
inline napi_value enter_fast(environment& in, description const& addon, function_description const& function,
                             std::span<napi_value const> values) {
  auto const& shared = in.shared_frame();
  auto const& signature = function.overloads.front();
  auto const first = shared.first_cell();
  auto const needed = std::max(signature.argument_cells, signature.result_cells);
  if (!signature.has_stub || first < 0 || static_cast<std::size_t>(first) + needed > frame::cell_capacity)
    return nullptr;
  auto* const cells = shared.cells() + first;
  auto* const end = shared.cells() + frame::cell_capacity;
  return guard(in.env(), function.label, [&] {
    wire_reader reader(in, cells, cells + signature.argument_cells, end);
    wire_writer writer(static_cast<std::size_t>(end - cells) - signature.result_cells);
    call running{in, signature, values[0], values.data() + 1, signature.parameters.size()};
    running.reader = &reader;
    running.writer = &writer;
    running.defers_object = signature.constructs || object_class(*signature.result);
    {
      objects::call_scope const scope(in.wrapped_objects());
      if (find_receiver(running, addon, function)) signature.invoke(running);
      else reader.decline();
      if (!reader.declined()) tie_receiver(running);
    }
    auto outcome = running.gives_receiver ? fast_outcome::receiver : fast_outcome::returned;
    if (reader.declined()) {
      outcome = fast_outcome::declined;
    } else if (running.is_written) {
      writer.copy_to(cells);
      outcome = fast_outcome::in_frame;
    } else if (leave_deferred(running)) {
      outcome = fast_outcome::in_frame;
    }
    shared.set_outcome(outcome);
    return running.result;
  });
}

/// Calls what the header of the frame asks for.
inline napi_value enter_function(installation const& self, napi_env env, napi_callback_info info,
                                 std::span<napi_value> values) {
  auto& in = self.in();
  auto const& addon = self.source.addon;
  auto const index = in.shared_frame().function_index();
  auto const is_fast = in.shared_frame().argument_count() == frame::from_stub;
  // Scripts can't reach the frame, a debugger can.
  if (index < 0 || static_cast<std::size_t>(index) >= addon.functions.size()) return nullptr;
  auto const& function = addon.functions[static_cast<std::size_t>(index)];
  if (function.overloads.empty()) return nullptr;
  auto count = values.size();
  if (!is_fast || function.overloads.front().takes_values) {
    if (napi_get_cb_info(env, info, &count, values.data(), nullptr, nullptr) != napi_ok) return nullptr;
  } else {
    values[0] = nullptr;
  }
  in.free_released();
  return is_fast ? enter_fast(in, addon, function, values) : enter_generic(in, addon, function, values);
}

/// The one native entry point of an addon.
inline napi_value enter(napi_env env, napi_callback_info info) {
  void* data = nullptr;
  if (napi_get_cb_info(env, info, nullptr, nullptr, nullptr, &data) != napi_ok) return nullptr;
  auto const& self = *static_cast<installation const*>(data);
  if (self.in().shared_frame().function_index() == typings_index)
    return guard(env, "typings()", [&] { return write_typings_value(env, self.source.addon); });
  constexpr std::size_t usual = 16;
  if (self.source.most_parameters < usual) {
    std::array<napi_value, usual> few;
    return enter_function(self, env, info, few);
  }
  return guard(env, {}, [&] {
    std::vector<napi_value> many(1 + self.source.most_parameters);
    return enter_function(self, env, info, many);
  });
}

inline napi_value make_entry(napi_env env, environment& in, installable const& source) {
  auto self = std::make_unique<installation>(installation{in.shared_from_this(), source});
  napi_value entry = nullptr;
  check(env, napi_create_function(env, "tendon", NAPI_AUTO_LENGTH, &enter, self.get(), &entry));
  auto const free = [](napi_env, void* data, void*) { delete static_cast<installation*>(data); };
  check(env, napi_add_finalizer(env, entry, self.get(), free, nullptr, nullptr));
  self.release();
  return entry;
}

inline napi_value make_values(napi_env env, environment& in, description const& addon) {
  napi_value result = nullptr;
  check(env, napi_create_array_with_length(env, addon.values.size(), &result));
  for (std::size_t i = 0; i < addon.values.size(); ++i) {
    call making{in, addon.values[i].source, nullptr, nullptr, 0};
    run(making);
    check(env, napi_set_element(env, result, static_cast<std::uint32_t>(i), making.result));
  }
  return result;
}

/// Makes the exports of an addon in one environment: `exports` filled, or what replaces it.
inline napi_value install(napi_env env, napi_value exports, installable const& source) {
  auto& in = environment::of(env);
  napi_value text = nullptr;
  napi_value maker = nullptr;
  check(env, napi_create_string_utf8(env, source.script.data(), source.script.size(), &text));
  check(env, napi_run_script(env, text, &maker));
  napi_value const arguments[] = {make_entry(env, in, source), in.shared_frame().header_view(),
                                  in.shared_frame().cell_view(), exports,
                                  make_values(env, in, source.addon)};
  napi_value undefined = nullptr;
  napi_value made = nullptr;
  check(env, napi_get_undefined(env, &undefined));
  check(env, napi_call_function(env, undefined, maker, std::size(arguments), arguments, &made));
  auto const& script = in.add_script(made);
  for (std::uint32_t i = 0; i < source.addon.classes.size(); ++i)
    in.wrapped_objects().add_class({source.addon.classes[i], script, i});
  return script_functions::target(env, made);
}

}  // namespace detail
}  // namespace tendon
