#include <tendon/tendon.hpp>

#include "arithmetic.hpp"

TENDON_ADDON(function_arguments) {
  export_function<&add>("add", arg("left"), arg("right"), doc("The sum of two numbers."));
}
