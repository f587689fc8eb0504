// expect: tendon: JavaScript can't give objects away inside of a set, map or record
// expect: require_no_claims<std::map<
#include <tendon/tendon.hpp>

#include <map>
#include <memory>
#include <string>

class engine {
 public:
  engine();
};

void start_all(std::map<std::string, std::unique_ptr<engine>> const&);

void describe(tendon::addon& a) { a.export_function<&start_all>(); }
