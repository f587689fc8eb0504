#pragma once
// what std::vector, std::deque and std::list share

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>

#include "../caster.hpp"
#include "../env/environment.hpp"
#include "../napi/handle_scope.hpp"
#include "literal_list.hpp"
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
  return static_cast<std::uint32_t>(read_integer(claimed, 0, std::numeric_limits<std::uint32_t>::max()));
}

/// How many elements are read at most: of arrays that can have more elements than anything made memory for.
inline std::uint32_t most_elements(value const& from, std::uint32_t length, bool holes_are_values) {
  constexpr std::uint32_t most_of_claimed = 1 << 24;
  // An array of the engine that is longer than this is sparse.
  constexpr std::uint32_t most_of_real = 1 << 27;
  auto const is_claim = holes_are_values || length > most_of_real || !from.is_array();
  return is_claim ? std::min(length, most_of_claimed) : length;
}

[[noreturn]] inline void throw_too_long(value const& from, std::uint32_t most) {
  from.out_of_range("an array of at most " + std::to_string(most) + " elements");
}

template <class T>
consteval std::string_view array_ts_in() {
  if constexpr (typed_array_element<T>) return typed_array_kind_of<T>().or_array;
  return "readonly $[]";
}

/// A new array of all elements, which are moved out of a range that is about to end.
template <class Element, class Range>
napi_value elements_to_js(napi_env env, Range&& from) {
  auto const result = environment::of(env).blank_array(from.size());
  auto next = from.begin();
  for_each_index(env, from.size(), [&](std::size_t i) {
    auto const element = caster<Element>::to_js(env, static_cast<part_like<Range, Element>>(*next));
    check(env, napi_set_element(env, result, static_cast<std::uint32_t>(i), element));
    ++next;
  });
  return result;
}

template <class Sequence>
struct sequence_caster {
  using element = typename Sequence::value_type;
  using parts = types<element>;
  static constexpr std::string_view ts_in = array_ts_in<element>(), ts_out = "$[]";

  static Sequence from_js(value const& from)
    requires self_contained_from_js<element>
  {
    if constexpr (typed_array_element<element>) {
      auto const view = view_typed_array(from, typed_array_kind_of<element>().type);
      auto const* const data = static_cast<element const*>(view.data);
      if (view.matches) return Sequence(data, data + view.length);
    }
    auto const length = array_length(from);
    auto const most = most_elements(from, length, type_of<element>.optional);
    Sequence result;
    // `length` is only a claim: an array may be sparse, so memory is set aside for a part of it at first.
    constexpr std::uint32_t most_reserved = 65536;
    if constexpr (requires { result.reserve(1); }) result.reserve(std::min(length, most_reserved));
    for_each_index(from.env(), most, [&](std::size_t i) {
      result.push_back(read_element<element>(from.element(static_cast<std::uint32_t>(i))));
    });
    if (most < length) throw_too_long(from, most);
    return result;
  }

  template <class Given>
    requires std::same_as<std::remove_cvref_t<Given>,
                          Sequence>&& tendon::to_js<part_like<Given, element>> static napi_value
    to_js(napi_env env, Given&& to) {
    return elements_to_js<element>(env, std::forward<Given>(to));
  }

  static constexpr auto wire = wire_kind::array;

  static Sequence from_wire(wire_reader& from) {
    std::size_t count = 0;
    auto const* const elements = from.next_elements(cell_count(type_of<element>), count);
    if constexpr (std::same_as<element, double>) {
      return Sequence(elements, elements + count);
    } else {
      Sequence result;
      if constexpr (requires { result.reserve(1); }) result.reserve(count);
      auto each = from.at(elements);
      for (std::size_t i = 0; i < count; ++i) result.push_back(caster<element>::from_wire(each));
      from.decline_if(each.declined());
      return result;
    }
  }

  static void to_wire(wire_writer& to, Sequence const& given) {
    auto* cells = to.add_elements(given.size(), cell_count(type_of<element>));
    if (!cells) return;
    if constexpr (std::is_floating_point_v<element>) {
      std::copy(given.begin(), given.end(), cells);
    } else {
      auto writer = to.at(cells);
      for (element const& each : given) caster<element>::to_wire(writer, each);
      to.add_fault_of(writer);
    }
  }

  static std::string literal(Sequence const& of)
    requires requires(element const& each) { caster<element>::literal(each); }
  {
    literal_list list;
    for (element const& each : of) list.add(caster<element>::literal(each));
    return list.enclosed("[", "]");
  }
};

}  // namespace detail
}  // namespace tendon
