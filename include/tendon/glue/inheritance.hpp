#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "../base/signature.hpp"
#include "../base/wrapped.hpp"
#include "../describe/description.hpp"
#include "method.hpp"
#include "object.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// A class that T can be said to extend: an accessible base that T has once.
template <class Base, class T>
concept extended_by = wrappable<Base> && !
std::is_same_v<Base, T>&& std::is_base_of_v<Base, T>&& std::is_convertible_v<T*, Base*>;

template <class Base, class T>
concept casts_down_to = requires(Base* base) { static_cast<T*>(base); };

/// What only RTTI can tell: whether an object of the base is a T. Without it null.
template <class T, class Base>
constexpr auto dynamic_down_cast() -> void* (*)(void*, void const*) {
#ifdef __cpp_rtti
  if constexpr (std::is_polymorphic_v<Base>)
    return [](void* object, void const*) -> void* { return dynamic_cast<T*>(static_cast<Base*>(object)); };
#endif
  return nullptr;
}

template <class T, class Base>
void* up_cast(void* object) {
  return static_cast<Base*>(static_cast<T*>(object));
}

/// Where a base that is not virtual stands in a T. Casts of pointers to it only count on: there is no object.
template <class T, class Base>
std::ptrdiff_t offset_of_base() {
  alignas(T) static char place[sizeof(T)];
  return static_cast<char*>(up_cast<T, Base>(place)) - place;
}

template <class T, class Base>
base_description described_base() {
  constexpr auto down = dynamic_down_cast<T, Base>();
  if constexpr (casts_down_to<Base, T>)
    return {&wrapped_type<Base>, offset_of_base<T, Base>(), nullptr, down};
  else
    return {&wrapped_type<Base>, 0, &up_cast<T, Base>, down};
}

/// The class of the objects that a tag is read from.
template <class F>
struct tagged_class {
  using type = bare<typename without_first<typename signature_of<F>::parameters>::first>;
};
template <class F>
  requires std::is_member_pointer_v<F>
struct tagged_class<F> : class_of_member<F> {};

template <auto F>
using tagged = typename tagged_class<decltype(F)>::type;

/// Texts are compared as such, whatever holds them.
template <auto F>
using tag_of = std::conditional_t<
    std::is_convertible_v<std::invoke_result_t<decltype(F), tagged<F> const&>, std::string_view>, std::string,
    std::remove_cvref_t<std::invoke_result_t<decltype(F), tagged<F> const&>>>;

/// Whether F gives of the objects of a base of T what can be compared with a Value.
template <auto F, class T, class Value>
concept tells_apart = requires(tagged<F> const& object, tag_of<F> const& tag) {
                        requires std::is_base_of_v<tagged<F>, T>;
                        requires casts_down_to<tagged<F>, T>;
                        requires std::is_convertible_v<Value, tag_of<F>>;
                        std::invoke(F, object) == tag;
                      };

template <auto F, class T, class Value>
tag_description described_tag(Value&& value) {
  using base = tagged<F>;
  using tag = tag_of<F>;
  auto const down = [](void* object, void const* wanted) -> void* {
    auto* const known = static_cast<base*>(object);
    return std::invoke(F, std::as_const(*known)) == *static_cast<tag const*>(wanted) ? static_cast<T*>(known)
                                                                                     : nullptr;
  };
  return {&wrapped_type<base>, down, std::make_shared<tag const>(std::forward<Value>(value))};
}

}  // namespace detail
}  // namespace tendon
