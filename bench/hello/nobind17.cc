#include <nobind.h>

#include "hello.hpp"

NOBIND_MODULE(hello, m) { m.def<&hello>("hello"); }
