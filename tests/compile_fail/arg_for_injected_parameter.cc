// expect: tendon: give every parameter an arg(...), or none
// expect: require_all_arguments_named<
#include <tendon/tendon.hpp>

void collect(napi_env env, int count);

void describe(tendon::addon& a) {
  a.export_function<&collect>("collect", tendon::arg("env"), tendon::arg("count"));
}
