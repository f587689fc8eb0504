// expect: tendon: this is no annotation of a function
// expect: require_annotation<char
#include <tendon/tendon.hpp>

double area(double width, double height);

void describe(tendon::addon& a) { a.export_function<&area>("area", "The area of a rectangle."); }
