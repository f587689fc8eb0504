// expect: its destructor must be virtual
// expect: require_overridable<js_shape, shape>
#include <tendon/tendon.hpp>

class shape {
 public:
  virtual double area() const { return 1; }
};
struct js_shape : tendon::overridable<shape> {
  double area() const override {
    return call_override("area", [&] { return shape::area(); });
  }
};

void describe(tendon::addon& a) { a.wrap_class<shape>("Shape").overridable<js_shape>(); }
