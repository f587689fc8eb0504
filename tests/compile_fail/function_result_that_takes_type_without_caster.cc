// expect: tendon: this type can't be a result
// expect: require_result_type<std::function<void
// expect: int
#include <tendon/tendon.hpp>

#include <functional>

std::function<void(int*)> starter();

void describe(tendon::addon& a) { a.export_function<&starter>(); }
