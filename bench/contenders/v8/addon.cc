// The addon as it is written straight against V8 and node::ObjectWrap: tied to one version of Node.js.
#include <node.h>
#include <node_object_wrap.h>

#include <array>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "../../workload.hpp"

using namespace workload;
using v8::Array;
using v8::ArrayBufferView;
using v8::Context;
using v8::Exception;
using v8::External;
using v8::Float64Array;
using v8::Function;
using v8::FunctionCallbackInfo;
using v8::FunctionTemplate;
using v8::Global;
using v8::HandleScope;
using v8::Isolate;
using v8::Local;
using v8::NewStringType;
using v8::Object;
using v8::ObjectTemplate;
using v8::Signature;
using v8::String;
using v8::Uint8Array;
using v8::Value;

namespace {

using call_info = FunctionCallbackInfo<Value>;

/// What belongs to one environment.
struct addon_data {
  Global<FunctionTemplate> counter_class;
  Global<Function> counter_constructor;
  Global<Function> leaf_constructor;
};

#if V8_MAJOR_VERSION > 14 || (V8_MAJOR_VERSION == 14 && V8_MINOR_VERSION >= 3)
void* pointer_in(Local<Value> external) {
  return external.As<External>()->Value(v8::kExternalPointerTypeTagDefault);
}
Local<External> new_external(Isolate* isolate, void* pointer) {
  return External::New(isolate, pointer, v8::kExternalPointerTypeTagDefault);
}
#else
void* pointer_in(Local<Value> external) { return external.As<External>()->Value(); }
Local<External> new_external(Isolate* isolate, void* pointer) { return External::New(isolate, pointer); }
#endif

addon_data& data_of(call_info const& info) { return *static_cast<addon_data*>(pointer_in(info.Data())); }

Local<String> new_text(Isolate* isolate, std::string_view text) {
  return String::NewFromUtf8(isolate, text.data(), NewStringType::kNormal, static_cast<int>(text.size()))
      .ToLocalChecked();
}

Local<String> new_name(Isolate* isolate, char const* text) {
  return String::NewFromUtf8(isolate, text, NewStringType::kInternalized).ToLocalChecked();
}

void throw_type_error(Isolate* isolate, char const* message) {
  isolate->ThrowException(Exception::TypeError(new_text(isolate, message)));
}

/// Whether the arguments are as the function wants them; throws otherwise.
bool require(call_info const& info, int count, bool right) {
  if (info.Length() >= count && right) return true;
  throw_type_error(info.GetIsolate(),
                   info.Length() < count ? "Wrong number of arguments" : "Wrong arguments");
  return false;
}

double number_in(Local<Value> value) { return value.As<v8::Number>()->Value(); }
std::int32_t int_in(Local<Value> value) { return value.As<v8::Int32>()->Value(); }
std::string_view view_of(String::Utf8Value const& text) {
  return {*text, static_cast<std::size_t>(text.length())};
}

// Calls.

void noop_call(call_info const&) { noop(); }

void add_call(call_info const& info) {
  if (!require(info, 2, info[0]->IsNumber() && info[1]->IsNumber())) return;
  info.GetReturnValue().Set(add(number_in(info[0]), number_in(info[1])));
}

void add_int_call(call_info const& info) {
  if (!require(info, 2, info[0]->IsInt32() && info[1]->IsInt32())) return;
  info.GetReturnValue().Set(add_int(int_in(info[0]), int_in(info[1])));
}

void negate_call(call_info const& info) {
  if (!require(info, 1, info[0]->IsBoolean())) return;
  info.GetReturnValue().Set(negate(info[0]->IsTrue()));
}

void fail_call(call_info const& info) {
  try {
    fail();
  } catch (std::exception const& error) {
    throw_type_error(info.GetIsolate(), error.what());
  }
}

// Strings.

void text_weight_call(call_info const& info) {
  if (!require(info, 1, info[0]->IsString())) return;
  String::Utf8Value const text(info.GetIsolate(), info[0]);
  info.GetReturnValue().Set(text_weight(view_of(text)));
}

template <auto Make>
void text_call(call_info const& info) {
  info.GetReturnValue().Set(new_text(info.GetIsolate(), Make()));
}

void echo_call(call_info const& info) {
  if (!require(info, 1, info[0]->IsString())) return;
  String::Utf8Value const text(info.GetIsolate(), info[0]);
  info.GetReturnValue().Set(new_text(info.GetIsolate(), echo(view_of(text))));
}

// Classes.

/// The JavaScript side of a C++ object.
template <class T>
class wrapped : public node::ObjectWrap {
 public:
  explicit wrapped(std::unique_ptr<T> native) : native_(std::move(native)) {}

