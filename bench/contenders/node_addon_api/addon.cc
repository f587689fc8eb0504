// The addon as it is written by hand with node-addon-api, whose exceptions are on. Classes are
// Napi::ObjectWrap; arguments that are objects are checked by `instanceof`, as its documentation shows.
#include <napi.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "../../workload.hpp"
#include "values.hpp"

using namespace workload;

namespace {

/// What belongs to one environment.
struct addon_data {
  Napi::FunctionReference counter_class;
  Napi::FunctionReference leaf_class;
};

// Calls.

void noop_call(Napi::CallbackInfo const&) { noop(); }

Napi::Value add_call(Napi::CallbackInfo const& info) {
  require(info, 2, info[0].IsNumber() && info[1].IsNumber());
  return Napi::Number::New(info.Env(), add(number_in(info[0]), number_in(info[1])));
}

Napi::Value add_int_call(Napi::CallbackInfo const& info) {
  require(info, 2, info[0].IsNumber() && info[1].IsNumber());
  return Napi::Number::New(info.Env(), add_int(int_in(info[0]), int_in(info[1])));
}

Napi::Value negate_call(Napi::CallbackInfo const& info) {
  require(info, 1, info[0].IsBoolean());
  return Napi::Boolean::New(info.Env(), negate(info[0].As<Napi::Boolean>().Value()));
}

void fail_call(Napi::CallbackInfo const& info) {
  try {
    fail();
  } catch (std::exception const& error) {
    throw Napi::TypeError::New(info.Env(), error.what());
  }
}

// Strings.

Napi::Value text_weight_call(Napi::CallbackInfo const& info) {
  require(info, 1, info[0].IsString());
  return Napi::Number::New(info.Env(), text_weight(text_in(info[0])));
}

template <auto Make>
Napi::Value text_call(Napi::CallbackInfo const& info) {
  return new_text(info.Env(), Make());
}

Napi::Value echo_call(Napi::CallbackInfo const& info) {
  require(info, 1, info[0].IsString());
  return new_text(info.Env(), echo(text_in(info[0])));
}

// Classes.

class wrapped_counter : public Napi::ObjectWrap<wrapped_counter> {
 public:
  static Napi::Function define(Napi::Env env) {
    return DefineClass(
        env, "Counter",
        {InstanceMethod<&wrapped_counter::next>("next"), InstanceMethod<&wrapped_counter::self>("self"),
         InstanceAccessor<&wrapped_counter::value, &wrapped_counter::set_value>("value")});
  }

  explicit wrapped_counter(Napi::CallbackInfo const& info) : ObjectWrap(info) {
    require(info, 1, info[0].IsNumber());
    native_ = std::make_unique<counter>(int_in(info[0]));
  }

  static counter& in(Napi::Value value) {
    auto const env = value.Env();
    auto const constructor = env.GetInstanceData<addon_data>()->counter_class.Value();
    if (!value.IsObject() || !value.As<Napi::Object>().InstanceOf(constructor))
      throw Napi::TypeError::New(env, "It must be a Counter");
    return *Unwrap(value.As<Napi::Object>())->native_;
  }

 private:
  Napi::Value next(Napi::CallbackInfo const& info) { return Napi::Number::New(info.Env(), native_->next()); }
  Napi::Value self(Napi::CallbackInfo const& info) { return info.This(); }
  Napi::Value value(Napi::CallbackInfo const& info) {
    return Napi::Number::New(info.Env(), native_->value());
  }
  void set_value(Napi::CallbackInfo const&, Napi::Value const& value) {
    if (!value.IsNumber()) throw Napi::TypeError::New(value.Env(), "Wrong value");
    native_->set_value(int_in(value));
  }

  std::unique_ptr<counter> native_;
};

Napi::Value living_counters_call(Napi::CallbackInfo const& info) {
  return Napi::Number::New(info.Env(), count_living());
}

Napi::Value sum_counters_call(Napi::CallbackInfo const& info) {
  require(info, 2, true);
  auto const result = sum_counters(wrapped_counter::in(info[0]), wrapped_counter::in(info[1]));
  return Napi::Number::New(info.Env(), result);
}

Napi::Value make_counter_call(Napi::CallbackInfo const& info) {
  require(info, 1, info[0].IsNumber());
  return info.Env().GetInstanceData<addon_data>()->counter_class.New({info[0]});
}

/// The part of a branch, which it keeps alive.
class wrapped_leaf : public Napi::ObjectWrap<wrapped_leaf> {
 public:
  static Napi::Function define(Napi::Env env) {
    return DefineClass(env, "Leaf", {InstanceAccessor<&wrapped_leaf::value>("value")});
  }

  explicit wrapped_leaf(Napi::CallbackInfo const& info) : ObjectWrap(info) {
    if (!info[0].IsExternal())
      throw Napi::TypeError::New(info.Env(), "A Leaf can't be constructed by JavaScript");
  }

  void show(leaf& native, Napi::Object owner) {
    native_ = &native;
    owner_ = Napi::Persistent(owner);
  }

