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
#include "exit_hook.hpp"
#include "object.hpp"
#include "object_result.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// What a call from a stub needs of its function, in one place.
struct stub_entry {
  signature_description const* signature = nullptr;
  std::string_view label;
  type_description const* receiver = nullptr;  ///< the class of its objects; null when it is no member
  std::uint32_t argument_cells = 0;
  std::uint32_t result_cells = 0;
  bool exists = false;
  bool takes_values = false;
  bool defers_object = false;
};

inline stub_entry stub_entry_of(description const& addon, function_description const& function) {
  if (function.overloads.empty() || !function.overloads.front().has_stub) return {};
  auto const& signature = function.overloads.front();
  return {&signature,
          function.label,
          function.has_receiver() ? addon.classes[function.owner].type : nullptr,
          static_cast<std::uint32_t>(signature.argument_cells),
          static_cast<std::uint32_t>(signature.result_cells),
          true,
          signature.takes_values,
          signature.constructs || object_class(*signature.result)};
}

/// What every environment installs from: made once per process and never destroyed.
struct installable {
  description addon;
  std::vector<stub_entry> stubs;  ///< by function
  std::string script;
  std::size_t most_parameters = 0;

  /// `with_stubs`: with fast bodies before the generic ones.
  installable(description&& described, bool with_stubs) : addon(std::move(described)) {
    if (with_stubs) plan_stubs(addon);
    for (auto const& function : addon.functions) {
      stubs.push_back(stub_entry_of(addon, function));
      for (auto const& each : function.overloads)
        most_parameters = std::max(most_parameters, each.parameters.size());
    }
    script = write_script(addon);
  }
};

