// expect: tendon: this struct can't have defaults: JavaScript can't pass one of its members
// expect: require_readable_member<report, std::error_code
#include <tendon/tendon.hpp>

#include <system_error>

struct report {
  std::error_code code;
  int count = 1;
};

void describe(tendon::addon& a) { a.export_struct<report>("Report").defaults<&report::count>(); }
