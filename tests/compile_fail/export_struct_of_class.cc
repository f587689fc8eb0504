// expect: tendon: this is no plain struct, an aggregate of at most 64 members without base classes, C arrays
// expect: require_plain_struct<counter
#include <tendon/tendon.hpp>

class counter {
 public:
  explicit counter(int);
};

void describe(tendon::addon& a) { a.export_struct<counter>("Counter"); }
