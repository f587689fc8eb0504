#pragma once
// std::vector<T>  <->  readonly T[] (in; numbers also from the matching typed array), T[] (out)

#include <vector>

#include "sequence.hpp"

namespace [[gnu::visibility("hidden")]] tendon {

/// Bytes have a caster of their own, in bytes.hpp.
template <class T, class Allocator>
  requires(!detail::byte_like<T>)
struct caster<std::vector<T, Allocator>> : detail::sequence_caster<std::vector<T, Allocator>> {};

}  // namespace tendon
