// expect: tendon: a view is made for the call, so a parameter can't be a non-const reference to it
// expect: require_no_view_reference<std::basic_string_view<char>
#include <tendon/tendon.hpp>

#include <string_view>

void trim(std::string_view&);

void describe(tendon::addon& a) { a.export_function<&trim>(); }
