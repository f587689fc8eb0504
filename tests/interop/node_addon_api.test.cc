#include <tendon/interop/node_addon_api.hpp>

#include "parts.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

template <class T>
T same(T value) {
  return value;
}

template <class T>
void bind_kind(tendon::addon& a, char const* name) {
  a.export_function<&same<T>>(name, a.arg("value"));
  static_assert(tendon::from_js<T> && tendon::to_js<T>);
  static_assert(!tendon::self_contained_from_js<T>);
  static_assert(!tendon::from_js<std::vector<T>> && !tendon::from_js<std::optional<T>>);
  static_assert(!tendon::detail::can_keep_default<T>);
  static_assert(tendon::type_of<T>.runs_js);
}

void bind_kinds(tendon::addon& a) {
  bind_kind<Napi::Value>(a, "same_value");
  bind_kind<Napi::Object>(a, "same_object");
  bind_kind<Napi::Function>(a, "same_function");
  bind_kind<Napi::Array>(a, "same_array");
  bind_kind<Napi::String>(a, "same_string");
  bind_kind<Napi::Number>(a, "same_number");
  bind_kind<Napi::Boolean>(a, "same_boolean");
  bind_kind<Napi::BigInt>(a, "same_bigint");
  bind_kind<Napi::Symbol>(a, "same_symbol");
  bind_kind<Napi::Date>(a, "same_date");
  bind_kind<Napi::Promise>(a, "same_promise");
  bind_kind<Napi::ArrayBuffer>(a, "same_array_buffer");
  bind_kind<Napi::DataView>(a, "same_data_view");
  bind_kind<Napi::TypedArrayOf<std::int8_t>>(a, "same_int8_array");
  bind_kind<Napi::Uint8Array>(a, "same_uint8_array");
  bind_kind<Napi::TypedArrayOf<std::int16_t>>(a, "same_int16_array");
  bind_kind<Napi::TypedArrayOf<std::uint16_t>>(a, "same_uint16_array");
  bind_kind<Napi::TypedArrayOf<std::int32_t>>(a, "same_int32_array");
  bind_kind<Napi::TypedArrayOf<std::uint32_t>>(a, "same_uint32_array");
  bind_kind<Napi::TypedArrayOf<float>>(a, "same_float32_array");
  bind_kind<Napi::TypedArrayOf<double>>(a, "same_float64_array");
  bind_kind<Napi::TypedArrayOf<std::int64_t>>(a, "same_bigint64_array");
  bind_kind<Napi::TypedArrayOf<std::uint64_t>>(a, "same_biguint64_array");
  bind_kind<Napi::Buffer<char>>(a, "same_buffer");
  bind_kind<Napi::Buffer<float>>(a, "same_buffer_of_floats");
}

/// One of each kind, made in C++.
void bind_makers(tendon::addon& a) {
  a.export_function<[](Napi::Env env) { return Napi::Value(env.Null()); }>("make_value");
  a.export_function<[](Napi::Env env) { return Napi::Object::New(env); }>("make_object");
  a.export_function<[](Napi::Env env) {
    return Napi::Function::New(
        env, [](Napi::CallbackInfo const& info) { return info[0]; }, "made");
  }>("make_function");
  a.export_function<[](Napi::Env env) { return Napi::Array::New(env, 2); }>("make_array");
  a.export_function<[](Napi::Env env) { return Napi::String::New(env, "text"); }>("make_string");
  a.export_function<[](Napi::Env env) { return Napi::Number::New(env, 1.5); }>("make_number");
  a.export_function<[](Napi::Env env) { return Napi::Boolean::New(env, true); }>("make_boolean");
  a.export_function<[](Napi::Env env) { return Napi::BigInt::New(env, std::int64_t{-7}); }>("make_bigint");
  a.export_function<[](Napi::Env env) { return Napi::Symbol::New(env, "made"); }>("make_symbol");
  a.export_function<[](Napi::Env env) { return Napi::Date::New(env, 1000); }>("make_date");
  a.export_function<[](Napi::Env env) {
    auto const deferred = Napi::Promise::Deferred::New(env);
    deferred.Resolve(Napi::String::New(env, "kept"));
    return deferred.Promise();
  }>("make_promise");
  a.export_function<[](Napi::Env env) { return Napi::ArrayBuffer::New(env, 3); }>("make_array_buffer");
  a.export_function<[](Napi::Env env) { return Napi::DataView::New(env, Napi::ArrayBuffer::New(env, 4)); }>(
      "make_data_view");
  a.export_function<[](Napi::Env env) { return Napi::Uint8Array::New(env, 3); }>("make_uint8_array");
  a.export_function<[](Napi::Env env) { return Napi::Float64Array::New(env, 2); }>("make_float64_array");
  a.export_function<[](Napi::Env env) { return Napi::Buffer<char>::Copy(env, "abc", 3); }>("make_buffer");
  a.export_function<[](Napi::Env) { return Napi::Value(); }>("make_empty_value");
  a.export_function<[](Napi::Env) { return Napi::Object(); }>("make_empty_object");
}

