// expect: tendon: this default does not convert to the parameter's type
// expect: require_convertible_default<double
#include <tendon/tendon.hpp>

double area(double width, double height);

void describe(tendon::addon& a) {
  a.export_function<&area>("area", tendon::arg("width"), tendon::arg("height") = "1");
}
