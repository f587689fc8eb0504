// expect: tendon: this type can't be a parameter
// expect: require_parameter_type<std::variant<int
#include <tendon/tendon.hpp>

#include <variant>

using engine = int*;

void start(std::variant<int, engine> const&);

void describe(tendon::addon& a) { a.export_function<&start>(); }
