// An addon with the faults that `npm run test:asan` must find before it may say that there are none.
#include <node_api.h>

#include <iterator>

namespace {

int* volatile kept = nullptr;

napi_value leak_memory(napi_env, napi_callback_info) {
  // More than one, since the last can still be found on the stack.
  for (int i = 0; i < 10; ++i) kept = new int(i);
  kept = nullptr;
  return nullptr;
}

napi_value leak_references(napi_env env, napi_callback_info) {
  for (int i = 0; i < 10; ++i) {
    napi_value object = nullptr;
    napi_ref reference = nullptr;
    napi_create_object(env, &object);
    napi_create_reference(env, object, 1, &reference);
  }
  return nullptr;
}

napi_value use_after_free(napi_env env, napi_callback_info) {
  kept = new int(1);
  delete kept;
  napi_value result = nullptr;
  napi_create_int32(env, *kept, &result);
  return result;
}

napi_value give_back(napi_env, napi_callback_info) {
  kept = new int(1);
  delete kept;
  return nullptr;
}

}  // namespace

NAPI_MODULE_INIT() {
  napi_property_descriptor const functions[] = {
      {"leak_memory", nullptr, leak_memory, nullptr, nullptr, nullptr, napi_enumerable, nullptr},
      {"leak_references", nullptr, leak_references, nullptr, nullptr, nullptr, napi_enumerable, nullptr},
      {"use_after_free", nullptr, use_after_free, nullptr, nullptr, nullptr, napi_enumerable, nullptr},
      {"give_back", nullptr, give_back, nullptr, nullptr, nullptr, napi_enumerable, nullptr},
  };
  napi_define_properties(env, exports, std::size(functions), functions);
  return exports;
}
