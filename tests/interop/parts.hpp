#pragma once

#include <tendon/tendon.hpp>

// What module.cc, which does not include node-addon-api, takes from node_addon_api.test.cc, which does.

/// Exports functions with types of node-addon-api in their signatures.
void bind_handles(tendon::addon&);

/// Installs functions without such types by the overload of tendon::install for Napi::Env.
napi_value install_by_napi(napi_env env, napi_value exports);

/// Installs the same functions as a TENDON_ADDON block in a file that includes the interop does.
napi_value load_block(napi_env env, napi_value exports);

/// Sets the instance data of the environment to a number, and gives a function that reads it.
napi_value set_instance_data(napi_env env, napi_value exports);
