// expect: tendon: the parameters of this callable can't be seen
// expect: require_signature<
#include <tendon/tendon.hpp>

struct counter {
  int value;
};

void describe(tendon::addon& a) { a.export_function<&counter::value>("value"); }
