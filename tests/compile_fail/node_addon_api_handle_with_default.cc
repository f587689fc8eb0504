// expect: tendon: a parameter of this type can't have a default
// expect: require_kept_default<Napi::Value
#include <tendon/interop/node_addon_api.hpp>

void print(Napi::Value);

void describe(tendon::addon& a) { a.export_function<&print>(a.arg("value") = Napi::Value()); }
