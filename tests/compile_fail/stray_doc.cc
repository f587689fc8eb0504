// expect: nodiscard
#include <tendon/tendon.hpp>

#pragma GCC diagnostic error "-Wunused-result"
#pragma GCC diagnostic error "-Wunused-value"  // clang's name for it

void describe(tendon::addon& a) { tendon::doc("The area of a rectangle."); }
