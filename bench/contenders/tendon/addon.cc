#include <tendon/tendon.hpp>
#include <utility>

#include "../../workload.hpp"

using namespace workload;

namespace {

template <int... Numbers>
void wrap_kinds(tendon::addon& addon, std::integer_sequence<int, Numbers...>) {
  (addon.wrap_class<kind<Numbers>>(("Kind" + std::to_string(Numbers)).c_str())
       .template constructor<std::int32_t>()
       .template method<&kind<Numbers>::next>("next"),
   ...);
}

double call_function(std::int32_t count, tendon::function_ref<double(double)> visit) {
  return call_times(count, visit);
}

void visit_words(std::int32_t count, tendon::function_ref<void(std::string_view)> visit) {
  each_word(count, visit);
}

}  // namespace

TENDON_ADDON(bench) {
  export_function<&noop>("noop");
  export_function<&add>("add");
  export_function<&add_int>("addInt");
  export_function<&negate>("negate");
  export_function<&fail>("fail");

  export_function<&text_weight>("textWeight");
  export_function<&ascii<10>>("ascii10");
  export_function<&ascii<100>>("ascii100");
  export_function<&ascii<1000>>("ascii1000");
  export_function<&unicode<10>>("unicode10");
  export_function<&unicode<100>>("unicode100");
  export_function<&unicode<1000>>("unicode1000");
  export_function<&echo>("echo");

  wrap_class<counter>("Counter")
      .constructor<std::int32_t>()
      .method<&counter::next>("next")
      .method<&counter::self>("self")
      .accessor<&counter::value, &counter::set_value>("value");
  export_function<&count_living>("livingCounters");
  export_function<&sum_counters>("sumCounters");
  export_function<&make_counter>("makeCounter");
  wrap_class<leaf>("Leaf").getter<&leaf::value>("value");
  wrap_class<branch>("Branch").constructor<std::int32_t>().method<&branch::part>("leaf", borrowed);
  wrap_kinds(*this, std::make_integer_sequence<int, kind_count>());

  export_function<&point_sum>("pointSum");
  export_function<&make_point>("makePoint");
  export_function<&scale_point>("scalePoint");
  export_function<&reverse_line>("reverseLine");
  export_function<&birthday>("birthday");

  export_function<&sum>("sum");
  export_function<&sequence>("sequence");
  export_function<&sum_points>("sumPoints");
  export_function<&make_points>("makePoints");
  export_function<&total_size>("totalSize");
  export_function<&make_words>("makeWords");

  export_function<&sum_span>("sumSpan");
  export_function<&scale_span>("scaleSpan");
  export_function<&checksum>("checksum");

  export_function<&call_function>("callTimes");
  export_function<&visit_words>("eachWord");
}