 private:
  Napi::Value value(Napi::CallbackInfo const& info) {
    return Napi::Number::New(info.Env(), native_->value());
  }

  leaf* native_ = nullptr;
  Napi::ObjectReference owner_;
};

/// A branch shows its part as an object that is the same each time.
class wrapped_branch : public Napi::ObjectWrap<wrapped_branch> {
 public:
  static Napi::Function define(Napi::Env env) {
    return DefineClass(env, "Branch", {InstanceMethod<&wrapped_branch::part>("leaf")});
  }

  explicit wrapped_branch(Napi::CallbackInfo const& info) : ObjectWrap(info) {
    require(info, 1, info[0].IsNumber());
    native_ = std::make_unique<branch>(int_in(info[0]));
  }

 private:
  Napi::Value part(Napi::CallbackInfo const& info) {
    auto const env = info.Env();
    if (!shown_.IsEmpty()) {
      auto const shown = shown_.Value();
      if (!shown.IsEmpty()) return shown;
    }
    auto& leaves = env.GetInstanceData<addon_data>()->leaf_class;
    auto const result = leaves.New({Napi::External<void>::New(env, nullptr)});
    wrapped_leaf::Unwrap(result)->show(native_->part(), info.This().As<Napi::Object>());
    shown_ = Napi::Weak(result);
    return result;
  }

  std::unique_ptr<branch> native_;
  Napi::ObjectReference shown_;
};

template <int Number>
class wrapped_kind : public Napi::ObjectWrap<wrapped_kind<Number>> {
 public:
  using base = Napi::ObjectWrap<wrapped_kind>;

  static Napi::Function define(Napi::Env env, char const* name) {
    return base::DefineClass(env, name, {base::template InstanceMethod<&wrapped_kind::next>("next")});
  }

  explicit wrapped_kind(Napi::CallbackInfo const& info) : base(info), native_(int_in(info[0])) {}

 private:
  Napi::Value next(Napi::CallbackInfo const& info) { return Napi::Number::New(info.Env(), native_.next()); }

