// expect: tendon: this is no plain struct, an aggregate of at most 64 members without base classes, C arrays
// expect: require_plain_struct<grid
#include <tendon/tendon.hpp>

struct grid {
  int size;
  double cells[9];
};

void describe(tendon::addon& a) { a.export_struct<grid>("Grid"); }
