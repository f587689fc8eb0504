#pragma once
// tendon::rest<T>  <-  ...args: T[]

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

#include "../caster.hpp"
#include "../napi/handle_scope.hpp"

namespace [[gnu::visibility("hidden")]] tendon {

/// The last parameter of a function that takes any number of arguments: all that are left. It refers to what
/// the call keeps, and may be changed and moved from.
template <class T>
struct rest : std::span<T> {
  using std::span<T>::span;
};

namespace detail {

/// std::vector<bool> has no bools that a span could refer to.
struct bool_items {
  std::unique_ptr<bool[]> items;
  std::size_t count = 0;

  void reserve(std::size_t most) { items = std::make_unique<bool[]>(most); }
  void push_back(bool value) { items[count++] = value; }
  bool* begin() { return items.get(); }
  bool* end() { return begin() + count; }
};

/// Owns what a rest parameter refers to.
template <class T>
struct held_rest : std::conditional_t<std::is_same_v<T, bool>, bool_items, std::vector<T>> {
  rest<T> get() { return rest<T>(this->begin(), this->end()); }
};

}  // namespace detail

/// The script passes the arguments that are left as one array, which no other script has seen.
template <class T>
struct caster<rest<T>> {
  static consteval type_description describe() {
    return {.cpp_name = type_name<rest<T>>(),
            .ts_in = "$[]",
            .optional = true,
            .takes_rest = true,
            .parts = detail::parts_of<types<T>>::value};
  }

  static detail::held_rest<T> from_js(value const& from)
    requires self_contained_from_js<T>
  {
    std::uint32_t length = 0;
    detail::check(from.env(), napi_get_array_length(from.env(), from.handle(), &length));
    detail::held_rest<T> result;
    result.reserve(length);
    detail::for_each_index(from.env(), length, [&](std::size_t i) {
      // An argument, not the property of one.
      auto const name = std::string(from.name()) + "[" + std::to_string(i) + "]";
      auto const element = from.element(static_cast<std::uint32_t>(i));
      result.push_back(detail::read_element<T>(value(from.env(), element.handle(), name)));
    });
    return result;
  }
};

}  // namespace tendon
