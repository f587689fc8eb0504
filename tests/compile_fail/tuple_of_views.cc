// expect: tendon: this type can't be a parameter
// expect: require_parameter_type<std::pair<
#include <tendon/tendon.hpp>

#include <string_view>
#include <utility>

void set(std::pair<std::string_view, int> const&);

void describe(tendon::addon& a) { a.export_function<&set>(); }
