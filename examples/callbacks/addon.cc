#include <tendon/tendon.hpp>

#include "greeting.hpp"

TENDON_ADDON(callbacks) { export_assignment<&greet>("greet", arg("callback", ts("(text: string) => void"))); }
