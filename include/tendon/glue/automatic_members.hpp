#pragma once

#include <concepts>
#include <limits>
#include <sstream>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "../caster.hpp"
#include "../describe/record.hpp"
#include "describe_call.hpp"
#include "method.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

template <class T>
std::string printed(T const& object) {
  std::ostringstream out;
  out << object;
  return out.str();
}

/// Whether there is an `operator<<` for T. Called by name: what a stream itself writes, T may only convert
/// to.
template <class T>
concept printable = requires(std::ostream& to, T const& object) {
                      { operator<<(to, object) } -> std::same_as<std::ostream&>;
                      requires to_js<decltype(printed(object))>;
                    };

template <class T>
using element_of = std::remove_cvref_t<decltype(*std::declval<T const&>().begin())>;

/// Whether T has elements that JavaScript can have copies of.
template <class T>
concept iterable = requires(T const& object) {
                     object.begin() == object.end();
                     requires std::is_copy_constructible_v<element_of<T>>;
                     requires to_js<std::vector<element_of<T>>>;
                     requires !contains_bare_pointer(type_of<std::vector<element_of<T>>>);
                   };

template <class T>
std::vector<element_of<T>> elements(T const& object) {
  std::vector<element_of<T>> all;
  for (auto const& each : object) all.push_back(each);
  return all;
}

/// Records what a class has by what its C++ class has, unless the block says otherwise.
template <class T>
void record_automatic_members(class_place place) {
  if constexpr (printable<T>)
    describe_bound<method_callable<&printed<T>, T>>(
        record_automatic(place, "toString", class_member::kind::method));
  if constexpr (iterable<T>)
    describe_bound<method_callable<&elements<T>, T>>(
        record_automatic(place, "[Symbol.iterator]", class_member::kind::iterator));
}

template <class T>
concept equatable = requires(T const& one) {
                      { one == one } -> std::convertible_to<bool>;
                    };

template <class T>
concept ordered = requires(T const& one) {
                    { one < one } -> std::convertible_to<bool>;
                  };

template <class T>
bool equals(T const& one, T const& other) {
  return one == other;
}

/// Negative, 0 or positive; NaN when neither comes before the other and they are not equal.
template <class T>
double compared(T const& one, T const& other) {
  if (one < other) return -1;
  if (other < one) return 1;
  return one == other ? 0 : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace detail
}  // namespace tendon
