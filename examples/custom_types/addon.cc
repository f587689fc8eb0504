#include <tendon/tendon.hpp>

#include "casters.hpp"
#include "drawing.hpp"

TENDON_ADDON(custom_types) {
  // [label]
  export_struct<drawing::label>("Label", doc("A text on a drawing."))
      .defaults<&drawing::label::opacity, &drawing::label::placement>();
  // [/label]
  export_function<&drawing::joined>("joined", arg("texts"), arg("separator") = toolkit::text(u", ", 2));
  export_function<&drawing::faded>("faded", arg("label"), arg("by") = toolkit::opacity(0.5));
  export_function<&algebra::transposed<double>>("transposed", arg("matrix"));
}
