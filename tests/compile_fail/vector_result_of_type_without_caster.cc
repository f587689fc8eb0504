// expect: tendon: this type can't be a result
// expect: require_result_type<std::vector<engine
#include <tendon/tendon.hpp>

#include <vector>

class engine {
 public:
  explicit engine(int);
};

std::vector<engine> build_all();

void describe(tendon::addon& a) { a.export_function<&build_all>(); }
