// expect: tendon: this type can't be a parameter
// expect: require_parameter_type<std::set<
#include <tendon/tendon.hpp>

#include <set>
#include <string_view>

void choose(std::set<std::string_view> const&);

void describe(tendon::addon& a) { a.export_function<&choose>(); }
