// expect: tendon: this is no annotation of a struct; use doc
#include <tendon/tendon.hpp>

struct point {
  double x;
};

void describe(tendon::addon& a) { a.export_struct<point>("Point", tendon::arg("x")); }
