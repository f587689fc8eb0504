#pragma once
// std::chrono::time_point<std::chrono::system_clock, D>  <->  Date
// std::chrono::duration<Rep, Period>  <->  number, of milliseconds

#include <chrono>
#include <cmath>
#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <ratio>
#include <string>
#include <utility>

#include "number.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// How a duration counts: a period has `numerator / denominator` milliseconds.
struct duration_unit {
  std::int64_t numerator;
  std::int64_t denominator;
  std::int64_t least;  ///< the counts that there are; unused when they are no integers
  std::int64_t most;
};

using int64_limits = std::numeric_limits<std::int64_t>;

/// Unsigned counts of 64 bits end where signed ones do.
template <class Rep, class Period>
inline constexpr duration_unit unit_of = [] {
  using period = std::ratio_divide<Period, std::milli>;
  using limits = std::numeric_limits<Rep>;
  duration_unit unit{period::num, period::den, 0, 0};
  if constexpr (integer<Rep>) {
    unit.least = static_cast<std::int64_t>(limits::min());
    unit.most = std::cmp_less(int64_limits::max(), limits::max()) ? int64_limits::max()
                                                                  : static_cast<std::int64_t>(limits::max());
  }
  return unit;
}();

inline double numerator_of(duration_unit const& unit) { return static_cast<double>(unit.numerator); }
inline double denominator_of(duration_unit const& unit) { return static_cast<double>(unit.denominator); }

inline double milliseconds_of(double count, duration_unit const& unit) {
  return count * numerator_of(unit) / denominator_of(unit);
}

/// The nearest number. A count that a double would round is split, so that it loses nothing but what the
/// result can't hold.
inline double milliseconds_of(std::int64_t count, duration_unit const& unit) {
  auto const as_double = static_cast<double>(count);
  if (unit.numerator != 1 || std::abs(as_double) <= max_safe_integer) return milliseconds_of(as_double, unit);
  return static_cast<double>(count / unit.denominator) +
         static_cast<double>(count % unit.denominator) / denominator_of(unit);
}

/// `a * factor + more` when it fits; `factor` is positive, `more` smaller and of the sign of `a`, or `a` is
/// 0.
inline std::optional<std::int64_t> multiplied(std::int64_t a, std::int64_t factor, std::int64_t more) {
  if (a > int64_limits::max() / factor || a < int64_limits::min() / factor) return std::nullopt;
  auto const product = a * factor;
  if (more > 0 ? product > int64_limits::max() - more : product < int64_limits::min() - more)
    return std::nullopt;
  return product + more;
}

/// The count that is nearest to so many milliseconds; nothing when it does not fit, or for NaN.
inline std::optional<std::int64_t> nearest_count(double number, duration_unit const& unit) {
  auto const splits = unit.numerator == 1;
  auto const whole =
      splits ? std::trunc(number) : std::round(number * denominator_of(unit) / numerator_of(unit));
  constexpr auto beyond = 9223372036854775808.0;  // 2 ** 63
  if (!(whole >= -beyond && whole < beyond)) return std::nullopt;
  auto const more = splits ? std::round((number - whole) * denominator_of(unit)) : 0;
  auto const count = multiplied(static_cast<std::int64_t>(whole), splits ? unit.denominator : 1,
                                static_cast<std::int64_t>(more));
  return count && *count >= unit.least && *count <= unit.most ? count : std::nullopt;
}

/// The count of exactly so many milliseconds, as far as a number can tell: what milliseconds_of gives comes
/// back.
inline std::optional<std::int64_t> exact_count(double number, duration_unit const& unit) {
  auto const count = nearest_count(number, unit);
  return count && milliseconds_of(*count, unit) == number ? count : std::nullopt;
}

inline void check_whole(value const& from, bool is_whole, duration_unit const& unit) {
  if (is_whole) return;
  if (unit.numerator == 1 && unit.denominator == 1) from.out_of_range("an integer");
  from.out_of_range("a multiple of " + number_literal(milliseconds_of(1.0, unit)));
}

inline std::int64_t read_count(value const& from, duration_unit const& unit) {
  auto const number = read_number(from);
  check_whole(from, !std::isnan(number), unit);
  auto const count = nearest_count(number, unit);
  if (!count) {
    auto const least = milliseconds_of(unit.least, unit);
    auto const most = milliseconds_of(unit.most, unit);
    // The ends of 64 bits are no numbers: the nearest ones can be outside.
    from.out_of_range((nearest_count(least, unit) ? ">= " : "> ") + number_literal(least) +
                      (nearest_count(most, unit) ? " && <= " : " && < ") + number_literal(most));
  }
  check_whole(from, milliseconds_of(*count, unit) == number, unit);
  return *count;
}

