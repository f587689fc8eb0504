// expect: tendon: this type can't be a result
// expect: require_result_type<tendon::function_ref<int
#include <tendon/tendon.hpp>

tendon::function_ref<int()> counter();

void describe(tendon::addon& a) { a.export_function<&counter>(); }
