// expect: tendon: this result's type has no caster
// expect: require_to_js<int
#include <tendon/tendon.hpp>

using engine = int*;

void describe(tendon::addon& a) { a.export_value("engine", engine(1)); }
