// expect: tendon: this type can't be a result
// expect: require_result_type<std::function<void
// expect: engine)
#include <tendon/tendon.hpp>

#include <functional>

using engine = int*;

std::function<void(engine)> starter();

void describe(tendon::addon& a) { a.export_function<&starter>(); }
