// expect: tendon: this type can't be a result
// expect: require_result_type<std::map<int
#include <tendon/tendon.hpp>

#include <map>

using engine = int*;

std::map<int, engine> engines();

void describe(tendon::addon& a) { a.export_function<&engines>(); }
