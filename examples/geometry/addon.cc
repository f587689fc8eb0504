#include <tendon/tendon.hpp>

#include "geometry.hpp"  // plain C++: knows nothing of tendon

TENDON_ADDON(geometry) {
  export_function<&geometry::area>(arg("width"), arg("height") = 1.0, doc("Area of a rectangle."));
  export_function<&geometry::length>(arg("path"), arg("unit") = geometry::unit::metre);
  export_function<&geometry::centre>(arg("polygon"), doc("The mean of all corners."));
  export_function<&geometry::map_corners>("mapCorners", arg("polygon"), arg("change"));
  export_function<[](double degrees) { return degrees * 3.141592653589793 / 180; }>("radians",
                                                                                    arg("degrees"));
  export_value("ORIGIN", geometry::point{0, 0});
}
