// expect: tendon: dynamic_type compares what a const object of a base gives with a value
// expect: require_dynamic_type<
#include <tendon/tendon.hpp>

class hull {
 public:
  virtual ~hull();
  int length() const;
};
class boat : public virtual hull {};

void describe(tendon::addon& a) { a.wrap_class<boat, hull>("Boat").dynamic_type<&hull::length>(1); }
