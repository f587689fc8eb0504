#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "../describe/description.hpp"
#include "../describe/script.hpp"
#include "../env/environment.hpp"
#include "call.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// What a call needs of its function, in one place.
struct function_entry {
  function_description const* source;
  std::uint32_t most_values;     ///< `this`, texts and the parameters
  bool handles_objects = false;  ///< objects of wrapped classes are called on, passed or made
  bool has_stub = false;         ///< the rest is of its only signature
  bool stacks_cells = false;     ///< its cells stand behind those of outer calls, not at the start
  bool takes_receiver = false;   ///< `this` is passed to a lean call, before other values
  bool takes_values = false;     ///< some arguments, or `this`, are passed as such
  bool defers_object = false;    ///< the script makes the object of the result
  bool is_overridable = false;   ///< its objects may have another function of its name
  signature_description const* signature = nullptr;
  void (*run)(call&) = nullptr;
  fast_outcome (*run_lean)(lean_call&) = nullptr;  ///< instead, when it is there
  type_description const* receiver = nullptr;      ///< the class of its objects; null when it is no member
  std::uint32_t argument_cells = 0;
  std::uint32_t result_cells = 0;
  std::uint32_t lean_values = 0;  ///< the arguments of a lean call that don't come through the frame
  std::uint32_t defaults = 0;     ///< a bit for each parameter that has one
};

inline bool gives_or_takes_objects(signature_description const& signature) {
  auto const is_object = [](type_description const& part) {
    return part.form == type_description::kind::object;
  };
  for (auto const& each : signature.parameters)
    if (any_part(*each.type, is_object)) return true;
  return signature.constructs || !signature.kept.empty() || any_part(*signature.result, is_object);
}

inline bool handles_objects(function_description const& function) {
  return function.has_receiver() ||
         std::any_of(function.overloads.begin(), function.overloads.end(), gives_or_takes_objects);
}

inline void enter_stub_of(function_entry& made, description const& addon) {
  auto const& function = *made.source;
  auto const& signature = function.overloads.front();
  made.has_stub = true;
  made.stacks_cells = signature.stub.stacks_cells;
  made.takes_receiver = signature.stub.takes_receiver;
  made.takes_values = signature.stub.takes_values;
  made.defers_object = signature.constructs || object_class(*signature.result);
  made.is_overridable = function.is_overridable;
  made.signature = &signature;
  made.run = signature.invoke_wired ? signature.invoke_wired : signature.invoke;
  made.receiver = function.has_receiver() ? addon.classes[function.owner].type : nullptr;
  made.argument_cells = static_cast<std::uint32_t>(signature.stub.argument_cells);
  made.result_cells = static_cast<std::uint32_t>(signature.stub.result_cells);
  if (signature.stub.takes_texts) {
    ++made.most_values;
    ++made.lean_values;
  }
  if (signature.stub.takes_receiver) ++made.lean_values;
  for (std::size_t i = 0; i < signature.parameters.size(); ++i) {
    if (signature.parameters[i].default_value) made.defaults |= 1u << i;
    if (!travels(*signature.parameters[i].type)) ++made.lean_values;
  }
  if (signature.stub.is_lean) made.run_lean = signature.invoke_lean;
}

/// What every environment installs from: made once per process and never destroyed.
struct installable {
  description addon;
  std::vector<function_entry> functions;
  std::string script;

  /// `with_stubs`: with fast bodies before the generic ones.
  installable(description&& described, bool with_stubs) : addon(std::move(described)) {
    if (with_stubs)
      plan_stubs(addon);
    else
      plan_bound_functions(addon);
    for (auto const& function : addon.functions) {
      auto const most_values = static_cast<std::uint32_t>(1 + shape_of(function).parameters);
      auto& made = functions.emplace_back(function_entry{&function, most_values, handles_objects(function)});
      if (!function.overloads.empty() && function.overloads.front().stub.exists) enter_stub_of(made, addon);
    }
    script = write_script(addon);
  }
};

struct installation;

/// The installation that most calls are of: the only one in the environment where this module was installed
/// first. It is found without asking Node-API, which would take a sixth of an empty call.
class first_installation {
 public:
  /// Null for any other environment. JavaScript thread of `env`.
  static installation const* of(napi_env env) {
    return env_.load(std::memory_order_relaxed) == env ? known_.load(std::memory_order_relaxed) : nullptr;
  }

  static void add(napi_env env, installation const& added) {
    napi_env nobody = nullptr;
    auto const is_first = env_.compare_exchange_strong(nobody, env);
    if (is_first || nobody == env) known_ = is_first ? &added : nullptr;
  }

  static void remove(installation const& gone) {
    if (known_ == &gone) known_ = nullptr;
  }

 private:
  static inline constinit std::atomic<napi_env> env_ = nullptr;  ///< stays when it has ended
  static inline constinit std::atomic<installation const*> known_ = nullptr;
};

/// One addon in one environment: what a native entry point finds its way by.
struct installation {
  installation(environment& made_in, installable const& made_from)
      : owner(made_in.shared_from_this()),
        in(made_in),
        shared(made_in.shared_frame()),
        source(made_from),
        functions(made_from.functions.data()),
        function_count(static_cast<std::uint32_t>(made_from.functions.size())) {
    first_installation::add(in.env(), *this);
  }
  installation(installation const&) = delete;
  installation& operator=(installation const&) = delete;
  ~installation() { first_installation::remove(*this); }

  std::shared_ptr<lifetime> owner;
  environment& in;
  frame_view const shared;
  installable const& source;
  function_entry const* functions;
  std::uint32_t function_count;
};

/// The one that an entry point was made for; null when Node-API does not say.
[[gnu::always_inline]] inline installation const* installation_of(napi_env env, napi_callback_info info) {
  if (auto const* const first = first_installation::of(env)) return first;
  void* data = nullptr;
  napi_get_cb_info(env, info, nullptr, nullptr, nullptr, &data);
  return static_cast<installation const*>(data);
}

}  // namespace detail
}  // namespace tendon
