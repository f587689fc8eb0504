#pragma once
// bool  <->  boolean
// 8 to 32-bit integers, float, double  <->  number
// 64-bit integers  <->  number | bigint (in), number (out)

#include <charconv>
#include <cmath>
#include <concepts>
#include <cstdint>
#include <limits>
#include <string>

#include "../caster.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

inline constexpr double max_safe_integer = 9007199254740991.0;  // 2 ** 53 - 1
inline constexpr std::string_view safe_range = ">= -9007199254740991 && <= 9007199254740991";
inline constexpr std::string_view safe_unsigned_range = ">= 0 && <= 9007199254740991";

template <class T>
concept character = std::same_as<T, char> || std::same_as<T, wchar_t> || std::same_as<T, char8_t> ||
                    std::same_as<T, char16_t> || std::same_as<T, char32_t>;

/// Integers that are numbers to their users; `signed char` and `unsigned char` are 8-bit integers.
template <class T>
concept integer = std::integral<T> && !
std::same_as<T, bool> && !character<T>;

template <class T>
std::string number_literal(T number) {
  char buffer[32];
  auto const end = std::to_chars(buffer, buffer + sizeof buffer, number).ptr;
  return {buffer, end};
}

inline double read_number(value const& from) {
  double number = 0;
  if (napi_get_value_double(from.env(), from.handle(), &number) != napi_ok) from.wrong_type("of type number");
  return number;
}

inline void check_integer(value const& from, double number) {
  if (number != std::trunc(number) || std::isinf(number)) from.out_of_range("an integer");
}

inline double read_integer(value const& from, double least, double most) {
  auto const number = read_number(from);
  check_integer(from, number);
  if (number < least || number > most)
    from.out_of_range(">= " + number_literal(static_cast<std::int64_t>(least)) +
                      " && <= " + number_literal(static_cast<std::int64_t>(most)));
  return number;
}

template <class T>
consteval number_range small_integer_range() {
  constexpr auto is_signed = std::is_signed_v<T>;
  if constexpr (sizeof(T) == 1) return is_signed ? number_range::int8 : number_range::uint8;
  if constexpr (sizeof(T) == 2) return is_signed ? number_range::int16 : number_range::uint16;
  return is_signed ? number_range::int32 : number_range::uint32;
}

/// A 64-bit integer: a bigint that fits, or a number that is exact.
template <class T>
T read_wide_integer(value const& from) {
  auto const kind = from.type();
  if (kind == napi_bigint) {
    T number = 0;
    bool exact = false;
    if constexpr (std::is_signed_v<T>) {
      std::int64_t read = 0;
      check(from.env(), napi_get_value_bigint_int64(from.env(), from.handle(), &read, &exact));
      number = static_cast<T>(read);
    } else {
      std::uint64_t read = 0;
      check(from.env(), napi_get_value_bigint_uint64(from.env(), from.handle(), &read, &exact));
      number = static_cast<T>(read);
    }
    if (!exact)
      from.out_of_range(std::is_signed_v<T> ? ">= -(2n ** 63n) && < 2n ** 63n" : ">= 0n && < 2n ** 64n");
    return number;
  }
  if (kind != napi_number) from.wrong_type("one of type number or bigint");
  auto const number = read_number(from);
  check_integer(from, number);
  constexpr auto least = std::is_signed_v<T> ? -max_safe_integer : 0.0;
  constexpr auto range = std::is_signed_v<T> ? safe_range : safe_unsigned_range;
  if (number < least || number > max_safe_integer) from.out_of_range(std::string(range) + ", or a bigint");
  return static_cast<T>(number);
}

/// Refuses a result of which a JavaScript number would lose bits.
[[noreturn]] inline void throw_unsafe(std::string const& number) {
  throw conversion_error(conversion_error::kind::range, "ERR_OUT_OF_RANGE",
                         "The result is out of range. It must be " + std::string(safe_range) +
                             "; return tendon::bigint for more. Received " + number);
}

}  // namespace detail

template <>
struct caster<bool> {
  static constexpr std::string_view ts_in = "boolean", ts_out = "boolean";

  static bool from_js(value const& from) {
    bool result = false;
    if (napi_get_value_bool(from.env(), from.handle(), &result) != napi_ok)
      from.wrong_type("of type boolean");
    return result;
  }

