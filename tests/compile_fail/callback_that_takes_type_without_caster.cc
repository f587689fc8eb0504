// expect: tendon: this type can't be a parameter
// expect: require_parameter_type<std::function<void
// expect: engine)
#include <tendon/tendon.hpp>

#include <functional>

using engine = int*;

void each(std::function<void(engine)> const&);

void describe(tendon::addon& a) { a.export_function<&each>(); }
