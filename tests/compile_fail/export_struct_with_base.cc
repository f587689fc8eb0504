// expect: tendon: this is no plain struct, an aggregate of at most 64 members without base classes, C arrays
// expect: require_plain_struct<truck
#include <tendon/tendon.hpp>

struct car {
  int wheels;
};

struct truck : car {
  double load;
};

void describe(tendon::addon& a) { a.export_struct<truck>("Truck"); }
