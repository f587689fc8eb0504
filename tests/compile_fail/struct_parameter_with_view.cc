// expect: tendon: a member of this struct has no caster, or is a view
// expect: require_member<options, std::basic_string_view<char>
#include <tendon/tendon.hpp>

#include <string_view>

struct options {
  std::string_view name;
};

void open(options const&);

void describe(tendon::addon& a) { a.export_function<&open>(); }
