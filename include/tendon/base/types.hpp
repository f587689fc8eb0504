#pragma once

#include <cstddef>
#include <type_traits>

namespace [[gnu::visibility("hidden")]] tendon {

/// A list of types, as a value of its own.
template <class... T>
struct types {
  static constexpr std::size_t size = sizeof...(T);
};

namespace detail {

template <template <class> class Predicate, class Chosen, class Rest>
struct filter;
template <template <class> class Predicate, class Chosen>
struct filter<Predicate, Chosen, types<>> {
  using type = Chosen;
};
template <template <class> class Predicate, class... Chosen, class First, class... Rest>
struct filter<Predicate, types<Chosen...>, types<First, Rest...>>
    : filter<Predicate,
             std::conditional_t<Predicate<First>::value, types<Chosen..., First>, types<Chosen...>>,
             types<Rest...>> {};

/// The types of a list for which `Predicate<T>::value` holds.
template <template <class> class Predicate, class List>
using filtered = typename filter<Predicate, types<>, List>::type;

}  // namespace detail
}  // namespace tendon
