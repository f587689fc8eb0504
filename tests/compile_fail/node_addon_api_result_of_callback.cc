// expect: tendon: this type can't be a parameter; something in it has no caster, or is a view
// expect: require_parameter_type<tendon::function_ref<Napi::Object
#include <tendon/interop/node_addon_api.hpp>

void ask(tendon::function_ref<Napi::Object()>);

void describe(tendon::addon& a) { a.export_function<&ask>(); }
