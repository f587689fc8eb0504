#pragma once
#include <node_api.h>

/// The environment in which the running test case may use Node-API; set by doctest_addon.cc.
extern napi_env test_env;
