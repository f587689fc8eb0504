#pragma once

#include <algorithm>
#include <array>
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

/// What every environment installs from: made once per process and never destroyed.
struct installable {
  description addon;
  std::string script;
  std::size_t most_parameters = 0;

  explicit installable(description&& described) : addon(std::move(described)), script(write_script(addon)) {
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

inline napi_value write_typings_value(napi_env env, description const& addon) {
  auto const text = write_typings(addon);
  napi_value result = nullptr;
  check(env, napi_create_string_utf8(env, text.data(), text.size(), &result));
  return result;
}

/// What the script leaves in the header of the frame before it enters.
struct entered {
  std::int32_t index;
  std::int32_t count;
  std::int32_t slot;
};

inline void run_function(installation const& self, function_description const& function, entered header,
                         call& running) {
  objects::call_scope const scope(self.in().wrapped_objects());
  running.receiver_slot = header.slot;
  if (function.kind == function_kind::constructor) running.constructs = true;
  if (function.has_receiver())
    find_receiver(running, function, *self.source.addon.classes[function.owner].type);
  else
    running.receiver_slot = -1;
  run(running);
  tie_receiver(running);
}

/// Calls what the header of the frame asks for. `values` holds `this` and the arguments, and `undefined` up
/// to the parameters of the largest function, whatever came.
inline napi_value enter_function(installation const& self, entered header,
                                 std::span<napi_value const> values) {
  auto& in = self.in();
  in.free_released();
  auto const& addon = self.source.addon;
  if (header.index == typings_index)
    return guard(in.env(), "typings()", [&] { return write_typings_value(in.env(), addon); });
  // Scripts can't reach the frame, a debugger can.
  if (header.index < 0 || static_cast<std::size_t>(header.index) >= addon.functions.size()) return nullptr;
  auto const& function = addon.functions[static_cast<std::size_t>(header.index)];
  return guard(in.env(), function.label, [&] {
    auto const passed = static_cast<std::size_t>(std::max(header.count, 0));
    auto const& signature =
        function.overloads.size() == 1 ? function.overloads.front() : function.for_count(passed);
    call running{in, signature, values[0], values.data() + 1, std::min(passed, signature.parameters.size())};
    run_function(self, function, header, running);
    return running.result;
  });
}

/// The one native entry point of an addon.
inline napi_value enter(napi_env env, napi_callback_info info) {
  constexpr std::size_t usual = 16;
  std::array<napi_value, usual> few{};
  auto count = usual;
  void* data = nullptr;
  if (napi_get_cb_info(env, info, &count, few.data(), nullptr, &data) != napi_ok) return nullptr;
  auto const& self = *static_cast<installation const*>(data);
  auto const& frame = self.in().shared_frame();
  entered const header{frame.function_index(), frame.argument_count(), frame.slot()};
  if (self.source.most_parameters < usual) return enter_function(self, header, few);
  return guard(env, {}, [&] {
    std::vector<napi_value> many(1 + self.source.most_parameters);
    auto room = many.size();
    check(env, napi_get_cb_info(env, info, &room, many.data(), nullptr, nullptr));
    return enter_function(self, header, many);
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
  napi_value const arguments[] = {make_entry(env, in, source), in.shared_frame().header_view(), exports,
                                  make_values(env, in, source.addon)};
  napi_value undefined = nullptr;
  napi_value made = nullptr;
  check(env, napi_get_undefined(env, &undefined));
  check(env, napi_call_function(env, undefined, maker, std::size(arguments), arguments, &made));
  auto const& script = in.add_script(made);
  for (std::uint32_t i = 0; i < source.addon.classes.size(); ++i)
    in.wrapped_objects().add_class({source.addon.classes[i], script, i});
  add_exit_hooks(in, source.addon);
  return script_functions::target(env, made);
}

}  // namespace detail
}  // namespace tendon
