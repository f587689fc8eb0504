// expect: tendon: a member of this struct has no caster, or is a view
// expect: require_member<options, napi_value__
#include <tendon/tendon.hpp>

struct options {
  napi_value callback;
};

void open(options const&);

void describe(tendon::addon& a) { a.export_function<&open>(); }
