// expect: tendon: an at_exit hook gets no arguments; it can take napi_env and tendon::env_state<T>&
// expect: require_exit_hook_parameter<
#include <tendon/tendon.hpp>

void describe(tendon::addon& a) {
  a.at_exit([](napi_env, tendon::this_value) {});
}
