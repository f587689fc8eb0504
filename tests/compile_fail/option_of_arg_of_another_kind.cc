// expect: tendon: this is no option of arg(...)
// expect: doc
#include <tendon/tendon.hpp>

double area(double width, double height);

void describe(tendon::addon& a) {
  a.export_function<&area>("area", tendon::arg("width", tendon::doc("Its width.")), tendon::arg("height"));
}
