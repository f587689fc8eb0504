// expect: tendon: this is no pointer to a data member of the struct
// expect: require_own_member<point, double size::
#include <tendon/tendon.hpp>

struct point {
  double x = 0;
};

struct size {
  double width = 0;
};

void describe(tendon::addon& a) { a.export_struct<point>("Point").defaults<&point::x, &size::width>(); }
