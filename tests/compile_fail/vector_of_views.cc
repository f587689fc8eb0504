// expect: tendon: this type can't be a parameter
// expect: require_parameter_type<std::vector<std::basic_string_view<char>
#include <tendon/tendon.hpp>

#include <string_view>
#include <vector>

void print_all(std::vector<std::string_view> const&);

void describe(tendon::addon& a) { a.export_function<&print_all>(); }
