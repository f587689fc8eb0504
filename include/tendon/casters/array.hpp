#pragma once
// std::array<T, N>  <->  readonly [T, …] (in), [T, …] (out); over 16 elements readonly T[], T[] of exactly N
// std::array<std::uint8_t, N>, std::array<std::byte, N>  <->  Uint8Array | ArrayBuffer (in), Uint8Array (out)

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "bytes.hpp"
#include "tuple.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// Arrays of more elements are no tuples in TypeScript, and do not travel in the frame.
inline constexpr std::size_t most_tuple_elements = 16;

template <class T, class Indexes>
struct same_types;
template <class T, std::size_t... I>
struct same_types<T, std::index_sequence<I...>> {
  template <std::size_t>
  using repeated = T;
  using type = types<repeated<I>...>;
};

template <class T, std::size_t N>
struct short_array_texts {
  using parts = typename same_types<T, std::make_index_sequence<N>>::type;
  static constexpr std::string_view ts_in = tuple_text<N>::in, ts_out = tuple_text<N>::out;
  static constexpr auto wire = wire_kind::tuple;
};

template <class T>
struct long_array_texts {
  using parts = types<T>;
  static constexpr std::string_view ts_in = "readonly $[]", ts_out = "$[]";
};

template <class T, std::size_t N>
using array_texts =
    std::conditional_t<(N <= most_tuple_elements), short_array_texts<T, N>, long_array_texts<T>>;

}  // namespace detail

template <class T, std::size_t N>
struct caster<std::array<T, N>> : detail::array_texts<T, N> {
  static std::array<T, N> from_js(value const& from)
    requires self_contained_from_js<T>
  {
    detail::require_length(from, N);
    if constexpr (N > detail::most_tuple_elements && std::is_default_constructible_v<T> &&
                  std::is_move_assignable_v<T>) {
      std::array<T, N> result;
      detail::for_each_index(from.env(), N, [&](std::size_t i) {
        result[i] = detail::read_element<T>(from.element(static_cast<std::uint32_t>(i)));
      });
      return result;
    } else {
      return read(from, std::make_index_sequence<N>());
    }
  }

  template <class Array>
    requires std::same_as<std::remove_cvref_t<Array>,
                          std::array<T, N>>&& tendon::to_js<detail::part_like<Array, T>> static napi_value
    to_js(napi_env env, Array&& to) {
    return detail::elements_to_js<T>(env, std::forward<Array>(to));
  }

  static std::array<T, N> from_wire(wire_reader& from) {
    return read_wire(from, std::make_index_sequence<N>());
  }

  static void to_wire(wire_writer& to, std::array<T, N> const& given) {
    for (auto const& each : given) caster<T>::to_wire(to, each);
  }

  static std::string literal(std::array<T, N> const& of)
    requires requires(T const& element) { caster<T>::literal(element); }
  {
    detail::literal_list list;
    for (auto const& each : of) list.add(caster<T>::literal(each));
    return list.enclosed("[", "]");
  }

 private:
  // Braces keep the order of evaluation, and take elements that have no default.
  template <std::size_t... I>
  static std::array<T, N> read(value const& from, std::index_sequence<I...>) {
    return {{detail::read_element<T>(from.element(I))...}};
  }

  template <std::size_t... I>
  static std::array<T, N> read_wire(wire_reader& from, std::index_sequence<I...>) {
    return {{((void)I, caster<T>::from_wire(from))...}};
  }
};

template <detail::byte_like T, std::size_t N>
struct caster<std::array<T, N>> {
  static constexpr std::string_view ts_in = "Uint8Array | ArrayBuffer", ts_out = "Uint8Array";

  static std::array<T, N> from_js(value const& from) {
    auto const bytes = detail::require_elements<T>(from);
    if (bytes.size() != N) detail::throw_wrong_length(from, N, bytes.size(), "byte");
    std::array<T, N> result;
    std::copy(bytes.begin(), bytes.end(), result.begin());
    return result;
  }

  static napi_value to_js(napi_env env, std::array<T, N> const& to) {
    return detail::copy_typed_array(env, napi_uint8_array, to.data(), to.size(), 1);
  }
};

}  // namespace tendon
