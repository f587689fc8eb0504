#include <napi.h>

#include "hello.hpp"

static Napi::Value call_hello(Napi::CallbackInfo const& info) {
  return Napi::String::New(info.Env(), hello());
}

static Napi::Object init(Napi::Env env, Napi::Object exports) {
  exports.Set("hello", Napi::Function::New(env, call_hello, "hello"));
  return exports;
}

NODE_API_MODULE(hello, init)
