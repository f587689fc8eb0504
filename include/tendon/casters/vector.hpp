#pragma once
// std::vector<T>  <->  readonly T[] (in; numbers also from the matching typed array), T[] (out)

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <string>
#include <vector>

#include "../caster.hpp"
#include "../env/environment.hpp"
#include "../napi/handle_scope.hpp"
#include "typed_array.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// The length of an array, which a Proxy of one can claim to be anything.
inline std::uint32_t array_length(value const& from) {
  std::uint32_t length = 0;
  if (from.is_array()) {
    check(from.env(), napi_get_array_length(from.env(), from.handle(), &length));
    return length;
  }
  if (from.type() != napi_object || !environment::of(from.env()).is_list(from.handle()))
    from.wrong_type("an instance of Array");
  auto const claimed = from.property("length");
  check(from.env(), napi_get_value_uint32(from.env(), claimed.handle(), &length));
  return length;
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
    requires std::same_as<std::remove_cvref_t<Vector>,
                          std::vector<T, Allocator>>&&
        tendon::to_js<detail::part_like<Vector, T>> static napi_value
        to_js(napi_env env, Vector&& to) {
    auto const result = detail::environment::of(env).blank_array(to.size());
    detail::for_each_index(env, to.size(), [&](std::size_t i) {
      auto const element = caster<T>::to_js(env, static_cast<detail::part_like<Vector, T>>(to[i]));
      detail::check(env, napi_set_element(env, result, static_cast<std::uint32_t>(i), element));
    });
    return result;
  }

  static constexpr auto wire = wire_kind::array;

  static std::vector<T, Allocator> from_wire(wire_reader& from) {
    std::size_t count = 0;
    auto const* const elements = from.next_elements(detail::cell_count(type_of<T>), count);
    if constexpr (std::same_as<T, double>) {
      return {elements, elements + count};
    } else {
      std::vector<T, Allocator> result;
      result.reserve(count);
      auto each = from.at(elements);
      for (std::size_t i = 0; i < count; ++i) result.push_back(caster<T>::from_wire(each));
      from.decline_if(each.declined());
      return result;
    }
  }

  static void to_wire(wire_writer& to, std::vector<T, Allocator> const& given) {
    constexpr auto width = detail::cell_count(type_of<T>);
    auto* element = to.add_elements(given.size(), width);
    if (!element) return;
    constexpr auto is_exact =
        std::is_arithmetic_v<T> && (sizeof(T) <= sizeof(float) || std::is_floating_point_v<T>);
    if constexpr (is_exact) {
      std::copy(given.begin(), given.end(), element);
    } else {
      for (T const& each : given) {
        auto cells = wire_writer::at(element);
        caster<T>::to_wire(cells, each);
        element += width;
      }
    }
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
