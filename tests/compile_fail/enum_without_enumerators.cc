// expect: tendon: no enumerator of this enum has a value from -128 to 255
// expect: type_of<far>
#include <tendon/tendon.hpp>

enum class far { away = 100000 };

void go(far);

void describe(tendon::addon& a) { a.export_function<&go>(); }
