// A module whose initialiser is written by hand, in a file that knows nothing of node-addon-api. Nothing is
// installed before JavaScript asks for it, so that a test sees an environment that knows one addon only.
#include <tendon/tendon.hpp>

#include "parts.hpp"

namespace {

struct split_addon : tendon::addon {
  void describe_() { bind_handles(*this); }
};

struct faulty_addon : tendon::addon {
  void describe_() {
    export_value("twice", 1);
    export_value("twice", 2);
  }
};

struct assigned_addon : tendon::addon {
  void describe_() {
    export_assignment<[] { return 1; }>("one");
    export_value("two", 2);
  }
};

template <napi_value (*Install)(napi_env, napi_value)>
napi_value call_install(napi_env env, napi_callback_info info) {
  napi_value exports = nullptr;
  std::size_t count = 1;
  napi_get_cb_info(env, info, &count, &exports, nullptr, nullptr);
  return Install(env, exports);
}

template <napi_value (*Install)(napi_env, napi_value)>
void set_install(napi_env env, napi_value exports, char const* name) {
  napi_value function = nullptr;
  napi_create_function(env, name, NAPI_AUTO_LENGTH, &call_install<Install>, nullptr, &function);
  napi_set_named_property(env, exports, name, function);
}

}  // namespace

NAPI_MODULE_INIT() {
  set_install<&tendon::install<split_addon>>(env, exports, "install_split");
  set_install<&tendon::install<faulty_addon>>(env, exports, "install_faulty");
  set_install<&tendon::install<assigned_addon>>(env, exports, "install_assigned");
  set_install<&install_by_napi>(env, exports, "install_by_napi");
  set_install<&load_block>(env, exports, "load_block");
  set_install<&set_instance_data>(env, exports, "set_instance_data");
  return exports;
}
