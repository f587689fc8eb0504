// Type maps of structs, as the documentation of nobind17 shows them.
#pragma once

#include <nobind.h>

#include <utility>

#include "../../workload.hpp"

namespace {

using workload::line;
using workload::person;
using workload::point;

inline double required(Napi::Object object, char const* name) {
  auto const value = object.Get(name);
  if (!value.IsNumber()) throw Napi::TypeError::New(object.Env(), "Expected a number");
  return value.As<Napi::Number>().DoubleValue();
}

inline point point_in(Napi::Value value) {
  if (!value.IsObject()) throw Napi::TypeError::New(value.Env(), "Expected an object");
  auto const object = value.As<Napi::Object>();
  return {required(object, "x"), required(object, "y"), required(object, "z")};
}

inline Napi::Value value_of(Napi::Env env, point const& it) {
  auto const result = Napi::Object::New(env);
  result.Set("x", it.x);
  result.Set("y", it.y);
  result.Set("z", it.z);
  return result;
}

inline line line_in(Napi::Value value) {
  if (!value.IsObject()) throw Napi::TypeError::New(value.Env(), "Expected an object");
  auto const object = value.As<Napi::Object>();
  return {point_in(object.Get("from")), point_in(object.Get("to"))};
}

inline Napi::Value value_of(Napi::Env env, line const& it) {
  auto const result = Napi::Object::New(env);
  result.Set("from", value_of(env, it.from));
  result.Set("to", value_of(env, it.to));
  return result;
}

inline person person_in(Napi::Value value) {
  if (!value.IsObject()) throw Napi::TypeError::New(value.Env(), "Expected an object");
  auto const object = value.As<Napi::Object>();
  auto const name = object.Get("name");
  auto const age = object.Get("age");
  auto const active = object.Get("active");
  if (!name.IsString() || !age.IsNumber() || !active.IsBoolean())
    throw Napi::TypeError::New(value.Env(), "Expected a person");
  return {name.As<Napi::String>().Utf8Value(), age.As<Napi::Number>().Int32Value(),
          active.As<Napi::Boolean>().Value()};
}

inline Napi::Value value_of(Napi::Env env, person const& it) {
  auto const result = Napi::Object::New(env);
  result.Set("name", it.name);
  result.Set("age", it.age);
  result.Set("active", it.active);
  return result;
}

}  // namespace

namespace Nobind {
namespace Typemap {

#define STRUCT_TYPEMAPS(TYPE, READ)                                                    \
  template <>                                                                          \
  class FromJS<TYPE> {                                                                 \
    TYPE val_;                                                                         \
                                                                                       \
   public:                                                                             \
    inline explicit FromJS(const Napi::Value& val) : val_(READ(val)) {}                \
    inline TYPE Get() { return val_; }                                                 \
    FromJS(const FromJS&) = delete;                                                    \
    FromJS(FromJS&&) = default;                                                        \
    static const std::string TSType() { return #TYPE; }                                \
  };                                                                                   \
  template <const ReturnAttribute& RETATTR>                                            \
  class ToJS<TYPE, RETATTR> {                                                          \
    Napi::Env env_;                                                                    \
    TYPE val_;                                                                         \
                                                                                       \
   public:                                                                             \
    inline explicit ToJS(Napi::Env env, TYPE val) : env_(env), val_(std::move(val)) {} \
    inline Napi::Value Get() { return value_of(env_, val_); }                          \
    ToJS(const ToJS&) = delete;                                                        \
    ToJS(ToJS&&) = default;                                                            \
    static const std::string TSType() { return #TYPE; }                                \
  };

STRUCT_TYPEMAPS(point, point_in)
STRUCT_TYPEMAPS(line, line_in)
STRUCT_TYPEMAPS(person, person_in)

}  // namespace Typemap
}  // namespace Nobind
