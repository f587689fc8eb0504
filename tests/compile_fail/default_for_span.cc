// expect: tendon: a parameter of this type can't have a default
// expect: require_kept_default<std::span<const double
#include <tendon/tendon.hpp>

#include <span>
#include <vector>

double sum(std::span<double const> samples);

void describe(tendon::addon& a) {
  a.export_function<&sum>("sum", tendon::arg("samples") = std::vector<double>());
}
