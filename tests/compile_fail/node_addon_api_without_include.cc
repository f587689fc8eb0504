// expect: tendon: this parameter's type has no caster; include its tendon/casters/*.hpp header or specialise
// expect: require_from_js<Napi::Env
#include <napi.h>
#include <tendon/tendon.hpp>

void reset(Napi::Env);

void describe(tendon::addon& a) { a.export_function<&reset>(); }
