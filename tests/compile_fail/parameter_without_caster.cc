// expect: tendon: this parameter's type has no caster
// expect: require_from_js<engine>
#include <tendon/tendon.hpp>

class engine {
 public:
  explicit engine(int);
};

void start(engine const&);

void describe(tendon::addon& a) { a.export_function<&start>(); }