  kind<Number> native_;
};

// Structs.

Napi::Value point_sum_call(Napi::CallbackInfo const& info) {
  return Napi::Number::New(info.Env(), point_sum(point_in(info[0])));
}

Napi::Value make_point_call(Napi::CallbackInfo const& info) {
  require(info, 3, info[0].IsNumber() && info[1].IsNumber() && info[2].IsNumber());
  return new_point(info.Env(), make_point(number_in(info[0]), number_in(info[1]), number_in(info[2])));
}

Napi::Value scale_point_call(Napi::CallbackInfo const& info) {
  require(info, 2, info[1].IsNumber());
  return new_point(info.Env(), scale_point(point_in(info[0]), number_in(info[1])));
}

Napi::Value reverse_line_call(Napi::CallbackInfo const& info) {
  require(info, 1, info[0].IsObject());
  auto const object = info[0].As<Napi::Object>();
  auto const reversed = reverse_line({point_in(object.Get("from")), point_in(object.Get("to"))});
  auto const result = Napi::Object::New(info.Env());
  result.Set("from", new_point(info.Env(), reversed.from));
  result.Set("to", new_point(info.Env(), reversed.to));
  return result;
}

Napi::Value birthday_call(Napi::CallbackInfo const& info) {
  require(info, 1, info[0].IsObject());
  auto const object = info[0].As<Napi::Object>();
  auto const name = object.Get("name");
  auto const age = object.Get("age");
  auto const active = object.Get("active");
  require(info, 1, name.IsString() && age.IsNumber() && active.IsBoolean());
  auto const older = birthday({text_in(name), int_in(age), active.As<Napi::Boolean>().Value()});
  auto const result = Napi::Object::New(info.Env());
  result.Set("name", older.name);
  result.Set("age", older.age);
  result.Set("active", older.active);
  return result;
}

// Arrays.

Napi::Value sum_call(Napi::CallbackInfo const& info) {
  return Napi::Number::New(info.Env(), sum(array_in(info[0], element_number)));
}

Napi::Value sequence_call(Napi::CallbackInfo const& info) {
  require(info, 1, info[0].IsNumber());
  return new_array(info.Env(), sequence(int_in(info[0])), Napi::Number::New);
}

Napi::Value sum_points_call(Napi::CallbackInfo const& info) {
  return Napi::Number::New(info.Env(), sum_points(array_in(info[0], point_in)));
}

Napi::Value make_points_call(Napi::CallbackInfo const& info) {
  require(info, 1, info[0].IsNumber());
  return new_array(info.Env(), make_points(int_in(info[0])), new_point);
}

Napi::Value total_size_call(Napi::CallbackInfo const& info) {
  return Napi::Number::New(info.Env(), total_size(array_in(info[0], element_text)));
}

Napi::Value make_words_call(Napi::CallbackInfo const& info) {
  require(info, 1, info[0].IsNumber());
  return new_array(info.Env(), make_words(int_in(info[0])), new_text);
}

// Typed arrays.

template <class T>
std::span<T> span_in(Napi::Value value, napi_typedarray_type type) {
  if (!value.IsTypedArray() || value.As<Napi::TypedArray>().TypedArrayType() != type)
    throw Napi::TypeError::New(value.Env(), "The argument must be a typed array of the right kind");
  auto array = value.As<Napi::TypedArrayOf<std::remove_const_t<T>>>();
  return {array.Data(), array.ElementLength()};
}

Napi::Value sum_span_call(Napi::CallbackInfo const& info) {
  return Napi::Number::New(info.Env(), sum_span(span_in<double const>(info[0], napi_float64_array)));
}

void scale_span_call(Napi::CallbackInfo const& info) {
  require(info, 2, info[1].IsNumber());
  scale_span(span_in<double>(info[0], napi_float64_array), number_in(info[1]));
}

Napi::Value checksum_call(Napi::CallbackInfo const& info) {
  return Napi::Number::New(info.Env(), checksum(span_in<std::uint8_t const>(info[0], napi_uint8_array)));
}

// Callbacks.

Napi::Value call_times_call(Napi::CallbackInfo const& info) {
  require(info, 2, info[0].IsNumber() && info[1].IsFunction());
  auto const env = info.Env();
  auto const function = info[1].As<Napi::Function>();
  return Napi::Number::New(env, call_times(int_in(info[0]), [&](double value) {
                             Napi::HandleScope const scope(env);
                             return element_number(function.Call({Napi::Number::New(env, value)}));
                           }));
}

void each_word_call(Napi::CallbackInfo const& info) {
  require(info, 2, info[0].IsNumber() && info[1].IsFunction());
  auto const env = info.Env();
  auto const function = info[1].As<Napi::Function>();
  each_word(int_in(info[0]), [&](std::string_view text) {
    Napi::HandleScope const scope(env);
    function.Call({new_text(env, text)});
  });
}

// The module.

template <int... Numbers>
void export_kinds(Napi::Env env, Napi::Object exports, std::integer_sequence<int, Numbers...>) {
  auto const define = [&](std::string const& name, auto define_one) {
    exports.Set(name, define_one(env, name.c_str()));
  };
  (define("Kind" + std::to_string(Numbers), &wrapped_kind<Numbers>::define), ...);
}

template <auto Function>
void export_function(Napi::Object exports, char const* name) {
  exports.Set(name, Napi::Function::New<Function>(exports.Env(), name));
}

Napi::Object init(Napi::Env env, Napi::Object exports) {
  export_function<noop_call>(exports, "noop");
  export_function<add_call>(exports, "add");
  export_function<add_int_call>(exports, "addInt");
  export_function<negate_call>(exports, "negate");
  export_function<fail_call>(exports, "fail");
  export_function<text_weight_call>(exports, "textWeight");
  export_function<text_call<ascii<10>>>(exports, "ascii10");
  export_function<text_call<ascii<100>>>(exports, "ascii100");
  export_function<text_call<ascii<1000>>>(exports, "ascii1000");
  export_function<text_call<unicode<10>>>(exports, "unicode10");
  export_function<text_call<unicode<100>>>(exports, "unicode100");
  export_function<text_call<unicode<1000>>>(exports, "unicode1000");
  export_function<echo_call>(exports, "echo");
  export_function<living_counters_call>(exports, "livingCounters");
  export_function<sum_counters_call>(exports, "sumCounters");
  export_function<make_counter_call>(exports, "makeCounter");
  export_function<point_sum_call>(exports, "pointSum");
  export_function<make_point_call>(exports, "makePoint");
  export_function<scale_point_call>(exports, "scalePoint");
  export_function<reverse_line_call>(exports, "reverseLine");
  export_function<birthday_call>(exports, "birthday");
  export_function<sum_call>(exports, "sum");
  export_function<sequence_call>(exports, "sequence");
  export_function<sum_points_call>(exports, "sumPoints");
  export_function<make_points_call>(exports, "makePoints");
  export_function<total_size_call>(exports, "totalSize");
  export_function<make_words_call>(exports, "makeWords");
  export_function<sum_span_call>(exports, "sumSpan");
  export_function<scale_span_call>(exports, "scaleSpan");
  export_function<checksum_call>(exports, "checksum");
  export_function<call_times_call>(exports, "callTimes");
  export_function<each_word_call>(exports, "eachWord");

  auto* const data = new addon_data();
  env.SetInstanceData(data);
  auto const counters = wrapped_counter::define(env);
  auto const leaves = wrapped_leaf::define(env);
  data->counter_class = Napi::Persistent(counters);
  data->leaf_class = Napi::Persistent(leaves);
  exports.Set("Counter", counters);
  exports.Set("Leaf", leaves);
  exports.Set("Branch", wrapped_branch::define(env));
  export_kinds(env, exports, std::make_integer_sequence<int, kind_count>());
  return exports;
}

}  // namespace

NODE_API_MODULE(NODE_GYP_MODULE_NAME, init)
