// expect: tendon: the parameters of this callable can't be seen
// expect: require_signature<
#include <tendon/tendon.hpp>

void describe(tendon::addon& a) {
  a.at_exit([](auto) {});
}
