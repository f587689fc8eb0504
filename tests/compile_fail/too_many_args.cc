// expect: tendon: give every parameter an arg(...), or none
// expect: require_all_arguments_named<
#include <tendon/tendon.hpp>

double area(double width, double height);

void describe(tendon::addon& a) {
  a.export_function<&area>("area", tendon::arg("a"), tendon::arg("b"), tendon::arg("c"));
}
