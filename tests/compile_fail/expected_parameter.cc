// expect: tendon: this type can't be a parameter
// expect: require_parameter_type<outcome
#include <tendon/tendon.hpp>

#include <string>

struct outcome {
  bool has_value() const;
  int operator*() const;
  std::string error() const;
};

void run(outcome);

void describe(tendon::addon& a) { a.export_function<&run>(); }
