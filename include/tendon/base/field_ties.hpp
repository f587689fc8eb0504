#pragma once

#include <cstddef>
#include <tuple>

#include "types.hpp"

namespace [[gnu::visibility("hidden")]] tendon {

namespace detail {

/// The most members a struct can have; the table below ends there.
inline constexpr std::size_t max_fields = 64;

/// What the language can do with exactly Count members, one specialisation per count:
///   tie(object)        references to the members
///   declared(object)   `types<...>` with the member types as declared; usable where references are not
///   (bit-fields) braced<T>          whether T can be made of Count empty pairs of braces, each of which
///   starts one member
template <std::size_t Count>
struct field_ties;

template <>
struct field_ties<0> {
  template <class T>
  static constexpr std::tuple<> tie(T&) {
    return {};
  }
  template <class T>
  static constexpr types<> declared(T&) {
    return {};
  }
  template <class T>
  static constexpr bool braced = requires { T{}; };
};

// Structured bindings need their names written out: those of eight members are o0 ... o7 for a letter o.
#define TENDON_1(each, o) each(o##0)
#define TENDON_2(each, o) TENDON_1(each, o), each(o##1)
#define TENDON_3(each, o) TENDON_2(each, o), each(o##2)
#define TENDON_4(each, o) TENDON_3(each, o), each(o##3)
#define TENDON_5(each, o) TENDON_4(each, o), each(o##4)
#define TENDON_6(each, o) TENDON_5(each, o), each(o##5)
#define TENDON_7(each, o) TENDON_6(each, o), each(o##6)
#define TENDON_8(each, o) TENDON_7(each, o), each(o##7)

#define TENDON_NAME(field) field
#define TENDON_TYPE(field) decltype(field)
#define TENDON_BRACES(field) \
  {}

// One specialisation: `first(each)` lists the full eights, each followed by a comma, and `last` the remaining
// names.
#define TENDON_TIES(count, first, last, o)                                                       \
  template <>                                                                                    \
  struct field_ties<count> {                                                                     \
    template <class T>                                                                           \
    static constexpr auto tie(T& object) {                                                       \
      auto& [first(TENDON_NAME) last(TENDON_NAME, o)] = object;                                  \
      return std::tie(first(TENDON_NAME) last(TENDON_NAME, o));                                  \
    }                                                                                            \
    template <class T>                                                                           \
    static auto declared(T& object) {                                                            \
      auto& [first(TENDON_NAME) last(TENDON_NAME, o)] = object;                                  \
      return types<first(TENDON_TYPE) last(TENDON_TYPE, o)>{};                                   \
    }                                                                                            \
    template <class T>                                                                           \
    static constexpr bool braced = requires { T{first(TENDON_BRACES) last(TENDON_BRACES, o)}; }; \
  };

#define TENDON_EIGHT_TIES(count, first, o)   \
  TENDON_TIES(count + 1, first, TENDON_1, o) \
  TENDON_TIES(count + 2, first, TENDON_2, o) \
  TENDON_TIES(count + 3, first, TENDON_3, o) \
  TENDON_TIES(count + 4, first, TENDON_4, o) \
  TENDON_TIES(count + 5, first, TENDON_5, o) \
  TENDON_TIES(count + 6, first, TENDON_6, o) \
  TENDON_TIES(count + 7, first, TENDON_7, o) \
  TENDON_TIES(count + 8, first, TENDON_8, o)

#define TENDON_FIRST_0(each)
#define TENDON_FIRST_8(each) TENDON_8(each, a),
#define TENDON_FIRST_16(each) TENDON_FIRST_8(each) TENDON_8(each, b),
#define TENDON_FIRST_24(each) TENDON_FIRST_16(each) TENDON_8(each, c),
#define TENDON_FIRST_32(each) TENDON_FIRST_24(each) TENDON_8(each, d),
#define TENDON_FIRST_40(each) TENDON_FIRST_32(each) TENDON_8(each, e),
#define TENDON_FIRST_48(each) TENDON_FIRST_40(each) TENDON_8(each, f),
#define TENDON_FIRST_56(each) TENDON_FIRST_48(each) TENDON_8(each, g),

TENDON_EIGHT_TIES(0, TENDON_FIRST_0, a)
TENDON_EIGHT_TIES(8, TENDON_FIRST_8, b)
TENDON_EIGHT_TIES(16, TENDON_FIRST_16, c)
TENDON_EIGHT_TIES(24, TENDON_FIRST_24, d)
TENDON_EIGHT_TIES(32, TENDON_FIRST_32, e)
TENDON_EIGHT_TIES(40, TENDON_FIRST_40, f)
TENDON_EIGHT_TIES(48, TENDON_FIRST_48, g)
TENDON_EIGHT_TIES(56, TENDON_FIRST_56, h)

#undef TENDON_1
#undef TENDON_2
#undef TENDON_3
#undef TENDON_4
#undef TENDON_5
#undef TENDON_6
#undef TENDON_7
#undef TENDON_8
#undef TENDON_NAME
#undef TENDON_TYPE
#undef TENDON_BRACES
#undef TENDON_TIES
#undef TENDON_EIGHT_TIES
#undef TENDON_FIRST_0
#undef TENDON_FIRST_8
#undef TENDON_FIRST_16
#undef TENDON_FIRST_24
#undef TENDON_FIRST_32
#undef TENDON_FIRST_40
#undef TENDON_FIRST_48
#undef TENDON_FIRST_56

}  // namespace detail

}  // namespace tendon
