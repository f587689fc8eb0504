// expect: tendon: a member of this struct has no caster, or is a view
// expect: require_member<options, Napi::Function
#include <tendon/interop/node_addon_api.hpp>

struct options {
  Napi::Function callback;
};

void open(options const&);

void describe(tendon::addon& a) { a.export_function<&open>(); }
