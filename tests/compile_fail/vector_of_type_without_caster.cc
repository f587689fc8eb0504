// expect: tendon: this type can't be a parameter
// expect: require_parameter_type<std::vector<int
#include <tendon/tendon.hpp>

#include <vector>

using engine = int*;

void start_all(std::vector<engine> const&);

void describe(tendon::addon& a) { a.export_function<&start_all>(); }
