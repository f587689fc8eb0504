// expect: tendon: what a factory makes can't be overridden in JavaScript
// expect: require_constructor<
#include <tendon/tendon.hpp>

#include <memory>

class shape {
 public:
  virtual ~shape() = default;
  virtual double area() const { return 1; }
};
struct js_shape : tendon::overridable<shape> {
  double area() const override {
    return call_override("area", [&] { return shape::area(); });
  }
};
std::unique_ptr<shape> make();

void describe(tendon::addon& a) { a.wrap_class<shape>("Shape").overridable<js_shape>().factory<&make>(); }