  static napi_value to_js(napi_env env, bool to) {
    napi_value result = nullptr;
    detail::check(env, napi_get_boolean(env, to, &result));
    return result;
  }

  static constexpr wire_kind wire = wire_kind::boolean;
  static bool from_wire(wire_reader& from) { return from.next_integer() != 0; }
  static void to_wire(wire_writer& to, bool given) { to.add_integer(given); }

  static std::string literal(bool of) { return of ? "true" : "false"; }
};

template <detail::integer T>
  requires(sizeof(T) <= 4)
struct caster<T> {
  static constexpr std::string_view ts_in = "number", ts_out = "number";

  static T from_js(value const& from) {
    using limits = std::numeric_limits<T>;
    return static_cast<T>(detail::read_integer(from, limits::min(), limits::max()));
  }

  static napi_value to_js(napi_env env, T to) {
    napi_value result = nullptr;
    if constexpr (std::is_signed_v<T>)
      detail::check(env, napi_create_int32(env, to, &result));
    else
      detail::check(env, napi_create_uint32(env, to, &result));
    return result;
  }

  static constexpr wire_kind wire = wire_kind::integer;
  static constexpr number_range range = detail::small_integer_range<T>();
  static T from_wire(wire_reader& from) { return static_cast<T>(from.next_integer()); }
  static void to_wire(wire_writer& to, T given) { to.add_integer(static_cast<std::int32_t>(given)); }

  static std::string literal(T of) { return detail::number_literal(of); }
};

template <detail::integer T>
  requires(sizeof(T) == 8)
struct caster<T> {
  static constexpr std::string_view ts_in = "number | bigint", ts_out = "number";

  static T from_js(value const& from) { return detail::read_wide_integer<T>(from); }

  static napi_value to_js(napi_env env, T to) {
    auto const number = static_cast<double>(to);
    if (std::abs(number) > detail::max_safe_integer) detail::throw_unsafe(detail::number_literal(to));
    napi_value result = nullptr;
    detail::check(env, napi_create_double(env, number, &result));
    return result;
  }

  static constexpr wire_kind wire = wire_kind::number;
  static constexpr number_range range =
      std::is_signed_v<T> ? number_range::safe_integer : number_range::safe_natural;
  static T from_wire(wire_reader& from) {
    constexpr auto least = std::is_signed_v<T> ? -detail::max_safe_integer : 0.0;
    auto const number = from.next();
    auto const fits = number >= least && number <= detail::max_safe_integer;
    auto const result = fits ? static_cast<T>(number) : T();
    from.decline_if(!fits || static_cast<double>(result) != number);
    return result;
  }
  static void to_wire(wire_writer& to, T given) {
    auto const number = static_cast<double>(given);
    if (std::abs(number) > detail::max_safe_integer) detail::throw_unsafe(detail::number_literal(given));
    to.add(number);
  }

  static std::string literal(T of) {
    return detail::number_literal(of) +
           (std::abs(static_cast<double>(of)) > detail::max_safe_integer ? "n" : "");
  }
};

template <std::floating_point T>
  requires(sizeof(T) <= 8)
struct caster<T> {
  static constexpr std::string_view ts_in = "number", ts_out = "number";

  static T from_js(value const& from) {
    auto const number = detail::read_number(from);
    auto const result = static_cast<T>(number);
    if (std::isinf(result) && !std::isinf(number)) from.out_of_range("a 32-bit floating point number");
    return result;
  }

  static napi_value to_js(napi_env env, T to) {
    napi_value result = nullptr;
    detail::check(env, napi_create_double(env, to, &result));
    return result;
  }

  static constexpr wire_kind wire = wire_kind::number;
  static constexpr number_range range = std::same_as<T, float> ? number_range::float32 : number_range::any;
  static T from_wire(wire_reader& from) {
    auto const number = from.next();
    auto const result = static_cast<T>(number);
    if constexpr (sizeof(T) < sizeof(double)) from.decline_if(std::isinf(result) && !std::isinf(number));
    return result;
  }
  static void to_wire(wire_writer& to, T given) { to.add(given); }

  static std::string literal(T of) {
    if (std::isnan(of)) return "NaN";
    if (std::isinf(of)) return of < 0 ? "-Infinity" : "Infinity";
    return detail::number_literal(of);
  }
};

}  // namespace tendon
