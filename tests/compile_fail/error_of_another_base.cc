// expect: tendon: an exported error derives from std::exception
// expect: require_exception<fault, std::range_error>
#include <tendon/tendon.hpp>

#include <stdexcept>

class fault : public std::runtime_error {
 public:
  using runtime_error::runtime_error;
};

void describe(tendon::addon& a) { a.export_error<fault, std::range_error>("Fault"); }
