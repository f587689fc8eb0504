#pragma once
// std::variant<T…>  <->  a union: T | …

#include <concepts>
#include <cstddef>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>

#include "../caster.hpp"
#include "../env/match.hpp"

namespace [[gnu::visibility("hidden")]] tendon {

/// The alternative that a value fits best; see env/match.hpp. Which one that is, is found without templates.
template <class... T>
struct caster<std::variant<T...>> {
  using variant = std::variant<T...>;

  static consteval type_description describe() {
    return {.form = type_description::kind::alternatives,
            .cpp_name = type_name<variant>(),
            .optional = (type_of<T>.optional || ...),
            .parts = detail::parts_of<types<T...>>::value};
  }

  static variant from_js(value const& from)
    requires(self_contained_from_js<T> && ...)
  {
    return read_one(detail::chosen_alternative(from, type_of<variant>), from,
                    std::index_sequence_for<T...>());
  }

  template <class Given>
    requires std::same_as<std::remove_cvref_t<Given>,
                          variant> &&
      (tendon::to_js<detail::part_like<Given, T>> && ...) static napi_value to_js(napi_env env, Given&& to) {
    return std::visit(
        [env]<class Held>(Held&& held) {
          return caster<std::remove_cvref_t<Held>>::to_js(env, std::forward<Held>(held));
        },
        std::forward<Given>(to));
  }

  static std::string literal(variant const& of)
    requires requires(T const&... each) { (caster<T>::literal(each), ...); }
  {
    return std::visit([]<class Held>(Held const& held) { return caster<Held>::literal(held); }, of);
  }

 private:
  template <std::size_t I, class Alternative>
  static variant read(value const& from) {
    return variant(std::in_place_index<I>, detail::read_element<Alternative>(from));
  }

  template <std::size_t... I>
  static variant read_one(std::size_t index, value const& from, std::index_sequence<I...>) {
    constexpr variant (*readers[])(value const&) = {&read<I, T>...};
    return readers[index](from);
  }
};

}  // namespace tendon
