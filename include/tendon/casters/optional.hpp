#pragma once
// std::optional<T>  <->  T | null | undefined (in), T | undefined (out)

#include <concepts>
#include <optional>
#include <string>

#include "../caster.hpp"
#include "../napi/undefined.hpp"

namespace [[gnu::visibility("hidden")]] tendon {

template <class T>
struct caster<std::optional<T>> {
  using parts = types<T>;
  static constexpr std::string_view ts_in = "$ | null | undefined", ts_out = "$ | undefined";
  static constexpr bool optional = true;

  static std::optional<T> from_js(value const& from)
    requires self_contained_from_js<T>
  {
    if (from.is_nullish()) return std::nullopt;
    return detail::read_element<T>(from);
  }

  template <class Optional>
    requires std::same_as<std::remove_cvref_t<Optional>,
                          std::optional<T>>&& tendon::to_js<detail::part_like<Optional, T>> static napi_value
    to_js(napi_env env, Optional&& to) {
    if (to) return caster<T>::to_js(env, static_cast<detail::part_like<Optional, T>>(*to));
    return detail::undefined_of(env);
  }

  static constexpr auto wire = wire_kind::optional;

  static std::optional<T> from_wire(wire_reader& from) {
    auto const has_value = from.next_integer() != 0;
    if (has_value) return caster<T>::from_wire(from);
    from.skip(detail::cell_count(type_of<T>));
    return std::nullopt;
  }

  static void to_wire(wire_writer& to, std::optional<T> const& given) {
    to.add_integer(given.has_value());
    if (given)
      caster<T>::to_wire(to, *given);
    else
      to.skip(detail::cell_count(type_of<T>));
  }

  static std::string literal(std::optional<T> const& of)
    requires requires(T const& inner) { caster<T>::literal(inner); }
  {
    return of ? caster<T>::literal(*of) : "undefined";
  }
};

}  // namespace tendon
