// expect: tendon: JavaScript can override a class by one that derives from tendon::overridable of it
// expect: require_overridable<js_shape, shape>
#include <tendon/tendon.hpp>

class shape {
 public:
  virtual ~shape() = default;
  virtual double area() const { return 1; }
};
struct js_shape : shape {
  double area() const override { return 2; }
};

void describe(tendon::addon& a) { a.wrap_class<shape>("Shape").overridable<js_shape>(); }
