// expect: tendon: give every parameter an arg(...), or none
#include <tendon/tendon.hpp>

void describe(tendon::addon& a) { a.export_value("answer", 42, tendon::arg("x")); }
