// expect: tendon: a class can only extend one of its C++ bases
// expect: require_base<sail, boat>
#include <tendon/tendon.hpp>

class boat {
 public:
  int speed() const;
};
class sail {
 public:
  int area() const;
};

void describe(tendon::addon& a) { a.wrap_class<boat, sail>("Boat"); }