/// Which numbers a stub passes on: some of those that are taken for certain. The others take the generic way.
/// Multiples are none of them.
constexpr std::optional<number_range> whole_milliseconds(duration_unit const& unit) {
  struct candidate {
    std::int64_t least;
    std::int64_t most;
    number_range range;
  };
  constexpr std::int64_t safe = (std::int64_t{1} << 53) - 1;
  constexpr candidate candidates[] = {
      {-safe, safe, number_range::safe_integer},
      {0, safe, number_range::safe_natural},
      {-2147483648, 2147483647, number_range::int32},
      {0, 4294967295, number_range::uint32},
      {-32768, 32767, number_range::int16},
      {0, 65535, number_range::uint16},
      {-128, 127, number_range::int8},
      {0, 255, number_range::uint8},
  };
  if (unit.numerator != 1) return std::nullopt;
  for (auto const& each : candidates)
    if (unit.least / unit.denominator <= each.least && unit.most / unit.denominator >= each.most)
      return each.range;
  return std::nullopt;
}

/// `a * factor / divisor`, rounded down, when it fits.
inline std::optional<std::int64_t> scaled_down(std::int64_t a, std::int64_t factor, std::int64_t divisor) {
  auto const rest = (a % divisor + divisor) % divisor;
  auto const quotient = a / divisor - (a % divisor < 0);
  // Of the sign of the product, as `multiplied` wants it.
  auto const more = rest * factor / divisor;
  return quotient < 0 && more > 0 ? multiplied(quotient + 1, factor, more - factor)
                                  : multiplied(quotient, factor, more);
}

/// What a Date holds at most, on both sides of 1970.
inline constexpr double most_of_date = 8.64e15;

/// The time of a Date: a whole number of milliseconds.
inline double read_date(value const& from) {
  double time = 0;
  if (napi_get_date_value(from.env(), from.handle(), &time) != napi_ok)
    from.wrong_type("an instance of Date");
  if (std::isnan(time)) from.invalid("must be a valid Date");
  return time;
}

/// The last count that is not later than a Date; nothing when it does not fit.
inline std::optional<std::int64_t> count_at(double time, duration_unit const& unit) {
  if (!(std::abs(time) <= most_of_date)) return std::nullopt;
  auto const count = scaled_down(static_cast<std::int64_t>(time), unit.denominator, unit.numerator);
  return count && *count >= unit.least && *count <= unit.most ? count : std::nullopt;
}

/// How far from 1970 a Date may be to fit for certain; 0 when nothing does on one side.
constexpr double most_time_of(duration_unit const& unit) {
  if (unit.least > -unit.most) return 0;
  auto const most = static_cast<double>(unit.most / unit.denominator);
  return most < most_of_date ? most : most_of_date;
}

inline std::int64_t read_time(value const& from, duration_unit const& unit) {
  if (auto const count = count_at(read_date(from), unit)) return *count;
  auto const least = std::ceil(milliseconds_of(unit.least, unit));
  auto const most = std::ceil(milliseconds_of(unit.most, unit) + milliseconds_of(1.0, unit)) - 1;
  from.out_of_range("a Date whose time is >= " + number_literal(least) + " && <= " + number_literal(most));
}

inline double time_of(std::int64_t count, duration_unit const& unit) {
  auto const time = scaled_down(count, unit.numerator, unit.denominator);
  return time ? static_cast<double>(*time) : milliseconds_of(count, unit);
}

/// The nearest millisecond. Where a double is about as coarse, the product of all of `count` would be rounded
/// once too often.
inline double time_of(double count, duration_unit const& unit) {
  double whole = 0;
  auto const rest = unit.denominator == 1 ? std::modf(count, &whole) : count;
  return milliseconds_of(whole, unit) + std::round(milliseconds_of(rest, unit));
}

inline double require_date(double time) {
  if (!(std::abs(time) <= most_of_date))
    throw conversion_error(conversion_error::kind::range, "ERR_OUT_OF_RANGE",
                           "The result is out of range. A Date must be >= -8640000000000000 && <= "
                           "8640000000000000 milliseconds from 1970. Received " +
                               caster<double>::literal(time));
  return time;
}

inline napi_value write_date(napi_env env, double time) {
  napi_value result = nullptr;
  check(env, napi_create_date(env, require_date(time), &result));
  return result;
}

template <class Rep>
concept duration_count = integer<Rep> || std::floating_point<Rep>;

}  // namespace detail

/// Whole counts take what is one of theirs and nothing else: 1.5 is no count of milliseconds, but one of
/// microseconds. They are given as the nearest number.
template <detail::integer Rep, class Period>
struct caster<std::chrono::duration<Rep, Period>> {
  using duration = std::chrono::duration<Rep, Period>;
  static constexpr std::string_view ts_in = "number", ts_out = "number";

  static duration from_js(value const& from) {
    return duration(static_cast<Rep>(detail::read_count(from, unit)));
  }

  static napi_value to_js(napi_env env, duration to) {
    return caster<double>::to_js(env, milliseconds(to.count()));
  }

