// expect: tendon: this result's type has no caster
// expect: require_to_js<engine>
#include <tendon/tendon.hpp>

class engine {
 public:
  explicit engine(int);
};

void describe(tendon::addon& a) { a.export_value("engine", engine(1)); }
