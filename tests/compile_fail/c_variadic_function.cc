// expect: tendon: a function with C variadic arguments can't be bound
// expect: require_fixed_parameters<
#include <tendon/tendon.hpp>

int print_line(char const*, ...);

void describe(tendon::addon& a) { a.export_function<&print_line>(); }
