// expect: tendon: this result's type has no caster
// expect: require_to_js<int
#include <tendon/tendon.hpp>

using engine = int*;

engine build();

void describe(tendon::addon& a) { a.export_function<&build>(); }
