// expect: tendon: this type can't be a parameter; something in it has no caster, or is a view
// expect: require_parameter_type<std::vector<tendon::rest<int>
#include <tendon/tendon.hpp>

#include <vector>

void note_all(std::vector<tendon::rest<int>>);

void describe(tendon::addon& a) { a.export_function<&note_all>(); }
