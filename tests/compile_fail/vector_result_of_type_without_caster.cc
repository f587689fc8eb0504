// expect: tendon: this type can't be a result
// expect: require_result_type<std::vector<int
#include <tendon/tendon.hpp>

#include <vector>

std::vector<int*> build_all();

void describe(tendon::addon& a) { a.export_function<&build_all>(); }
