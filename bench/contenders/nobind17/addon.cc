// The addon as nobind17 binds it. Structs have type maps of their own and callbacks are Napi::Function, as
// its documentation shows.
#include <nobind.h>

#include <string>
#include <vector>

#include "../../workload.hpp"
#include "type_maps.hpp"

using namespace workload;

namespace {

std::int32_t text_weight_of(std::string const& text) { return text_weight(text); }
std::string echo_of(std::string const& text) { return echo(text); }

template <auto Make>
std::string text_of() {
  return std::string(Make());
}

counter* make_counter_of(std::int32_t start) { return make_counter(start).release(); }
std::int32_t sum_counters_of(counter const& a, counter const& b) { return sum_counters(a, b); }

double point_sum_of(point p) { return point_sum(p); }
point scale_point_of(point p, double factor) { return scale_point(p, factor); }
line reverse_line_of(line it) { return reverse_line(it); }

double call_times_of(std::int32_t count, Napi::Value visit) {
  if (!visit.IsFunction()) throw Napi::TypeError::New(visit.Env(), "Expected a function");
  auto const env = visit.Env();
  auto const function = visit.As<Napi::Function>();
  return call_times(count, [&](double value) {
    Napi::HandleScope const scope(env);
    auto const result = function.Call({Napi::Number::New(env, value)});
    if (!result.IsNumber()) throw Napi::TypeError::New(env, "Expected a number");
    return result.As<Napi::Number>().DoubleValue();
  });
}

void each_word_of(std::int32_t count, Napi::Value visit) {
  if (!visit.IsFunction()) throw Napi::TypeError::New(visit.Env(), "Expected a function");
  auto const env = visit.Env();
  auto const function = visit.As<Napi::Function>();
  each_word(count, [&](std::string_view text) {
    Napi::HandleScope const scope(env);
    function.Call({Napi::String::New(env, text.data(), text.size())});
  });
}

/// A function of its own, since a class is complete only at the end of the full expression.
template <int Number, class Module>
void define_kind(Module& m) {
  auto const name = "Kind" + std::to_string(Number);
  m.template def<kind<Number>>(name.c_str())
      .template cons<std::int32_t>()
      .template def<&kind<Number>::next>("next");
}

template <int... Numbers, class Module>
void define_kinds(Module& m, std::integer_sequence<int, Numbers...>) {
  (define_kind<Numbers>(m), ...);
}

}  // namespace

NOBIND_MODULE(nobind17, m) {
  m.def<&noop>("noop");
  m.def<&add>("add");
  m.def<&add_int>("addInt");
  m.def<&negate>("negate");
  m.def<&fail>("fail");

  m.def<&text_weight_of>("textWeight");
  m.def<&text_of<ascii<10>>>("ascii10");
  m.def<&text_of<ascii<100>>>("ascii100");
  m.def<&text_of<ascii<1000>>>("ascii1000");
  m.def<&text_of<unicode<10>>>("unicode10");
  m.def<&text_of<unicode<100>>>("unicode100");
  m.def<&text_of<unicode<1000>>>("unicode1000");
  m.def<&echo_of>("echo");

  m.def<counter>("Counter")
      .cons<std::int32_t>()
      .def<&counter::next>("next")
      .def<&counter::self>("self")
      .def<&counter::number>("value");
  m.def<&count_living>("livingCounters");
  m.def<&sum_counters_of>("sumCounters");
  m.def<&make_counter_of>("makeCounter");
  m.def<leaf>("Leaf").def<&leaf::number, Nobind::ReadOnly>("value");
  m.def<branch>("Branch").cons<std::int32_t>().def<&branch::part, Nobind::ReturnNested>("leaf");
  define_kinds(m, std::make_integer_sequence<int, kind_count>());

  m.def<&point_sum_of>("pointSum");
  m.def<&make_point>("makePoint");
  m.def<&scale_point_of>("scalePoint");
  m.def<&reverse_line_of>("reverseLine");
  m.def<&birthday>("birthday");

  m.def<&sum>("sum");
  m.def<&sequence>("sequence");
  m.def<&sum_points>("sumPoints");
  m.def<&make_points>("makePoints");
  m.def<&total_size>("totalSize");
  m.def<&make_words>("makeWords");

  m.def<&call_times_of>("callTimes");
  m.def<&each_word_of>("eachWord");
}
