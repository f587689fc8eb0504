// expect: tendon: this parameter's type has no caster
// expect: require_from_js<std::span<
#include <tendon/tendon.hpp>

#include <span>
#include <string>

void sort(std::span<std::string>);

void describe(tendon::addon& a) { a.export_function<&sort>(); }
