// expect: tendon: a member function needs an object
// expect: require_object<
#include <tendon/tendon.hpp>

struct counter {
  int next();
};

void describe(tendon::addon& a) { a.export_function<&counter::next>(); }
