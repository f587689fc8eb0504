#pragma once
// tendon::bigint<std::int64_t>, tendon::bigint<std::uint64_t>  <->  bigint

#include <cstdint>
#include <string>

#include "number.hpp"

namespace [[gnu::visibility("hidden")]] tendon {

/// A 64-bit integer that is a `bigint` in JavaScript, so that no bit is ever lost. Converts from and to `T`.
template <class T>
  requires std::same_as<T, std::int64_t> || std::same_as<T, std::uint64_t>
struct bigint {
  T value = 0;

  constexpr bigint() = default;
  constexpr bigint(T value) : value(value) {}
  constexpr operator T() const { return value; }
};

template <class T>
struct caster<bigint<T>> {
  static constexpr std::string_view ts_in = "bigint", ts_out = "bigint";

  static bigint<T> from_js(value const& from) {
    if (from.type() != napi_bigint) from.wrong_type("of type bigint");
    return detail::read_wide_integer<T>(from);
  }

  static napi_value to_js(napi_env env, bigint<T> to) {
    napi_value result = nullptr;
    if constexpr (std::is_signed_v<T>)
      detail::check(env, napi_create_bigint_int64(env, to.value, &result));
    else
      detail::check(env, napi_create_bigint_uint64(env, to.value, &result));
    return result;
  }

  static std::string literal(bigint<T> of) { return detail::number_literal(of.value) + "n"; }
};

}  // namespace tendon
