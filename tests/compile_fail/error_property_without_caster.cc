// expect: tendon: a property of an error is a data member or a function of a const exception
// expect: require_error_property<
#include <tendon/tendon.hpp>

#include <stdexcept>

class fault : public std::runtime_error {
 public:
  using runtime_error::runtime_error;
  void* place = nullptr;
};

void describe(tendon::addon& a) { a.export_error<fault>("Fault").property<&fault::place>("place"); }
