// expect: tendon: a member of this struct has no caster, or is a view
// expect: require_member<car, engine
#include <tendon/tendon.hpp>

#include <vector>

class engine {
 public:
  explicit engine(int);
};

struct car {
  int wheels;
  engine motor;
};

void drive_all(std::vector<car> const&);

void describe(tendon::addon& a) { a.export_function<&drive_all>(); }
