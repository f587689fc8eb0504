#define NAPI_VERSION 8
#include <node_api.h>

static napi_value hello(napi_env env, napi_callback_info info) {
  napi_value result = NULL;
  (void)info;
  if (napi_create_string_utf8(env, "world", NAPI_AUTO_LENGTH, &result) != napi_ok) return NULL;
  return result;
}

NAPI_MODULE_INIT() {
  static const napi_property_descriptor functions[] = {
      {"hello", NULL, hello, NULL, NULL, NULL, napi_enumerable, NULL},
  };
  return napi_define_properties(env, exports, 1, functions) == napi_ok ? exports : NULL;
}
