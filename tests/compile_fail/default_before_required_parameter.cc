// expect: tendon: a parameter without default follows one with a default
// expect: require_trailing_defaults<
#include <tendon/tendon.hpp>

double area(double width, double height);

void describe(tendon::addon& a) {
  a.export_function<&area>("area", tendon::arg("width") = 1.0, tendon::arg("height"));
}
