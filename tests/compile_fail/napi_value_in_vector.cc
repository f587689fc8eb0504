// expect: tendon: this type can't be a parameter; something in it has no caster, or is a view
// expect: require_parameter_type<std::vector<napi_value__
#include <tendon/tendon.hpp>

#include <vector>

void keep(std::vector<napi_value>);

void describe(tendon::addon& a) { a.export_function<&keep>(); }