/// One addon in one environment: what the native entry point finds its way by.
struct installation {
  std::shared_ptr<lifetime> owner;
  environment& in;
  frame const& shared;
  installable const& source;
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

/// Finds the object that a member is called on, by the slot that the script has left in the header of the
/// frame.
inline void find_receiver(call& running, description const& addon, function_description const& function) {
  running.receiver_slot = running.environment.shared_frame().slot();
  if (function.kind == function_kind::dispose) return;
  auto const& type = *addon.classes[function.owner].type;
  running.object = pinned_slot(running.environment.wrapped_objects(), running.receiver_slot, type);
  if (!running.object) throw_bad_receiver(running, type);
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

/// A call of the generic tier. `values` holds `this` and the arguments, and `undefined` up to the parameters
/// of the largest function, whatever came.
inline napi_value run_generic(environment& in, description const& addon, function_description const& function,
                              std::span<napi_value const> values) {
  auto const passed = static_cast<std::size_t>(std::max(in.shared_frame().argument_count(), 0));
  return guard(in.env(), function.label, [&] {
    auto const& signature =
        function.overloads.size() == 1 ? function.overloads.front() : function.for_count(passed);
    call running{in, signature, values[0], values.data() + 1, std::min(passed, signature.parameters.size())};
    running.defers_object = signature.constructs;
    {
      objects::call_scope const scope(in.wrapped_objects());
      if (function.has_receiver()) find_receiver(running, addon, function);
      require_keepable(running);
      run(running);
      tie_receiver(running);
    }
    in.wrapped_objects().sweep_when_due();
    leave_deferred(running);
    return running.result;
  });
}

/// Runs a call from a stub, but for the result. False when it has to give way to the generic tier.
inline bool run_fast(call& running, stub_entry const& stub) {
  auto& all = running.environment.wrapped_objects();
  objects::call_scope const scope(all);
  if (stub.receiver) {
    running.receiver_slot = running.environment.shared_frame().slot();
    running.object = pinned_slot(all, running.receiver_slot, *stub.receiver);
    if (!running.object) return false;
  }
  stub.signature->invoke(running);
  return !running.reader->declined();
}

/// What becomes of the result, when nothing else can run any more.
inline fast_outcome leave_result(call& running, wire_writer const& writer, double* cells) {
  running.environment.wrapped_objects().sweep_when_due();
  if (running.is_written) {
    writer.copy_to(cells);
    return fast_outcome::in_frame;
  }
  if (running.gives_receiver) return fast_outcome::receiver;
  return leave_deferred(running) ? fast_outcome::in_frame : fast_outcome::returned;
}

/// A call from a stub. It passes `this` and the arguments that don't come through the frame, when there are
/// any.
inline napi_value enter_fast(installation const& self, stub_entry const& stub, napi_env env,
                             napi_callback_info info) {
  constexpr std::size_t most_values = 16;
  napi_value values[most_values];
  values[0] = nullptr;
  auto count = most_values;
  if (stub.takes_values && napi_get_cb_info(env, info, &count, values, nullptr, nullptr) != napi_ok)
    return nullptr;
  auto const first = static_cast<std::uint32_t>(self.shared.first_cell());
  constexpr auto capacity = frame::cell_capacity;
  if (first > capacity || std::max(stub.argument_cells, stub.result_cells) > capacity - first) return nullptr;
  auto* const cells = self.shared.cells() + first;
  auto* const end = self.shared.cells() + capacity;
  self.in.free_released();
  return guard(env, stub.label, [&] {
    wire_reader reader(self.in, cells, cells + stub.argument_cells, end);
    wire_writer writer(static_cast<std::size_t>(end - cells) - stub.result_cells);
    call running{self.in, *stub.signature, values[0], values + 1, stub.signature->parameters.size()};
    running.reader = &reader;
    running.writer = &writer;
    running.defers_object = stub.defers_object;
    auto const outcome =
        run_fast(running, stub) ? leave_result(running, writer, cells) : fast_outcome::declined;
    self.shared.set_outcome(outcome);
    return running.result;
  });
}

/// A call from a generic body: `this` and all arguments come as such.
inline napi_value enter_generic(installation const& self, std::int32_t index, napi_env env,
                                napi_callback_info info) {
  self.in.free_released();
  return guard(env, {}, [&]() -> napi_value {
    if (index == typings_index) return write_typings_value(env, self.source.addon);
    // Scripts can't reach the frame, a debugger can.
    auto const& functions = self.source.addon.functions;
    if (index < 0 || static_cast<std::size_t>(index) >= functions.size()) return nullptr;
    auto const& function = functions[static_cast<std::size_t>(index)];
    if (function.overloads.empty()) return nullptr;
    constexpr std::size_t usual = 16;
    std::array<napi_value, usual> few;
    std::vector<napi_value> many;
    std::span<napi_value> values = few;
    if (self.source.most_parameters >= usual) {
      many.resize(1 + self.source.most_parameters);
      values = many;
    }
    auto count = values.size();
    check(env, napi_get_cb_info(env, info, &count, values.data(), nullptr, nullptr));
    return run_generic(self.in, self.source.addon, function, values);
  });
}

/// The one native entry point of an addon.
inline napi_value enter(napi_env env, napi_callback_info info) {
  void* data = nullptr;
  if (napi_get_cb_info(env, info, nullptr, nullptr, nullptr, &data) != napi_ok) return nullptr;
  auto const& self = *static_cast<installation const*>(data);
  auto const index = self.shared.function_index();
  if (self.shared.argument_count() == frame::from_stub && index >= 0 &&
      static_cast<std::size_t>(index) < self.source.stubs.size()) {
    auto const& stub = self.source.stubs[static_cast<std::size_t>(index)];
    if (stub.exists) return enter_fast(self, stub, env, info);
  }
  return enter_generic(self, index, env, info);
}

inline napi_value make_entry(napi_env env, environment& in, installable const& source) {
  auto self =
      std::make_unique<installation>(installation{in.shared_from_this(), in, in.shared_frame(), source});
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
                                  in.shared_frame().cell_view(), exports};
  napi_value undefined = nullptr;
  napi_value made = nullptr;
  check(env, napi_get_undefined(env, &undefined));
  check(env, napi_call_function(env, undefined, maker, std::size(arguments), arguments, &made));
  auto const& script = in.add_script(made);
  for (std::uint32_t i = 0; i < source.addon.classes.size(); ++i)
    in.wrapped_objects().add_class({source.addon.classes[i], script, i});
  add_exit_hooks(in, source.addon);
  return script_functions::finish(env, made, make_values(env, in, source.addon));
}

}  // namespace detail
}  // namespace tendon
