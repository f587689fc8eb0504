#include <tendon/tendon.hpp>

#include "factory.hpp"

TENDON_ADDON(function_factory) {
  export_assignment<&create_function>("createFunction", returns(named("theFunction")));
}
