#pragma once

#include <memory>
#include <tuple>
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

template <class T>
concept claimable_variant = requires(T& value) { value.valueless_by_exception(); };

/// Whether a value of type T has std::unique_ptr in it, which `claim` must fill.
template <class T>
consteval bool has_claims() {
  return any_part(type_of<T>, [](type_description const& part) {
    return part.form == type_description::kind::pointer && !part.bare && !part.shared;
  });
}

template <class T>
void claim(environment& in, T& read);

/// Those of several fields, each of which may have any.
template <class... Field>
void claim_fields(environment& in, Field&... field) {
  (([&] {
     if constexpr (has_claims<std::remove_cvref_t<Field>>()) claim(in, field);
   }()),
   ...);
}

/// Moves the objects that arguments give to C++ into them, when nothing can be refused any more: the unique
/// pointers in `read` stand empty until now. In the order in which they were read.
template <class T>
void claim(environment& in, T& read) {
  if constexpr (is_unique_pointer<T>) {
    using object = typename T::element_type;
    read.reset(static_cast<object*>(take_reserved_object(in, wrapped_type<object>)));
  } else if constexpr (claimable_optional<T>) {
    if (read.has_value()) claim(in, *read);
  } else if constexpr (claimable_range<T>) {
    for (auto& each : read) claim(in, each);
  } else if constexpr (claimable_variant<T>) {
    // By its argument, so that <variant> is included only where there is one.
    visit([&in](auto& held) { claim_fields(in, held); }, read);
  } else if constexpr (tuple_like<T>) {
    std::apply([&in](auto&... field) { claim_fields(in, field...); }, read);
  } else if constexpr (plain_struct<T>) {
    std::apply([&in](auto&... field) { claim_fields(in, field...); }, tie_fields(read));
  }
}

}  // namespace detail
}  // namespace tendon
