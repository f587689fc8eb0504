// expect: tendon: the defaults of members are those of an empty T{}, which this struct does not have
// expect: require_initializers<options>
#include <tendon/tendon.hpp>

struct id {
  explicit id(int);
};

template <>
struct tendon::caster<id> {
  static constexpr std::string_view ts_in = "number", ts_out = "number";
  static id from_js(value const&) { return id(1); }
};

struct options {
  id user;
  int count = 1;
};

void describe(tendon::addon& a) { a.export_struct<options>("Options").defaults<&options::count>(); }