/// What C++ reads from some of them.
void bind_readers(tendon::addon& a) {
  a.export_function<[](Napi::Uint8Array const& bytes) {
    return std::vector<int>(bytes.Data(), bytes.Data() + bytes.ElementLength());
  }>("bytes_of", a.arg("bytes"));
  a.export_function<[](Napi::Buffer<float> const& floats) {
    return std::vector<double>(floats.Data(), floats.Data() + floats.Length());
  }>("floats_of", a.arg("floats"));
  // The getter of the options runs after the array has been checked.
  struct options {
    std::string text;
  };
  a.export_function<[](Napi::Uint8Array bytes, options const&) {
    return static_cast<double>(bytes.ElementLength());
  }>("length_after_options", a.arg("bytes"), a.arg("options"));
  a.export_function<[](double number, Napi::Env env, std::string const& text) {
    return Napi::String::New(env, text + std::to_string(static_cast<int>(number)));
  }>("injected_between", a.arg("number"), a.arg("text"));
  a.export_function<[](Napi::Env env) { return env.RunScript("6 * 7").As<Napi::Number>(); }>("run_script");
  a.export_function<[](Napi::Value value) { return value.IsUndefined(); }>("is_undefined", a.arg("value"));
}

/// Each runs a script while it holds a span; `sum` sees what the span held before.
double sum_with_env(Napi::Env env, std::span<double const> samples) {
  env.Global().Get("script").As<Napi::Function>().Call({});
  double sum = 0;
  for (auto const each : samples) sum += each;
  return sum;
}

template <class Handle>
double sum_after(Handle handle, std::span<double const> samples) {
  return sum_with_env(handle.Env(), samples);
}

void bind_spans(tendon::addon& a) {
  a.export_function<&sum_after<Napi::Value>>("sum_with_value", a.arg("handle"), a.arg("samples"));
  a.export_function<&sum_after<Napi::Object>>("sum_with_object", a.arg("handle"), a.arg("samples"));
  a.export_function<&sum_after<Napi::Function>>("sum_with_function", a.arg("handle"), a.arg("samples"));
  a.export_function<&sum_after<Napi::Number>>("sum_with_number", a.arg("handle"), a.arg("samples"));
  a.export_function<&sum_with_env>(a.arg("samples"));
}

