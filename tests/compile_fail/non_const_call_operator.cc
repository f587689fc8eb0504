// expect: tendon: this callable is shared by all environments, so it must be callable as const
// expect: require_const_call<counter>
#include <tendon/tendon.hpp>

struct counter {
  int count = 0;
  int operator()(int by) { return count += by; }
};

void describe(tendon::addon& a) { a.export_function("count", counter(), tendon::arg("by")); }