  static constexpr wire_kind wire =
      detail::whole_milliseconds(detail::unit_of<Rep, Period>) ? wire_kind::number : wire_kind::none;
  static constexpr number_range range =
      detail::whole_milliseconds(detail::unit_of<Rep, Period>).value_or(number_range::any);

  static duration from_wire(wire_reader& from) {
    auto const count = detail::exact_count(from.next(), unit);
    from.decline_if(!count);
    return duration(static_cast<Rep>(count.value_or(0)));
  }

  static void to_wire(wire_writer& to, duration given) { to.add(milliseconds(given.count())); }

  static std::string literal(duration of) { return caster<double>::literal(milliseconds(of.count())); }

 private:
  static constexpr auto const& unit = detail::unit_of<Rep, Period>;

  static double milliseconds(Rep count) {
    if (std::cmp_greater(count, detail::int64_limits::max()))
      return detail::milliseconds_of(static_cast<double>(count), unit);
    return detail::milliseconds_of(static_cast<std::int64_t>(count), unit);
  }
};

/// Counts with a fraction take the nearest number; infinities stay what they are.
template <std::floating_point Rep, class Period>
struct caster<std::chrono::duration<Rep, Period>> {
  using duration = std::chrono::duration<Rep, Period>;
  static constexpr std::string_view ts_in = "number", ts_out = "number";

  static duration from_js(value const& from) {
    auto const number = detail::read_number(from);
    if (std::isnan(number)) from.out_of_range("a number of milliseconds");
    auto const result = nearest(number);
    if (std::isinf(result.count()) && !std::isinf(number)) {
      auto const most = milliseconds(duration::max());
      from.out_of_range(">= " + detail::number_literal(-most) + " && <= " + detail::number_literal(most));
    }
    return result;
  }

  static napi_value to_js(napi_env env, duration to) { return caster<double>::to_js(env, milliseconds(to)); }

  static constexpr wire_kind wire = wire_kind::number;
  static constexpr number_range range = number_range::safe_integer;  // all but NaN are taken

  static duration from_wire(wire_reader& from) {
    auto const number = from.next();
    auto const result = nearest(number);
    from.decline_if(std::isnan(number) || (std::isinf(result.count()) && !std::isinf(number)));
    return result;
  }

  static void to_wire(wire_writer& to, duration given) { to.add(milliseconds(given)); }

  static std::string literal(duration of) { return caster<double>::literal(milliseconds(of)); }

 private:
  static constexpr auto const& unit = detail::unit_of<Rep, Period>;

  static duration nearest(double number) {
    return duration(static_cast<Rep>(number * detail::denominator_of(unit) / detail::numerator_of(unit)));
  }
  static double milliseconds(duration of) {
    return detail::milliseconds_of(static_cast<double>(of.count()), unit);
  }
};

/// A time is rounded down in both directions where the other side is coarser, as std::chrono::floor does; one
/// with a fraction is given as the nearest millisecond, so that a Date comes back as it went.
template <class Rep, class Period>
  requires detail::duration_count<Rep>
struct caster<std::chrono::time_point<std::chrono::system_clock, std::chrono::duration<Rep, Period>>> {
  using duration = std::chrono::duration<Rep, Period>;
  using time_point = std::chrono::time_point<std::chrono::system_clock, duration>;
  static constexpr std::string_view ts_in = "Date", ts_out = "Date";

  static time_point from_js(value const& from) {
    if constexpr (detail::integer<Rep>)
      return time_point(duration(static_cast<Rep>(detail::read_time(from, unit))));
    else
      return of_time(detail::read_date(from));
  }

  static napi_value to_js(napi_env env, time_point to) { return detail::write_date(env, time(to)); }

  static constexpr double most_time =
      detail::integer<Rep> ? detail::most_time_of(detail::unit_of<Rep, Period>) : detail::most_of_date;
  static constexpr wire_kind wire = most_time > 0 ? wire_kind::date : wire_kind::none;

  static time_point from_wire(wire_reader& from) {
    if constexpr (detail::integer<Rep>) {
      auto const count = detail::count_at(from.next(), unit);
      from.decline_if(!count);
      return time_point(duration(static_cast<Rep>(count.value_or(0))));
    } else {
      return of_time(from.next());
    }
  }

  static void to_wire(wire_writer& to, time_point given) { to.add(detail::require_date(time(given))); }

  static std::string literal(time_point of) { return "new Date(" + caster<double>::literal(time(of)) + ")"; }

 private:
  static constexpr auto const& unit = detail::unit_of<Rep, Period>;

  static time_point of_time(double time) {
    return time_point(
        duration(static_cast<Rep>(time * detail::denominator_of(unit) / detail::numerator_of(unit))));
  }

  static double time(time_point of) {
    auto const count = of.time_since_epoch().count();
    if constexpr (detail::integer<Rep>)
      if (std::cmp_less_equal(count, detail::int64_limits::max()))
        return detail::time_of(static_cast<std::int64_t>(count), unit);
    return detail::time_of(static_cast<double>(count), unit);
  }
};

}  // namespace tendon
