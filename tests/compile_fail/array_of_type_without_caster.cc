// expect: tendon: this type can't be a parameter
// expect: require_parameter_type<std::array<int
#include <tendon/tendon.hpp>

#include <array>

using engine = int*;

void start_all(std::array<engine, 2> const&);

void describe(tendon::addon& a) { a.export_function<&start_all>(); }
