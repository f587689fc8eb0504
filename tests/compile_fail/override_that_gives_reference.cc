// expect: tendon: the result of a function that JavaScript overrides must be a value with a caster
// expect: require_override_result<
#include <tendon/tendon.hpp>

#include <string>

class shape {
 public:
  virtual ~shape() = default;
  virtual std::string const& name() const;
};
struct js_shape : tendon::overridable<shape> {
  std::string const& name() const override { return require_override<std::string const&>("name"); }
};

void describe(tendon::addon& a) { a.wrap_class<shape>("Shape").overridable<js_shape>(); }
