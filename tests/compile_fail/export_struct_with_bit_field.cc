// expect: tendon: this is no plain struct, an aggregate of at most 64 members without base classes, C arrays
// expect: require_plain_struct<flags
#include <tendon/tendon.hpp>

struct flags {
  unsigned kind : 3;
  unsigned rest : 29;
};

void describe(tendon::addon& a) { a.export_struct<flags>("Flags"); }
