// A class that is written straight against V8, with node::ObjectWrap: what the memory of wrapped objects is
// compared with.
#include <node.h>
#include <node_object_wrap.h>

namespace {

struct block : node::ObjectWrap {
  static void construct(v8::FunctionCallbackInfo<v8::Value> const& info) {
    (new block)->Wrap(info.This());
    info.GetReturnValue().Set(info.This());
  }

  char bytes[100] = {};
};

}  // namespace

NODE_MODULE_INIT() {
  auto* const isolate = context->GetIsolate();
  auto const made = v8::FunctionTemplate::New(isolate, block::construct);
  made->InstanceTemplate()->SetInternalFieldCount(1);
  exports.As<v8::Object>()
      ->Set(context, v8::String::NewFromUtf8Literal(isolate, "Block"),
            made->GetFunction(context).ToLocalChecked())
      .Check();
}
