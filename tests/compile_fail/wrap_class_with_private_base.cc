// expect: tendon: a class can only extend one of its C++ bases
// expect: require_base<hull, boat>
#include <tendon/tendon.hpp>

class hull {
 public:
  int length() const;
};
class boat : hull {};

void describe(tendon::addon& a) { a.wrap_class<boat, hull>("Boat"); }
