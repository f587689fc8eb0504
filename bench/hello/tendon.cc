#include <tendon/tendon.hpp>

#include "hello.hpp"

TENDON_ADDON(hello) { export_function<&hello>("hello"); }
