#include "functions.hpp"

namespace {

struct functions_addon final : tendon::addon {
  void describe_() {
    for (auto const bind : test_functions::all()) bind(*this);
  }
};

}  // namespace

napi_value make_test_functions(napi_env env) {
  napi_value exports = nullptr;
  tendon::detail::check(env, napi_create_object(env, &exports));
  return tendon::detail::load<functions_addon>(env, exports, "tests");
}
