// expect: tendon: this struct is wrapped, or has a caster of its own
// expect: require_object_literal<point>
#include <tendon/tendon.hpp>

struct point {
  double x;
};

template <>
inline constexpr bool tendon::is_wrapped<point> = true;

void describe(tendon::addon& a) { a.export_struct<point>("Point"); }
