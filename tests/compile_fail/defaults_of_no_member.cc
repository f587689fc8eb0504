// expect: tendon: this is no pointer to a data member of the struct
#include <tendon/tendon.hpp>

struct point {
  double x = 0;
  double length() const;
};

void describe(tendon::addon& a) { a.export_struct<point>("Point").defaults<&point::length>(); }
