// Reading and making values.
#pragma once

#include <napi.h>

#include <string>
#include <string_view>
#include <vector>

#include "../../workload.hpp"

namespace {

using workload::point;

inline void require(Napi::CallbackInfo const& info, std::size_t count, bool right) {
  if (info.Length() < count) throw Napi::TypeError::New(info.Env(), "Wrong number of arguments");
  if (!right) throw Napi::TypeError::New(info.Env(), "Wrong arguments");
}

inline double number_in(Napi::Value value) { return value.As<Napi::Number>().DoubleValue(); }
inline std::int32_t int_in(Napi::Value value) { return value.As<Napi::Number>().Int32Value(); }
inline std::string text_in(Napi::Value value) { return value.As<Napi::String>().Utf8Value(); }

inline Napi::Value new_text(Napi::Env env, std::string_view text) {
  return Napi::String::New(env, text.data(), text.size());
}

// Structs.

inline double member(Napi::Object object, char const* name) {
  auto const value = object.Get(name);
  if (!value.IsNumber()) throw Napi::TypeError::New(object.Env(), "The property must be a number");
  return number_in(value);
}

inline point point_in(Napi::Value value) {
  if (!value.IsObject()) throw Napi::TypeError::New(value.Env(), "The argument must be an object");
  auto const object = value.As<Napi::Object>();
  return {member(object, "x"), member(object, "y"), member(object, "z")};
}

inline Napi::Object new_point(Napi::Env env, point const& it) {
  auto const result = Napi::Object::New(env);
  result.Set("x", it.x);
  result.Set("y", it.y);
  result.Set("z", it.z);
  return result;
}

// Arrays.

/// What `read` gives for each element.
template <class Read>
auto array_in(Napi::Value value, Read read) {
  if (!value.IsArray()) throw Napi::TypeError::New(value.Env(), "The argument must be an array");
  auto const array = value.As<Napi::Array>();
  std::vector<decltype(read(value))> result(array.Length());
  for (std::uint32_t i = 0; i < result.size(); ++i) {
    Napi::HandleScope const scope(value.Env());
    result[i] = read(array[i]);
  }
  return result;
}

template <class T, class Make>
inline Napi::Value new_array(Napi::Env env, std::vector<T> const& values, Make make) {
  auto const result = Napi::Array::New(env, values.size());
  for (std::uint32_t i = 0; i < values.size(); ++i) result.Set(i, make(env, values[i]));
  return result;
}

inline double element_number(Napi::Value value) {
  if (!value.IsNumber()) throw Napi::TypeError::New(value.Env(), "The element must be a number");
  return number_in(value);
}

inline std::string element_text(Napi::Value value) {
  if (!value.IsString()) throw Napi::TypeError::New(value.Env(), "The element must be a string");
  return text_in(value);
}

}  // namespace
