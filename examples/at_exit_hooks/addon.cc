#include <tendon/tendon.hpp>

#include "cookies.hpp"

namespace {

// [vm]
/// The VM is alive while hooks run.
void make_object(napi_env env) {
  napi_value object = nullptr;
  napi_valuetype type = napi_undefined;
  bool const made = napi_create_object(env, &object) == napi_ok && napi_typeof(env, object, &type) == napi_ok;
  if (!made || type != napi_object) throw std::logic_error("no object could be made");
  ++cookies::done.objects;
}
// [/vm]

}  // namespace

// [hooks]
TENDON_ADDON(at_exit_hooks) {
  at_exit<&cookies::sanity_check>();
  at_exit(&cookies::eat, cookies::cookie);
  at_exit<&make_object>();
}
// [/hooks]
