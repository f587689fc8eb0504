// expect: tendon: this type can't be a parameter; something in it has no caster, or is a view
// expect: require_parameter_type<std::vector<Napi::Object
#include <tendon/interop/node_addon_api.hpp>

#include <vector>

void keep(std::vector<Napi::Object> const&);

void describe(tendon::addon& a) { a.export_function<&keep>(); }
