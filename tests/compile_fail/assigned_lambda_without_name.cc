// expect: tendon: no name can be inferred for a lambda or a template
// expect: require_name<
#include <tendon/tendon.hpp>

void describe(tendon::addon& a) {
  a.export_assignment<[](int value) { return value; }>();
}
