// expect: tendon: this default does not convert to the parameter's type
// expect: require_convertible_default<std::vector<int
#include <tendon/tendon.hpp>

#include <vector>

void fill(std::vector<int> const& values);

void describe(tendon::addon& a) { a.export_function<&fill>("fill", tendon::arg("values") = 3); }
