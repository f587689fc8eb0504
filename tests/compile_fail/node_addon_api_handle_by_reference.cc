// expect: tendon: a view is made for the call, so a parameter can't be a non-const reference to it
// expect: require_no_view_reference<Napi::Object
#include <tendon/interop/node_addon_api.hpp>

void fill(Napi::Object&);

void describe(tendon::addon& a) { a.export_function<&fill>(); }
