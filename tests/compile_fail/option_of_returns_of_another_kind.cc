// expect: tendon: this is no option of returns(...)
// expect: doc
#include <tendon/tendon.hpp>

double area(double width, double height);

void describe(tendon::addon& a) {
  a.export_function<&area>("area", tendon::returns(tendon::doc("The area.")));
}
