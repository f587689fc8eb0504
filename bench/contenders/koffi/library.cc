// What koffi calls: a library of C functions, which knows nothing of JavaScript.
#include <cstdlib>
#include <cstring>

#include "../../workload.hpp"

using namespace workload;

#define EXPORTED extern "C" __attribute__((visibility("default")))

namespace {

char* copy_of(std::string_view text) {
  auto* const result = static_cast<char*>(std::malloc(text.size() + 1));
  if (result == nullptr) return nullptr;
  std::memcpy(result, text.data(), text.size());
  result[text.size()] = 0;
  return result;
}

struct c_person {
  char const* name;
  std::int32_t age;
  bool active;
};

}  // namespace

EXPORTED void bench_noop() { noop(); }
EXPORTED double bench_add(double a, double b) { return add(a, b); }
EXPORTED std::int32_t bench_add_int(std::int32_t a, std::int32_t b) { return add_int(a, b); }
EXPORTED bool bench_negate(bool value) { return negate(value); }

EXPORTED std::int32_t bench_text_weight(char const* text) { return text_weight(text); }
EXPORTED char const* bench_ascii10() { return ascii<10>().data(); }
EXPORTED char const* bench_ascii100() { return ascii<100>().data(); }
EXPORTED char const* bench_ascii1000() { return ascii<1000>().data(); }
EXPORTED char const* bench_unicode10() { return unicode<10>().data(); }
EXPORTED char const* bench_unicode100() { return unicode<100>().data(); }
EXPORTED char const* bench_unicode1000() { return unicode<1000>().data(); }
EXPORTED char* bench_echo(char const* text) { return copy_of(text); }

EXPORTED double bench_point_sum(point p) { return point_sum(p); }
EXPORTED point bench_make_point(double x, double y, double z) { return make_point(x, y, z); }
EXPORTED point bench_scale_point(point p, double factor) { return scale_point(p, factor); }
EXPORTED line bench_reverse_line(line it) { return reverse_line(it); }
EXPORTED c_person bench_birthday(c_person it) { return {copy_of(it.name), it.age + 1, it.active}; }

EXPORTED double bench_sum(double const* values, std::int32_t size) {
  return sum_span({values, static_cast<std::size_t>(size)});
}

EXPORTED void bench_sequence(double* result, std::int32_t size) {
  for (std::int32_t i = 0; i < size; ++i) result[i] = i + 0.5;
}

EXPORTED double bench_sum_points(point const* points, std::int32_t size) {
  double result = 0;
  for (std::int32_t i = 0; i < size; ++i) result += points[i].x + points[i].y + points[i].z;
  return result;
}

EXPORTED void bench_make_points(point* result, std::int32_t size) {
  for (std::int32_t i = 0; i < size; ++i) {
    auto const x = static_cast<double>(i);
    result[i] = {x, x + 0.25, x + 0.5};
  }
}

EXPORTED std::int32_t bench_total_size(char const* const* texts, std::int32_t size) {
  std::size_t result = 0;
  for (std::int32_t i = 0; i < size; ++i) result += std::strlen(texts[i]);
  return static_cast<std::int32_t>(result);
}

EXPORTED void bench_scale_span(double* values, std::int32_t size, double factor) {
  scale_span({values, static_cast<std::size_t>(size)}, factor);
}

EXPORTED std::uint32_t bench_checksum(std::uint8_t const* bytes, std::int32_t size) {
  return checksum({bytes, static_cast<std::size_t>(size)});
}

EXPORTED double bench_call_times(std::int32_t count, double (*visit)(double)) {
  return call_times(count, visit);
}

EXPORTED void bench_each_word(std::int32_t count, void (*visit)(char const*)) {
  each_word(count, [&](std::string_view text) { visit(text.data()); });
}
