// expect: tendon: this type can't be a parameter
// expect: require_parameter_type<std::vector<engine
#include <tendon/tendon.hpp>

#include <vector>

class engine {
 public:
  explicit engine(int);
};

void start_all(std::vector<engine> const&);

void describe(tendon::addon& a) { a.export_function<&start_all>(); }
