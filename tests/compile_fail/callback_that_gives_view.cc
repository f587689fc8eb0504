// expect: tendon: this type can't be a parameter
// expect: require_parameter_type<tendon::function_ref<std::basic_string_view<char>
#include <tendon/tendon.hpp>

#include <string_view>

void each(tendon::function_ref<std::string_view()>);

void describe(tendon::addon& a) { a.export_function<&each>(); }
