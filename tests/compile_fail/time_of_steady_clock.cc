// expect: tendon: this result's type has no caster
#include <tendon/tendon.hpp>

#include <chrono>

std::chrono::steady_clock::time_point started();

void describe(tendon::addon& a) { a.export_function<&started>(); }
