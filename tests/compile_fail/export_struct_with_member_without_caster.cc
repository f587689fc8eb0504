// expect: tendon: a member of this exported struct has no caster
// expect: require_member_type<car, int
#include <tendon/tendon.hpp>

struct car {
  int wheels;
  int* motor;
};

void describe(tendon::addon& a) { a.export_struct<car>("Car"); }
