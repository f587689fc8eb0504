// expect: tendon: an at_exit hook gets no arguments; it can take napi_env and tendon::env_state<T>&
// expect: require_exit_hook_parameter<
#include <tendon/tendon.hpp>

void stop(int workers);

void describe(tendon::addon& a) { a.at_exit<&stop>(); }
