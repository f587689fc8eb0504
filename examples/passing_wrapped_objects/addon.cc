#include <tendon/tendon.hpp>

#include "my_object.hpp"

TENDON_ADDON(passing_wrapped_objects) {
  wrap_class<my_object>("MyObject");
  export_function<&create_object>("createObject", arg("value") = 0);
  export_function<&add>("add", arg("left"), arg("right"));
}
