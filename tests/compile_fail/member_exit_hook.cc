// expect: tendon: a member function needs an object; describe its class, or wrap it in a lambda
// expect: require_object<
#include <tendon/tendon.hpp>

struct pool {
  void stop();
};

void describe(tendon::addon& a) { a.at_exit<&pool::stop>(); }
