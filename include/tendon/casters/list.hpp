#pragma once
// std::list<T>  <->  readonly T[] (in; numbers also from the matching typed array), T[] (out)

#include <list>

#include "sequence.hpp"

namespace [[gnu::visibility("hidden")]] tendon {

template <class T, class Allocator>
struct caster<std::list<T, Allocator>> : detail::sequence_caster<std::list<T, Allocator>> {};

}  // namespace tendon
