#include <tendon/tendon.hpp>

#include "my_object.hpp"

TENDON_ADDON(wrapping_objects) {
  wrap_class<my_object>("MyObject", doc("A number that can be counted up."))
      .constructor<double>(arg("value") = 0)
      .method<&my_object::plus_one>("plusOne", doc("Adds one, and returns the new value."))
      .callable_without_new();
}
