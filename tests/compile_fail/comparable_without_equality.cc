// expect: tendon: a comparable class needs an operator==
// expect: require_equality<boat>
#include <tendon/tendon.hpp>

class boat {
 public:
  int speed() const;
};

void describe(tendon::addon& a) { a.wrap_class<boat>("Boat").comparable(); }
