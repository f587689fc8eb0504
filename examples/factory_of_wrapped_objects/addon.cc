#include <tendon/tendon.hpp>

#include "my_object.hpp"

TENDON_ADDON(factory_of_wrapped_objects) {
  export_assignment<&create_object>("createObject", arg("value") = 0);
  wrap_class<my_object>("MyObject").method<&my_object::plus_one>("plusOne");
}
