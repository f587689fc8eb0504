// expect: tendon: tendon::rest takes all arguments that are left, so it must be the last parameter
// expect: require_last_rest<void (*)(tendon::rest<int>, int)>
#include <tendon/tendon.hpp>

void note_all(tendon::rest<int>, int);

void describe(tendon::addon& a) { a.export_function<&note_all>(); }
