#pragma once

#include <memory>
#include <type_traits>

#include "../base/fields.hpp"
#include "object.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

template <class T>
inline constexpr bool is_unique_pointer = false;
template <class T>
inline constexpr bool is_unique_pointer<std::unique_ptr<T>> = true;

template <class T>
concept claimable_range = requires(T& range) { range.begin() != range.end(); };

template <class T>
concept claimable_optional = requires(T& value) {
                               value.has_value();
                               *value;
                             };

/// Whether a value of type T has std::unique_ptr in it, which `claim` must fill.
template <class T>
consteval bool has_claims() {
  return any_part(type_of<T>, [](type_description const& part) {
    return part.form == type_description::kind::pointer && !part.bare && !part.shared;
  });
}

/// Moves the objects that arguments give to C++ into them, when nothing can be refused any more: the unique
/// pointers in `read` stand empty until now. In the order in which they were read.
template <class T>
void claim(environment& in, T& read) {
  if constexpr (is_unique_pointer<T>) {
    read.reset(static_cast<typename T::pointer>(take_reserved_object(in)));
  } else if constexpr (claimable_optional<T>) {
    if (read.has_value()) claim(in, *read);
  } else if constexpr (claimable_range<T>) {
    for (auto& each : read) claim(in, each);
  } else if constexpr (plain_struct<T>) {
    std::apply(
        [&in](auto&... field) {
          (([&] {
             if constexpr (has_claims<std::remove_cvref_t<decltype(field)>>()) claim(in, field);
           }()),
           ...);
        },
        tie_fields(read));
  }
}

}  // namespace detail
}  // namespace tendon
