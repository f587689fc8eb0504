// expect: tendon: this is no annotation of an enum; use doc
// expect: require_enum_annotation<
#include <tendon/tendon.hpp>

enum class color { red, green };

void describe(tendon::addon& a) { a.export_enum<color>("Color", tendon::nullable); }
