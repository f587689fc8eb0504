// expect: tendon: the parameters of this callable can't be seen
// expect: require_signature<int>
#include <tendon/tendon.hpp>

void describe(tendon::addon& a) { a.export_function("answer", 42); }
