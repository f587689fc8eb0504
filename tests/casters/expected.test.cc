#include <tendon/casters/expected.hpp>

#include <doctest/doctest.h>

#include "described.hpp"
#include "functions.hpp"
#include "javascript.hpp"

#include <exception>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <system_error>
#include <utility>
#include <variant>
#include <vector>

namespace {

using described::typings_of;

/// What std::expected of C++23 is like.
template <class T, class E>
class expected {
 public:
  expected(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  static expected failed(E error) { return expected(std::in_place_index<1>, std::move(error)); }

  bool has_value() const { return state_.index() == 0; }
  T& operator*() & { return std::get<0>(state_); }
  T const& operator*() const& { return std::get<0>(state_); }
  T&& operator*() && { return std::get<0>(std::move(state_)); }
  E const& error() const { return std::get<1>(state_); }

 private:
  expected(std::in_place_index_t<1> place, E error) : state_(place, std::move(error)) {}
  std::variant<T, E> state_;
};

template <class E>
class expected<void, E> {
 public:
  expected() = default;
  static expected failed(E error) {
    expected result;
    result.error_ = std::move(error);
    return result;
  }

  bool has_value() const { return !error_; }
  void operator*() const {}
  E const& error() const { return *error_; }

 private:
  std::optional<E> error_;
};

/// One that would be a plain struct otherwise.
struct parsed {
  int value = 0;
  std::string problem;

  bool has_value() const { return problem.empty(); }
  int operator*() const { return value; }
  std::string const& error() const { return problem; }
};

enum class refusal { too_cold, too_hot };

class kettle {};

struct reading {
  double temperature;
  std::string unit;
};

template <class E>
expected<int, E> number_or(bool fails, E error) {
  return fails ? expected<int, E>::failed(std::move(error)) : expected<int, E>(5);
}

class out_of_water : public std::out_of_range {
 public:
  out_of_water() : std::out_of_range("no water") {}
};

test_functions const results([](tendon::addon& a) {
  a.export_function<[](bool fails) {
    return number_or(fails, std::make_error_code(std::errc::no_such_file_or_directory));
  }>("number_or_code");
  a.export_function<[](bool fails) { return number_or(fails, std::errc::permission_denied); }>(
      "number_or_errc");
  a.export_function<[](bool fails) { return number_or(fails, std::string("no number")); }>("number_or_text");
  a.export_function<[](bool fails) { return number_or<char const*>(fails, "nothing"); }>("number_or_c_text");
  a.export_function<[](bool fails) { return number_or(fails, out_of_water()); }>("number_or_exception");
  a.export_function<[](bool fails) { return number_or(fails, refusal::too_hot); }>("number_or_enumerator");
  a.export_function<[](bool fails) { return number_or(fails, static_cast<refusal>(77)); }>(
      "number_or_unnamed");
  a.export_function<[](bool fails) {
    return number_or(fails, std::make_exception_ptr(std::invalid_argument("kept")));
  }>("number_or_pointer");
  a.export_function<[](bool fails) { return number_or(fails, std::exception_ptr()); }>(
      "number_or_null_pointer");
  a.export_function<[](napi_env env, napi_value thrown) {
    return number_or(true, tendon::js_error(env, thrown));
  }>("number_or_js_error");
  a.export_function<[](bool fails) {
    return fails ? expected<void, std::string>::failed("did not work") : expected<void, std::string>();
  }>("nothing_or_text");
  a.export_function<[](bool fails) {
    return fails ? parsed{0, "not parsed"} : parsed{7, {}};
  }>("parsed_number");
  a.export_function<[] { return expected<reading, std::string>(reading{96.5, "C"}); }>("expected_struct");
  a.export_function<[] {
    return expected<std::unique_ptr<kettle>, std::string>(std::make_unique<kettle>());
  }>("expected_kettle");
  a.export_function<[](bool fails) {
    return std::vector{number_or<std::string>(false, ""), number_or<std::string>(fails, "second")};
  }>("expected_numbers");
  a.export_function<[](int code) { return std::error_code(code, std::generic_category()); }>("error_code");
  a.wrap_class<kettle>("Kettle");
});

}  // namespace

TEST_CASE("an expected result is its value in TypeScript") {
  CHECK(typings_of([](tendon::addon& a) {
          a.export_function<[] { return expected<reading, std::string>(reading{}); }>("read");
          a.export_function<[] { return expected<void, std::string>(); }>("run");
          a.export_function<[] { return std::error_code(); }>("stop");
        }) == R"ts(export interface reading {
  temperature: number;
  unit: string;
}
export function read(): reading;
export function run(): void;
export function stop(): void;
)ts");
}

TEST_CASE("what is like std::expected") {
  using tendon::detail::expected_like;
  static_assert(expected_like<expected<int, std::string>>);
  static_assert(expected_like<expected<void, int>>);
  static_assert(expected_like<parsed>);
  static_assert(!expected_like<std::optional<int>>);
  static_assert(!expected_like<kettle>);
  static_assert(!tendon::from_js<expected<int, std::string>>);
}

TEST_CASE("an expected result converts to its value") {
  CHECK(given(expected<int, std::string>(5)) == "5");
  CHECK(given(std::error_code()) == "undefined");
  CHECK(thrown_out_of("f", [] { given(expected<int, std::string>::failed("none")); }) ==
        R"js(Error: none)js");
}
