// expect: tendon: dynamic_type compares what a const object of a base gives with a value
// expect: require_dynamic_type<
#include <tendon/tendon.hpp>

class hull {
 public:
  int length() const;
};
class sail {
 public:
  int area() const;
};
class boat : public hull {};

void describe(tendon::addon& a) { a.wrap_class<boat, hull>("Boat").dynamic_type<&sail::area>(1); }
