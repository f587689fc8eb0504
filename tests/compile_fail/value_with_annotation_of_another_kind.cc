// expect: tendon: this is no annotation of a function
// expect: require_annotation<
#include <tendon/tendon.hpp>

void describe(tendon::addon& a) { a.export_value("answer", 42, "The answer."); }