  static T& in(Local<Object> object) { return *Unwrap<wrapped>(object)->native_; }

  static void attach(std::unique_ptr<T> native, Local<Object> object) {
    (new wrapped(std::move(native)))->Wrap(object);
  }

 private:
  std::unique_ptr<T> native_;
};

template <class T>
void construct(call_info const& info) {
  if (!info.IsConstructCall())
    return throw_type_error(info.GetIsolate(), "A class can't be called without new");
  if (!require(info, 1, info[0]->IsInt32())) return;
  wrapped<T>::attach(std::make_unique<T>(int_in(info[0])), info.This());
  info.GetReturnValue().Set(info.This());
}

// The signature of a method makes V8 check what it is called on.

void counter_next(call_info const& info) {
  info.GetReturnValue().Set(wrapped<counter>::in(info.This()).next());
}

void counter_self(call_info const& info) { info.GetReturnValue().Set(info.This()); }

void counter_value(call_info const& info) {
  info.GetReturnValue().Set(wrapped<counter>::in(info.This()).value());
}

void counter_set_value(call_info const& info) {
  if (!require(info, 1, info[0]->IsInt32())) return;
  wrapped<counter>::in(info.This()).set_value(int_in(info[0]));
}

void living_counters_call(call_info const& info) { info.GetReturnValue().Set(count_living()); }

void sum_counters_call(call_info const& info) {
  auto const counters = data_of(info).counter_class.Get(info.GetIsolate());
  if (!require(info, 2, counters->HasInstance(info[0]) && counters->HasInstance(info[1]))) return;
  info.GetReturnValue().Set(
      sum_counters(wrapped<counter>::in(info[0].As<Object>()), wrapped<counter>::in(info[1].As<Object>())));
}

void make_counter_call(call_info const& info) {
  if (!require(info, 1, info[0]->IsInt32())) return;
  auto* const isolate = info.GetIsolate();
  Local<Value> argument = info[0];
  Local<Object> result;
  auto const constructor = data_of(info).counter_constructor.Get(isolate);
  if (constructor->NewInstance(isolate->GetCurrentContext(), 1, &argument).ToLocal(&result))
    info.GetReturnValue().Set(result);
}

/// The part of a branch, which it keeps alive.
class shown_leaf : public node::ObjectWrap {
 public:
  shown_leaf(Isolate* isolate, leaf& native, Local<Object> owner) : native_(native), owner_(isolate, owner) {}

  static leaf& in(Local<Object> object) { return Unwrap<shown_leaf>(object)->native_; }
  void attach(Local<Object> object) { Wrap(object); }

 private:
  leaf& native_;
  Global<Object> owner_;
};

/// A branch shows its part as an object that is the same each time.
class shown_branch : public node::ObjectWrap {
 public:
  explicit shown_branch(std::int32_t value) : native_(value) {}

  static void construct(call_info const& info) {
    if (!info.IsConstructCall())
      return throw_type_error(info.GetIsolate(), "A class can't be called without new");
    if (!require(info, 1, info[0]->IsInt32())) return;
    (new shown_branch(int_in(info[0])))->Wrap(info.This());
    info.GetReturnValue().Set(info.This());
  }

