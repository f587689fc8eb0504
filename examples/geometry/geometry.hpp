#pragma once

#include <cmath>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace geometry {

struct point {
  double x;
  double y;
};

enum class unit { metre, foot };

struct polygon {
  std::vector<point> corners;
  std::optional<std::string> name;
};

inline double area(double width, double height) { return width * height; }

inline double length(std::vector<point> const& path, unit in) {
  double metres = 0;
  for (std::size_t i = 1; i < path.size(); ++i)
    metres += std::hypot(path[i].x - path[i - 1].x, path[i].y - path[i - 1].y);
  return in == unit::foot ? metres / 0.3048 : metres;
}

inline polygon map_corners(polygon shape, std::function<point(point)> const& change) {
  for (auto& corner : shape.corners) corner = change(corner);
  return shape;
}

inline point centre(polygon const& shape) {
  if (shape.corners.empty()) throw std::invalid_argument("a polygon without corners has no centre");
  point sum{0, 0};
  for (auto const& corner : shape.corners) sum = {sum.x + corner.x, sum.y + corner.y};
  auto const count = static_cast<double>(shape.corners.size());
  return {sum.x / count, sum.y / count};
}

}  // namespace geometry
