#pragma once
// std::deque<T>  <->  readonly T[] (in; numbers also from the matching typed array), T[] (out)

#include <deque>

#include "sequence.hpp"

namespace [[gnu::visibility("hidden")]] tendon {

template <class T, class Allocator>
struct caster<std::deque<T, Allocator>> : detail::sequence_caster<std::deque<T, Allocator>> {};

}  // namespace tendon
