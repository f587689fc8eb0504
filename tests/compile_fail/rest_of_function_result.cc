// expect: tendon: this type can't be a result
#include <tendon/tendon.hpp>

#include <functional>

std::function<void(tendon::rest<int>)> logger();

void describe(tendon::addon& a) { a.export_function<&logger>(); }
