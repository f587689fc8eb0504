// expect: tendon: the error of this result can't be thrown
// expect: require_error<problem
#include <tendon/tendon.hpp>

struct problem {
  int line;
};

struct outcome {
  bool has_value() const;
  int operator*() const;
  problem error() const;

 private:
  int state;
};

outcome run();

void describe(tendon::addon& a) { a.export_function<&run>(); }
