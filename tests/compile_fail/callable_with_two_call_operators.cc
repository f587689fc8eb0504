// expect: tendon: the parameters of this callable can't be seen
// expect: require_signature<absolute>
#include <tendon/tendon.hpp>

struct absolute {
  int operator()(int) const;
  double operator()(double) const;
};

void describe(tendon::addon& a) { a.export_function("absolute", absolute()); }
