// expect: tendon: this parameter's type has no caster
// expect: require_from_js<Napi::CallbackInfo
#include <tendon/interop/node_addon_api.hpp>

Napi::Value add(Napi::CallbackInfo const&);

void describe(tendon::addon& a) { a.export_function<&add>(); }
