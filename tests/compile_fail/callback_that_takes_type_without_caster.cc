// expect: tendon: this type can't be a parameter
// expect: require_parameter_type<std::function<void
// expect: int
#include <tendon/tendon.hpp>

#include <functional>

void each(std::function<void(int*)> const&);

void describe(tendon::addon& a) { a.export_function<&each>(); }