void bind_errors(tendon::addon& a) {
  a.export_function<[](Napi::Function callback) { return callback.Call({}); }>("call", a.arg("callback"));
  a.export_function<[](Napi::Value thrown) { throw Napi::Error(thrown.Env(), thrown); }>("throw_value",
                                                                                         a.arg("thrown"));
  a.export_function<[](Napi::Env env) { throw Napi::Error::New(env, "an error"); }>("throw_error");
  a.export_function<[](Napi::Env env) { throw Napi::TypeError::New(env, "a type error"); }>(
      "throw_type_error");
  a.export_function<[](Napi::Env env) { throw Napi::RangeError::New(env, "a range error"); }>(
      "throw_range_error");
  a.export_function<[](napi_env env) -> Napi::Number { throw Napi::TypeError::New(env, "no number"); }>(
      "throw_instead_of_result");
  a.export_function<[](Napi::Env) { throw Napi::Error(); }>("throw_empty_error");
  a.export_function<[](Napi::Env) -> int { throw std::out_of_range("of C++"); }>("throw_out_of_range");
  a.export_function<[](Napi::Function callback) {
    try {
      callback.Call({});
    } catch (Napi::Error const&) {
      std::throw_with_nested(std::runtime_error("the callback failed"));
    }
  }>("call_nested", a.arg("callback"));
  a.export_function<[](Napi::Value thrown) {
    Napi::Error(thrown.Env(), thrown).ThrowAsJavaScriptException();
  }>("leave_pending", a.arg("thrown"));
  a.export_function<[](Napi::Value thrown) {
    Napi::Error(thrown.Env(), thrown).ThrowAsJavaScriptException();
    return thrown.Env().Null();
  }>("leave_pending_and_return_null", a.arg("thrown"));
  a.export_function<[](Napi::Value thrown) {
    Napi::Error(thrown.Env(), thrown).ThrowAsJavaScriptException();
    return Napi::Object();
  }>("leave_pending_and_return_empty", a.arg("thrown"));
  a.export_function<[](Napi::Value thrown) {
    Napi::Error(thrown.Env(), thrown).ThrowAsJavaScriptException();
    return std::vector<std::string>{"converted", "in vain"};
  }>("leave_pending_and_return_strings", a.arg("thrown"));
  a.export_function<[](Napi::Value first, Napi::Value second) {
    Napi::Error(first.Env(), first).ThrowAsJavaScriptException();
    throw Napi::Error(second.Env(), second);
  }>("throw_over_pending", a.arg("first"), a.arg("second"));
  a.export_function<[](Napi::Env env) -> std::function<void()> {
    return [env] { throw Napi::TypeError::New(env, "of a function that was returned"); };
  }>("thrower");
}

/// A function that C++ keeps by the means of node-addon-api.
struct keeper {
  Napi::FunctionReference function;
};

void keep(tendon::env_state<keeper>& state, napi_env env, napi_value callback) {
  state->function = Napi::Persistent(Napi::Function(env, callback));
}

int call_kept(tendon::env_state<keeper>& state) { return state->function.Call({}).As<Napi::Number>(); }

/// No signature tells that these functions throw a Napi::Error.
void bind_kept(tendon::addon& a) {
  a.export_function<&keep>(a.arg("callback"));
  a.export_function<&call_kept>();
}

}  // namespace

/// Visible to other files, as in a header of a user's.
struct kept_addon : tendon::addon {
  void describe_() { bind_kept(*this); }
};

struct faulty_by_napi : tendon::addon {
  void describe_() {
    export_value("twice", 1);
    export_value("twice", 2);
  }
};

namespace {

/// What TENDON_ADDON(block) makes.
struct block_addon final : tendon::addon {
  void describe_() { bind_kept(*this); }
};

}  // namespace

void bind_handles(tendon::addon& a) {
  bind_kinds(a);
  bind_makers(a);
  bind_readers(a);
  bind_spans(a);
  bind_errors(a);
}

napi_value install_by_napi(napi_env env, napi_value exports) {
  try {
    if (Napi::Value(env, exports).IsNull())
      return tendon::install<faulty_by_napi>(Napi::Env(env), {env, exports});
    return tendon::install<kept_addon>(Napi::Env(env), Napi::Object(env, exports));
  } catch (Napi::Error const& error) {
    Napi::Object(env, error.Value()).Set("seen", "as Napi::Error");
    error.ThrowAsJavaScriptException();
    return nullptr;
  }
}

napi_value load_block(napi_env env, napi_value exports) {
  return tendon::detail::load<block_addon>(env, exports, "block",
                                           tendon::detail::translator_for<block_addon>());
}

napi_value set_instance_data(napi_env env, napi_value) {
  Napi::Env(env).SetInstanceData(new int(42));
  return Napi::Function::New(env, [](Napi::CallbackInfo const& info) {
    return Napi::Number::New(info.Env(), *info.Env().GetInstanceData<int>());
  });
}
