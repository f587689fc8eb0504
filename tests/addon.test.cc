#include <tendon/addon.hpp>

#include <doctest/doctest.h>

#include "functions.hpp"

#include <cstdint>
#include <stdexcept>
#include <string>
#include <system_error>
#include <utility>

namespace {

enum class axis { x, y };
enum class level : std::int16_t { low = -120, middle = 7, high = 200 };

}  // namespace

template <>
inline constexpr bool tendon::is_numeric<level> = true;

namespace {

struct spot {
  int line;
  int column;
};

class app_error : public std::runtime_error {
 public:
  using runtime_error::runtime_error;
  int severity = 3;
};

class parse_error : public app_error {
 public:
  parse_error(std::string const& message, spot where) : app_error(message), where(where) {}
  std::string token() const { return "token"; }
  spot where;
};

/// Exported without a word about its base.
class late_error : public app_error {
 public:
  using app_error::app_error;
};

class no_argument : public std::invalid_argument {
 public:
  using invalid_argument::invalid_argument;
};

/// One of its properties can't be read.
class odd_error : public std::runtime_error {
 public:
  using runtime_error::runtime_error;
  std::int64_t broken() const { return std::int64_t(1) << 60; }
  int whole = 1;
};

void fail(std::string const& how) {
  if (how == "app") throw app_error("of the app");
  if (how == "parse") throw parse_error("of the parser", {3, 4});
  if (how == "late") throw late_error("late");
  if (how == "argument") throw no_argument("no argument");
  if (how == "odd") throw odd_error("odd");
  if (how == "plain") throw std::out_of_range("plain");
  try {
    throw parse_error("inner", {1, 2});
  } catch (parse_error const&) {
    std::throw_with_nested(app_error("outer"));
  }
}

double part(std::pair<double, double> of, axis which) { return which == axis::x ? of.first : of.second; }
level next(level from) { return from == level::low ? level::middle : level::high; }
level no_level() { return static_cast<level>(1); }

class meter {
 public:
  explicit meter(int start) : count_(start) {}
  int count() { return count_++; }

 private:
  int count_;
};

class fine_meter : public meter {
 public:
  using meter::meter;
};

int count_of(meter& counted) { return counted.count(); }

test_functions const words([](tendon::addon& a) {
  a.export_enum<axis>("Axis");
  a.export_enum<level>("Level", tendon::doc("How loud."));
  a.export_function<&part>("part", a.arg("of"), a.arg("axis") = axis::y);
  a.export_function<&next>("next_level", a.arg("from") = level::low);
  a.export_function<&no_level>("no_level");

  a.export_error<parse_error, app_error>("ParseError")
      .property<&parse_error::where>("where")
      .property<&parse_error::token>();
  a.export_error<app_error>("AppError").property<&app_error::severity>("severity").code("ERR_APP");
  a.export_error<late_error>("LateError");
  a.export_error<no_argument>("NoArgument");
  a.export_error<odd_error>("OddError").property<&odd_error::broken>().property<&odd_error::whole>();
  a.export_function<&fail>("fail_as", a.arg("how"));
});

test_functions const modules([](tendon::addon& a) {
  auto& measures = a.submodule("measures");
  measures.export_value("LIMIT", 5);
  measures.wrap_class<meter>("Meter").constructor<int>(a.arg("start")).method<&meter::count>("count");
  measures.submodule("fine").wrap_class<fine_meter, meter>("FineMeter").constructor<int>(a.arg("start"));
});

test_functions const more_modules([](tendon::addon& a) {
  a.submodule("measures").export_function<&count_of>("countOf", a.arg("counted"));
});

}  // namespace
