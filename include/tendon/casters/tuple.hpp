#pragma once
// std::pair<A, B>, std::tuple<T…>  <->  readonly [A, B] (in), [A, B] (out)

#include <array>
#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

#include "../caster.hpp"
#include "literal_list.hpp"
#include "sequence.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// `readonly [$, $]`, without a terminating null character.
template <std::size_t Count>
struct tuple_text {
  static constexpr std::string_view opening = "readonly [";
  static constexpr auto characters = [] {
    std::array<char, opening.size() + (Count > 0 ? 3 * Count - 2 : 0) + 1> text{};
    auto* at = text.data();
    for (char const each : opening) *at++ = each;
    for (std::size_t i = 0; i < Count; ++i) {
      if (i > 0) *at++ = ',', *at++ = ' ';
      *at++ = '$';
    }
    *at = ']';
    return text;
  }();

  static constexpr std::string_view in{characters.data(), characters.size()};
  static constexpr std::string_view out = in.substr(opening.size() - 1);
};

[[noreturn]] inline void throw_wrong_length(value const& from, std::size_t wanted, std::size_t length,
                                            char const* what) {
  from.invalid("must have " + std::to_string(wanted) + " " + what + (wanted == 1 ? "" : "s") + ", not " +
               std::to_string(length));
}

/// An array of exactly so many elements.
inline void require_length(value const& from, std::size_t wanted) {
  auto const length = array_length(from);
  if (length != wanted) throw_wrong_length(from, wanted, length, "element");
}

/// A new array of few elements.
inline napi_value make_array(napi_env env, std::size_t count, napi_value const* elements) {
  auto const result = environment::of(env).blank_array(count);
  for (std::size_t i = 0; i < count; ++i)
    check(env, napi_set_element(env, result, static_cast<std::uint32_t>(i), elements[i]));
  return result;
}

/// Arguments in braces are evaluated in order.
template <class Tuple, class... T>
struct tuple_caster {
  using parts = types<T...>;
  static constexpr std::string_view ts_in = tuple_text<sizeof...(T)>::in,
                                    ts_out = tuple_text<sizeof...(T)>::out;

  static Tuple from_js(value const& from)
    requires(self_contained_from_js<T> && ...)
  {
    require_length(from, sizeof...(T));
    return read(from, std::index_sequence_for<T...>());
  }

  template <class Given>
    requires std::same_as<std::remove_cvref_t<Given>,
                          Tuple> &&
      (tendon::to_js<part_like<Given, T>> && ...) static napi_value to_js(napi_env env, Given&& to) {
    return std::apply(
        [&](auto&... element) {
          napi_value const made[] = {caster<T>::to_js(env, static_cast<part_like<Given, T>>(element))...,
                                     nullptr};
          return make_array(env, sizeof...(T), made);
        },
        to);
  }

  static constexpr auto wire = wire_kind::tuple;

  static Tuple from_wire(wire_reader& from) { return Tuple{caster<T>::from_wire(from)...}; }

  static void to_wire(wire_writer& to, Tuple const& given) {
    std::apply([&](T const&... element) { (caster<T>::to_wire(to, element), ...); }, given);
  }

  static std::string literal(Tuple const& of)
    requires requires(T const&... element) { (caster<T>::literal(element), ...); }
  {
    literal_list list;
    std::apply([&](T const&... element) { (list.add(caster<T>::literal(element)), ...); }, of);
    return list.enclosed("[", "]");
  }

 private:
  template <std::size_t... I>
  static Tuple read([[maybe_unused]] value const& from, std::index_sequence<I...>) {
    return Tuple{read_element<T>(from.element(I))...};
  }
};

}  // namespace detail

template <class A, class B>
struct caster<std::pair<A, B>> : detail::tuple_caster<std::pair<A, B>, A, B> {};

template <class... T>
struct caster<std::tuple<T...>> : detail::tuple_caster<std::tuple<T...>, T...> {};

}  // namespace tendon
