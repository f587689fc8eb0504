// expect: tendon: a member of this struct has no caster, or is a view
// expect: require_member<car, int
#include <tendon/tendon.hpp>

#include <vector>

using engine = int*;

struct car {
  int wheels;
  engine motor;
};

void drive_all(std::vector<car> const&);

void describe(tendon::addon& a) { a.export_function<&drive_all>(); }
