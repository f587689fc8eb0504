// expect: tendon: this callable is shared by all environments, so it must be callable as const
// expect: require_const_call<
#include <tendon/tendon.hpp>

void describe(tendon::addon& a) {
  a.at_exit([count = 0]() mutable { ++count; });
}
