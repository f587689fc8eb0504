// expect: tendon: this is no pointer to a data member of the struct
#include <tendon/tendon.hpp>

struct point {
  double x;
};

struct size {
  double width;
};

void describe(tendon::addon& a) { a.export_struct<point>("Point").doc<&size::width>("How wide."); }
