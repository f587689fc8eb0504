#include <tendon/tendon.hpp>

#include "message.hpp"

TENDON_ADDON(object_factory) { export_assignment<&create_object>("createObject", arg("text")); }
