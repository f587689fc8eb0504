#pragma once

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// Never written. Not const, since linkers may fold constants of equal content into one address.
template <class T>
inline char type_id_anchor = 0;

/// Identifies a type within one addon without RTTI, which node-gyp switches off.
using type_id = void const*;

template <class T>
constexpr type_id type_id_of() {
  return &type_id_anchor<T>;
}

}  // namespace detail
}  // namespace tendon
