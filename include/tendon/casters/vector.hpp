#pragma once
// std::vector<T>  <->  readonly T[] (in; numbers also from the matching typed array), T[] (out)

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <string>
#include <vector>

#include "../caster.hpp"
#include "../napi/handle_scope.hpp"
#include "typed_array.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

inline std::uint32_t array_length(value const& from) {
  std::uint32_t length = 0;
  check(from.env(), napi_get_array_length(from.env(), from.handle(), &length));
  return length;
}

inline napi_value make_array(napi_env env, std::size_t length) {
  napi_value result = nullptr;
  check(env, napi_create_array_with_length(env, length, &result));
  return result;
}

template <class T>
consteval std::string_view array_ts_in() {
  if constexpr (typed_array_element<T>) return typed_array_kind_of<T>().or_array;
  return "readonly $[]";
}

}  // namespace detail

/// Bytes have a caster of their own, in bytes.hpp.
template <class T, class Allocator>
  requires(!detail::byte_like<T>)
struct caster<std::vector<T, Allocator>> {
  using parts = types<T>;
  static constexpr std::string_view ts_in = detail::array_ts_in<T>(), ts_out = "$[]";

  static std::vector<T, Allocator> from_js(value const& from)
    requires self_contained_from_js<T>
  {
    if constexpr (detail::typed_array_element<T>) {
      auto const view = detail::view_elements<T>(from);
      auto const* const data = static_cast<T const*>(view.data);
      if (view.matches) return {data, data + view.length};
    }
    if (!from.is_array()) from.wrong_type("an instance of Array");
    auto const length = detail::array_length(from);
    std::vector<T, Allocator> result;
    // `length` is only a claim: an array may be sparse, so memory is set aside for a part of it at first.
    constexpr std::uint32_t most_reserved = 65536;
    result.reserve(std::min(length, most_reserved));
    detail::for_each_index(from.env(), length, [&](std::size_t i) {
      result.push_back(detail::read_element<T>(from.element(static_cast<std::uint32_t>(i))));
    });
    return result;
  }

  template <class Vector>
    requires std::same_as<std::remove_cvref_t<Vector>, std::vector<T, Allocator>> &&
             tendon::to_js<detail::part_like<Vector, T>>
  static napi_value to_js(napi_env env, Vector&& to) {
    auto const result = detail::make_array(env, to.size());
    detail::for_each_index(env, to.size(), [&](std::size_t i) {
      auto const element = caster<T>::to_js(env, static_cast<detail::part_like<Vector, T>>(to[i]));
      detail::check(env, napi_set_element(env, result, static_cast<std::uint32_t>(i), element));
    });
    return result;
  }

  static std::string literal(std::vector<T, Allocator> const& of)
    requires requires(T const& element) { caster<T>::literal(element); }
  {
    std::string result = "[";
    for (auto const& each : of) {
      auto const element = caster<T>::literal(each);
      if (element.empty()) return {};
      result += (result.size() > 1 ? ", " : "") + element;
    }
    return result + "]";
  }
};

}  // namespace tendon
