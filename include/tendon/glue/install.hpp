#pragma once

#include <cstdlib>
#include <iterator>
#include <memory>
#include <string_view>

#include "../describe/description.hpp"
#include "entry.hpp"
#include "exit_hook.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

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

/// One of the native functions that keep the installation.
inline napi_value make_entry(napi_env env, std::shared_ptr<installation const> const& self,
                             napi_callback enters) {
  auto kept = std::make_unique<std::shared_ptr<installation const>>(self);
  napi_value entry = nullptr;
  check(env, napi_create_function(env, "tendon", NAPI_AUTO_LENGTH, enters,
                                  const_cast<installation*>(self.get()), &entry));
  auto const free = [](napi_env, void* data, void*) {
    delete static_cast<std::shared_ptr<installation const>*>(data);
  };
  check(env, napi_add_finalizer(env, entry, kept.get(), free, nullptr, nullptr));
  kept.release();
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
  in.learn_structs(source.addon.structs);
  napi_value text = nullptr;
  napi_value maker = nullptr;
  check(env, napi_create_string_utf8(env, source.script.data(), source.script.size(), &text));
  check(env, napi_run_script(env, text, &maker));
  auto const self = std::make_shared<installation const>(in, source);
  napi_value const arguments[] = {make_entry(env, self, &enter),        make_entry(env, self, &enter_cells),
                                  make_entry(env, self, &enter_values), make_entry(env, self, &enter_bound),
                                  in.shared_frame().header_view(),      in.shared_frame().cell_view(),
                                  in.shared_frame().integer_view(),     exports};
  auto const made = call_script(env, maker, std::size(arguments), arguments);
  auto const& script = in.add_script(made);
  in.wrapped_objects().add_classes(source.addon, script);
  in.exported_errors().add(source.addon, script);
  add_exit_hooks(in, source.addon);
  return script_functions::finish(env, made, make_values(env, in, source.addon));
}

}  // namespace detail
}  // namespace tendon