  static void part(call_info const& info) {
    auto* const isolate = info.GetIsolate();
    auto& self = *Unwrap<shown_branch>(info.This());
    if (!self.shown_.IsEmpty()) return info.GetReturnValue().Set(self.shown_.Get(isolate));
    Local<Object> result;
    auto const constructor = data_of(info).leaf_constructor.Get(isolate);
    Local<Value> argument = new_external(isolate, nullptr);
    if (!constructor->NewInstance(isolate->GetCurrentContext(), 1, &argument).ToLocal(&result)) return;
    (new shown_leaf(isolate, self.native_.part(), info.This()))->attach(result);
    self.shown_.Reset(isolate, result);
    self.shown_.SetWeak();
    info.GetReturnValue().Set(result);
  }

 private:
  branch native_;
  Global<Object> shown_;
};

void leaf_new(call_info const& info) {
  if (!info.IsConstructCall() || !info[0]->IsExternal())
    throw_type_error(info.GetIsolate(), "A Leaf can't be constructed by JavaScript");
}

void leaf_value(call_info const& info) { info.GetReturnValue().Set(shown_leaf::in(info.This()).value()); }

template <int Number>
void kind_next(call_info const& info) {
  info.GetReturnValue().Set(wrapped<kind<Number>>::in(info.This()).next());
}

// Structs.

bool read_member(Isolate* isolate, Local<Object> object, char const* name, double& result) {
  Local<Value> value;
  if (!object->Get(isolate->GetCurrentContext(), new_name(isolate, name)).ToLocal(&value)) return false;
  if (!value->IsNumber()) {
    throw_type_error(isolate, "The property must be a number");
    return false;
  }
  result = number_in(value);
  return true;
}

bool read_point(Isolate* isolate, Local<Value> value, point& result) {
  if (!value->IsObject()) {
    throw_type_error(isolate, "The argument must be an object");
    return false;
  }
  auto const object = value.As<Object>();
  return read_member(isolate, object, "x", result.x) && read_member(isolate, object, "y", result.y) &&
         read_member(isolate, object, "z", result.z);
}

void set(Isolate* isolate, Local<Object> object, char const* name, Local<Value> value) {
  object->Set(isolate->GetCurrentContext(), new_name(isolate, name), value).Check();
}

Local<Object> new_point(Isolate* isolate, point const& it) {
  auto const result = Object::New(isolate);
  set(isolate, result, "x", v8::Number::New(isolate, it.x));
  set(isolate, result, "y", v8::Number::New(isolate, it.y));
  set(isolate, result, "z", v8::Number::New(isolate, it.z));
  return result;
}

void point_sum_call(call_info const& info) {
  point it;
  if (!require(info, 1, true) || !read_point(info.GetIsolate(), info[0], it)) return;
  info.GetReturnValue().Set(point_sum(it));
}

void make_point_call(call_info const& info) {
  if (!require(info, 3, info[0]->IsNumber() && info[1]->IsNumber() && info[2]->IsNumber())) return;
  auto const result = make_point(number_in(info[0]), number_in(info[1]), number_in(info[2]));
  info.GetReturnValue().Set(new_point(info.GetIsolate(), result));
}

void scale_point_call(call_info const& info) {
  point it;
  if (!require(info, 2, info[1]->IsNumber()) || !read_point(info.GetIsolate(), info[0], it)) return;
  info.GetReturnValue().Set(new_point(info.GetIsolate(), scale_point(it, number_in(info[1]))));
}

void reverse_line_call(call_info const& info) {
  auto* const isolate = info.GetIsolate();
  auto const context = isolate->GetCurrentContext();
  line it;
  Local<Value> from;
  Local<Value> to;
  if (!require(info, 1, info[0]->IsObject())) return;
  auto const object = info[0].As<Object>();
  if (!object->Get(context, new_name(isolate, "from")).ToLocal(&from) || !read_point(isolate, from, it.from))
    return;
  if (!object->Get(context, new_name(isolate, "to")).ToLocal(&to) || !read_point(isolate, to, it.to)) return;
  auto const reversed = reverse_line(it);
  auto const result = Object::New(isolate);
  set(isolate, result, "from", new_point(isolate, reversed.from));
  set(isolate, result, "to", new_point(isolate, reversed.to));
  info.GetReturnValue().Set(result);
}

void birthday_call(call_info const& info) {
  auto* const isolate = info.GetIsolate();
  auto const context = isolate->GetCurrentContext();
  if (!require(info, 1, info[0]->IsObject())) return;
  auto const object = info[0].As<Object>();
  Local<Value> name;
  Local<Value> age;
  Local<Value> active;
  if (!object->Get(context, new_name(isolate, "name")).ToLocal(&name) ||
      !object->Get(context, new_name(isolate, "age")).ToLocal(&age) ||
      !object->Get(context, new_name(isolate, "active")).ToLocal(&active) ||
      !require(info, 1, name->IsString() && age->IsInt32() && active->IsBoolean()))
    return;
  String::Utf8Value const text(isolate, name);
  auto const older = birthday({std::string(view_of(text)), int_in(age), active->IsTrue()});
  auto const result = Object::New(isolate);
  set(isolate, result, "name", new_text(isolate, older.name));
  set(isolate, result, "age", v8::Integer::New(isolate, older.age));
  set(isolate, result, "active", v8::Boolean::New(isolate, older.active));
  info.GetReturnValue().Set(result);
}

// Arrays.

void sum_call(call_info const& info) {
  if (!require(info, 1, info[0]->IsArray())) return;
  auto* const isolate = info.GetIsolate();
  auto const context = isolate->GetCurrentContext();
  auto const array = info[0].As<Array>();
  std::vector<double> values(array->Length());
  for (std::uint32_t i = 0; i < values.size(); ++i) {
    HandleScope const scope(isolate);
    Local<Value> element;
    if (!array->Get(context, i).ToLocal(&element) || !require(info, 1, element->IsNumber())) return;
    values[i] = number_in(element);
  }
  info.GetReturnValue().Set(sum(values));
}

/// An array of what `make` gives for each value.
template <class T, class Make>
void return_array(call_info const& info, std::vector<T> const& values, Make make) {
  auto* const isolate = info.GetIsolate();
  std::vector<Local<Value>> elements;
  elements.reserve(values.size());
  for (auto const& each : values) elements.push_back(make(isolate, each));
  info.GetReturnValue().Set(Array::New(isolate, elements.data(), elements.size()));
}

void sequence_call(call_info const& info) {
  if (!require(info, 1, info[0]->IsInt32())) return;
  return_array(info, sequence(int_in(info[0])),
               [](Isolate* isolate, double value) { return v8::Number::New(isolate, value); });
}

void sum_points_call(call_info const& info) {
  if (!require(info, 1, info[0]->IsArray())) return;
  auto* const isolate = info.GetIsolate();
  auto const context = isolate->GetCurrentContext();
  auto const array = info[0].As<Array>();
  std::vector<point> points(array->Length());
  for (std::uint32_t i = 0; i < points.size(); ++i) {
    HandleScope const scope(isolate);
    Local<Value> element;
    if (!array->Get(context, i).ToLocal(&element) || !read_point(isolate, element, points[i])) return;
  }
  info.GetReturnValue().Set(sum_points(points));
}

void make_points_call(call_info const& info) {
  if (!require(info, 1, info[0]->IsInt32())) return;
  return_array(info, make_points(int_in(info[0])), new_point);
}

void total_size_call(call_info const& info) {
  if (!require(info, 1, info[0]->IsArray())) return;
  auto* const isolate = info.GetIsolate();
  auto const context = isolate->GetCurrentContext();
  auto const array = info[0].As<Array>();
  std::vector<std::string> texts;
  auto const length = array->Length();
  texts.reserve(length);
  for (std::uint32_t i = 0; i < length; ++i) {
    HandleScope const scope(isolate);
    Local<Value> element;
    if (!array->Get(context, i).ToLocal(&element) || !require(info, 1, element->IsString())) return;
    String::Utf8Value const text(isolate, element);
    texts.emplace_back(view_of(text));
  }
  info.GetReturnValue().Set(total_size(texts));
}

void make_words_call(call_info const& info) {
  if (!require(info, 1, info[0]->IsInt32())) return;
  return_array(info, make_words(int_in(info[0])), new_text);
}

// Typed arrays.

template <class T>
std::span<T> span_of(Local<Value> value, std::size_t size) {
  auto const view = value.As<ArrayBufferView>();
  auto* const data = static_cast<char*>(view->Buffer()->Data()) + view->ByteOffset();
  return {reinterpret_cast<T*>(data), size};
}

void sum_span_call(call_info const& info) {
  if (!require(info, 1, info[0]->IsFloat64Array())) return;
  info.GetReturnValue().Set(sum_span(span_of<double const>(info[0], info[0].As<Float64Array>()->Length())));
}

void scale_span_call(call_info const& info) {
  if (!require(info, 2, info[0]->IsFloat64Array() && info[1]->IsNumber())) return;
  scale_span(span_of<double>(info[0], info[0].As<Float64Array>()->Length()), number_in(info[1]));
}

void checksum_call(call_info const& info) {
  if (!require(info, 1, info[0]->IsUint8Array())) return;
  info.GetReturnValue().Set(
      checksum(span_of<std::uint8_t const>(info[0], info[0].As<Uint8Array>()->Length())));
}

// Callbacks.

/// A JavaScript exception that is on its way.
struct pending_exception {};

void call_times_call(call_info const& info) {
  if (!require(info, 2, info[0]->IsInt32() && info[1]->IsFunction())) return;
  auto* const isolate = info.GetIsolate();
  auto const context = isolate->GetCurrentContext();
  auto const function = info[1].As<Function>();
  try {
    info.GetReturnValue().Set(call_times(int_in(info[0]), [&](double value) {
      HandleScope const scope(isolate);
      Local<Value> argument = v8::Number::New(isolate, value);
      Local<Value> result;
      if (!function->Call(context, Undefined(isolate), 1, &argument).ToLocal(&result) ||
          !require(info, 2, result->IsNumber()))
        throw pending_exception();
      return number_in(result);
    }));
  } catch (pending_exception const&) {}
}

void each_word_call(call_info const& info) {
  if (!require(info, 2, info[0]->IsInt32() && info[1]->IsFunction())) return;
  auto* const isolate = info.GetIsolate();
  auto const context = isolate->GetCurrentContext();
  auto const function = info[1].As<Function>();
  try {
    each_word(int_in(info[0]), [&](std::string_view text) {
      HandleScope const scope(isolate);
      Local<Value> argument = new_text(isolate, text);
      if (function->Call(context, Undefined(isolate), 1, &argument).IsEmpty()) throw pending_exception();
    });
  } catch (pending_exception const&) {}
}

// The module.

Local<FunctionTemplate> new_class(Isolate* isolate, char const* name, v8::FunctionCallback constructor,
                                  Local<External> data) {
  auto const result = FunctionTemplate::New(isolate, constructor, data);
  result->SetClassName(new_name(isolate, name));
  result->InstanceTemplate()->SetInternalFieldCount(1);
  return result;
}

Local<FunctionTemplate> new_member(Isolate* isolate, Local<FunctionTemplate> type,
                                   v8::FunctionCallback function, Local<External> data) {
  return FunctionTemplate::New(isolate, function, data, Signature::New(isolate, type));
}

Local<Function> export_class(Local<Context> context, Local<Object> exports, char const* name,
                             Local<FunctionTemplate> type) {
  auto const result = type->GetFunction(context).ToLocalChecked();
  set(Isolate::GetCurrent(), exports, name, result);
  return result;
}

template <int Number>
void export_kind(Local<Context> context, Local<Object> exports, Local<External> data) {
  auto* const isolate = Isolate::GetCurrent();
  auto const name = "Kind" + std::to_string(Number);
  auto const type = new_class(isolate, name.c_str(), construct<kind<Number>>, data);
  type->PrototypeTemplate()->Set(isolate, "next", new_member(isolate, type, kind_next<Number>, data));
  export_class(context, exports, name.c_str(), type);
}

void export_classes(Local<Context> context, Local<Object> exports, Local<External> data,
                    addon_data& references) {
  auto* const isolate = Isolate::GetCurrent();
  auto const counters = new_class(isolate, "Counter", construct<counter>, data);
  auto const members = counters->PrototypeTemplate();
  members->Set(isolate, "next", new_member(isolate, counters, counter_next, data));
  members->Set(isolate, "self", new_member(isolate, counters, counter_self, data));
  members->SetAccessorProperty(new_name(isolate, "value"), new_member(isolate, counters, counter_value, data),
                               new_member(isolate, counters, counter_set_value, data));
  references.counter_class.Reset(isolate, counters);
  references.counter_constructor.Reset(isolate, export_class(context, exports, "Counter", counters));

  auto const leaves = new_class(isolate, "Leaf", leaf_new, data);
  leaves->PrototypeTemplate()->SetAccessorProperty(new_name(isolate, "value"),
                                                   new_member(isolate, leaves, leaf_value, data));
  references.leaf_constructor.Reset(isolate, export_class(context, exports, "Leaf", leaves));

  auto const branches = new_class(isolate, "Branch", shown_branch::construct, data);
  branches->PrototypeTemplate()->Set(isolate, "leaf",
                                     new_member(isolate, branches, shown_branch::part, data));
  export_class(context, exports, "Branch", branches);

  [&]<int... Numbers>(std::integer_sequence<int, Numbers...>) {
    (export_kind<Numbers>(context, exports, data), ...);
  }
  (std::make_integer_sequence<int, kind_count>());
}

constexpr std::pair<char const*, v8::FunctionCallback> functions[] = {
    {"noop", noop_call},
    {"add", add_call},
    {"addInt", add_int_call},
    {"negate", negate_call},
    {"fail", fail_call},
    {"textWeight", text_weight_call},
    {"ascii10", text_call<ascii<10>>},
    {"ascii100", text_call<ascii<100>>},
    {"ascii1000", text_call<ascii<1000>>},
    {"unicode10", text_call<unicode<10>>},
    {"unicode100", text_call<unicode<100>>},
    {"unicode1000", text_call<unicode<1000>>},
    {"echo", echo_call},
    {"livingCounters", living_counters_call},
    {"sumCounters", sum_counters_call},
    {"makeCounter", make_counter_call},
    {"pointSum", point_sum_call},
    {"makePoint", make_point_call},
    {"scalePoint", scale_point_call},
    {"reverseLine", reverse_line_call},
    {"birthday", birthday_call},
    {"sum", sum_call},
    {"sequence", sequence_call},
    {"sumPoints", sum_points_call},
    {"makePoints", make_points_call},
    {"totalSize", total_size_call},
    {"makeWords", make_words_call},
    {"sumSpan", sum_span_call},
    {"scaleSpan", scale_span_call},
    {"checksum", checksum_call},
    {"callTimes", call_times_call},
    {"eachWord", each_word_call},
};

}  // namespace

NODE_MODULE_INIT() {
  auto* const isolate = Isolate::GetCurrent();
  auto* const references = new addon_data();
  node::AddEnvironmentCleanupHook(
      isolate, [](void* given) { delete static_cast<addon_data*>(given); }, references);
  auto const data = new_external(isolate, references);
  for (auto const& [name, function] : functions) {
    auto const made = FunctionTemplate::New(isolate, function, data)->GetFunction(context).ToLocalChecked();
    made->SetName(new_name(isolate, name));
    set(isolate, exports, name, made);
  }
  export_classes(context, exports, data, *references);
}
