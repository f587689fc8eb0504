// expect: tendon: a parameter that is a non-const reference can't have a default
// expect: require_no_reference_default<
#include <tendon/tendon.hpp>

#include <string>

void append(std::string& text);

void describe(tendon::addon& a) { a.export_function<&append>("append", tendon::arg("text") = ""); }
