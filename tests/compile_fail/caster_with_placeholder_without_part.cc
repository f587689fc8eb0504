// expect: tendon: a `$` in ts_in or ts_out of this type's caster stands for no type of its `parts`
#include <tendon/tendon.hpp>

class list {
 public:
  explicit list(int);
};

template <>
struct tendon::caster<list> {
  static constexpr std::string_view ts_in = "$[]", ts_out = "$[]";
  static list from_js(value const&) { return list(1); }
};

void take(list const&);

void describe(tendon::addon& a) { a.export_function<&take>(); }
