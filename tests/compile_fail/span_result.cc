// expect: tendon: this type can't be a result
// expect: require_result_type<std::span<double
#include <tendon/tendon.hpp>

#include <span>

std::span<double> samples();

void describe(tendon::addon& a) { a.export_function<&samples>(); }
