// expect: tendon: this type can't be a parameter
// expect: require_parameter_type<std::optional<std::basic_string_view<char>
#include <tendon/tendon.hpp>

#include <optional>
#include <string_view>

void print(std::optional<std::string_view>);

void describe(tendon::addon& a) { a.export_function<&print>(); }
