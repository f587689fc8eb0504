// expect: tendon: this parameter's type has no caster
// expect: require_from_js<int
#include <tendon/tendon.hpp>

using engine = int*;

void start(engine const&);

void describe(tendon::addon& a) { a.export_function<&start>(); }
