// expect: tendon: this result's type has no caster
// expect: require_to_js<engine>
#include <tendon/tendon.hpp>

class engine {
 public:
  explicit engine(int);
};

engine build();

void describe(tendon::addon& a) { a.export_function<&build>(); }
