// expect: tendon: a function with C variadic arguments can't be bound; wrap it in a lambda
// expect: require_fixed_parameters<
#include <tendon/tendon.hpp>

void stop(...);

void describe(tendon::addon& a) { a.at_exit<&stop>(); }
