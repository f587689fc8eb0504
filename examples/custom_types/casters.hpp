#pragma once

// How the foreign types cross. Every file that binds something with them includes this.

#include <tendon/tendon.hpp>

#include <charconv>
#include <cstddef>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "foreign/algebra.hpp"
#include "foreign/toolkit.hpp"

// [text]
// toolkit::text  <->  string
template <>
struct tendon::caster<toolkit::text> {
  static constexpr std::string_view ts_in = "string", ts_out = "string";

  static toolkit::text from_js(value const& from) { return made_of(caster<std::u16string>::from_js(from)); }

  static napi_value to_js(napi_env env, toolkit::text const& to) {
    return caster<std::u16string_view>::to_js(env, units_of(to));
  }

  static std::string literal(toolkit::text const& of) {
    return caster<std::u16string_view>::literal(units_of(of));
  }

  // [wire]
  static constexpr auto wire = wire_kind::text;
  static toolkit::text from_wire(wire_reader& from) { return made_of(from.next_text()); }
  static void to_wire(wire_writer& to, toolkit::text const& given) { to.add_text(units_of(given)); }
  // [/wire]

 private:
  static toolkit::text made_of(std::u16string_view units) { return {units.data(), units.size()}; }
  static std::u16string_view units_of(toolkit::text const& text) { return {text.units(), text.count()}; }
};
// [/text]

// [opacity]
// toolkit::opacity  <->  number | `${number}%` (in), number (out)
template <>
struct tendon::caster<toolkit::opacity> {
  static constexpr std::string_view ts_in = "number | `${number}%`", ts_out = "number";

  static toolkit::opacity from_js(value const& from) {
    auto const type = from.type();
    if (type != napi_number && type != napi_string) from.wrong_type("one of type number or string");
    auto const number = type == napi_number ? caster<double>::from_js(from) : percentage(from);
    if (!(number >= 0 && number <= 1))
      from.out_of_range(type == napi_number ? ">= 0 && <= 1" : "at most 100%");
    return toolkit::opacity(number);
  }

  static napi_value to_js(napi_env env, toolkit::opacity to) {
    return caster<double>::to_js(env, to.value());
  }

  static std::string literal(toolkit::opacity of) { return caster<double>::literal(of.value()); }

 private:
  static double percentage(value const& from) {
    auto const text = caster<std::string>::from_js(from);
    unsigned percent = 0;
    auto const [end, fault] = std::from_chars(text.data(), text.data() + text.size(), percent);
    if (fault != std::errc() || text.substr(end - text.data()) != "%")
      from.invalid("must be a percentage such as '50%'");
    return percent / 100.0;
  }
};
// [/opacity]

// [matrix]
// algebra::matrix<T>  <->  what a vector of rows is
template <class T>
struct tendon::caster<algebra::matrix<T>> {
  using rows = std::vector<std::vector<T>>;
  using parts = types<rows>;
  static constexpr std::string_view ts_in = "$", ts_out = "$";

  static algebra::matrix<T> from_js(value const& from) {
    auto const given = caster<rows>::from_js(from);
    auto const columns = given.empty() ? 0 : given[0].size();
    algebra::matrix<T> result(given.size(), columns);
    for (std::size_t row = 0; row < given.size(); ++row) {
      if (given[row].size() != columns) from.invalid("must have rows of the same length");
      for (std::size_t column = 0; column < columns; ++column) result(row, column) = given[row][column];
    }
    return result;
  }

  static napi_value to_js(napi_env env, algebra::matrix<T> const& to) {
    return caster<rows>::to_js(env, rows_of(to));
  }

  static std::string literal(algebra::matrix<T> const& of) { return caster<rows>::literal(rows_of(of)); }

 private:
  static rows rows_of(algebra::matrix<T> const& of) {
    rows result(of.rows(), std::vector<T>(of.columns()));
    for (std::size_t row = 0; row < of.rows(); ++row)
      for (std::size_t column = 0; column < of.columns(); ++column) result[row][column] = of(row, column);
    return result;
  }
};
// [/matrix]
