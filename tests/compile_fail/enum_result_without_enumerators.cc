// expect: tendon: no enumerator of this enum has a value from -128 to 255
// expect: type_of<far>
#include <tendon/tendon.hpp>

enum class far { away = 100000 };

far where();

void describe(tendon::addon& a) { a.export_function<&where>(); }
