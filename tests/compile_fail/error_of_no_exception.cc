// expect: tendon: an exported error derives from std::exception
// expect: require_exception<fault>
#include <tendon/tendon.hpp>

class fault {
 public:
  char const* what() const;
};

void describe(tendon::addon& a) { a.export_error<fault>("Fault"); }
