// expect: tendon: this type can't be a parameter; something in it has no caster, or is a view
// expect: require_parameter_type<std::optional<Napi::Function
#include <tendon/interop/node_addon_api.hpp>

#include <optional>

void call(std::optional<Napi::Function>);

void describe(tendon::addon& a) { a.export_function<&call>(); }
