#pragma once

#include <concepts>
#include <type_traits>

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// A result that is a value or an error, as std::expected is. A std::optional has no error.
template <class T>
concept expected_like = std::is_class_v<T> && requires(T& result) {
                                                { result.has_value() } -> std::convertible_to<bool>;
                                                *result;
                                                result.error();
                                              };

}  // namespace detail
}  // namespace tendon
