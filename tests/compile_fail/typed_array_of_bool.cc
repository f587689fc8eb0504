// expect: tendon: this result's type has no caster
// expect: require_to_js<tendon::typed_array<bool>
#include <tendon/tendon.hpp>

tendon::typed_array<bool> flags();

void describe(tendon::addon& a) { a.export_function<&flags>(); }
