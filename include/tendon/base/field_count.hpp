#pragma once

#include <cstddef>
#include <cstdlib>
#include <type_traits>
#include <utility>

#include "field_ties.hpp"

namespace [[gnu::visibility("hidden")]] tendon {

/// Why the members of a type cannot be listed. `none`: they can.
enum class struct_fault {
  none,
  incomplete,         // declared, not defined
  not_an_aggregate,   // no class, or one with constructors, private members or virtual functions; or a union
  tuple_like,         // a tuple for the standard library, such as std::array: it has its own std::tuple_size
  has_base,           // derived: structured bindings cannot take members of several classes
  has_array,          // a C array member
  has_reference,      // a reference member
  has_union,          // a union member; structured bindings cannot take an anonymous one
  has_bit_field,      // members that share bytes: bit-fields or packed ones, which no reference can bind to
  too_many_fields,    // more than 64
  not_constructible,  // no list of values makes one, so its members cannot be counted
};

namespace detail {

/// Stands for the value of any member. Never made: used in unevaluated operands only. It returns by value so
/// that move-only and immovable members accept it, and cannot be copied so that std::any does not swallow it.
/// The conversion has a body because constructors that clang instantiates to look at, such as those of
/// std::optional, use it; for types without linkage, clang refuses that when there is none.
struct any_value {
  any_value(any_value const&) = delete;
  template <class Field>
  operator Field() const noexcept {
    std::abort();
  }
};

/// Stands for what an lvalue reference member binds to.
struct any_lvalue {
  any_lvalue(any_lvalue const&) = delete;
  template <class Field>
  operator Field&() const noexcept;
};

/// Stands for a base class of T.
template <class T>
struct any_base_of {
  any_base_of(any_base_of const&) = delete;
  template <class Base>
    requires(std::is_base_of_v<Base, T> && !std::is_same_v<Base, T>)
  operator Base() const noexcept;
};

/// Stands for a union.
struct any_union {
  any_union(any_union const&) = delete;
  template <class Union>
    requires(std::is_union_v<Union>)
  operator Union() const noexcept;
};

/// Stands for nothing: only a class that takes whatever it gets accepts it.
struct no_value {
  no_value(no_value const&) = delete;
};

template <class Value, std::size_t>
Value repeated();

/// Whether T{...} accepts as many values as there are indices, the same with another one among them, or with
/// more braces among them.
template <class T, class Value, std::size_t... Index>
consteval bool accepts(std::index_sequence<Index...>) {
  return requires { T{repeated<Value, Index>()...}; };
}
template <class T, class Value, std::size_t... Before, std::size_t... After>
consteval bool accepts_one(std::index_sequence<Before...>, std::index_sequence<After...>) {
  return requires {
           T{repeated<any_value, Before>()..., repeated<Value, 0>(), repeated<any_value, After>()...};
         };
}
template <class T, class Value, std::size_t Before, std::size_t After>
inline constexpr bool accepts_at =
    accepts_one<T, Value>(std::make_index_sequence<Before>{}, std::make_index_sequence<After>{});
template <class T, std::size_t... Before, std::size_t... Inside, std::size_t... After>
consteval bool accepts_braces(std::index_sequence<Before...>, std::index_sequence<Inside...>,
                              std::index_sequence<After...>) {
  return requires {
           T{repeated<any_value, Before>()...,
             {repeated<any_value, Inside>()...},
             repeated<any_value, After>()...};
         };
}
template <class T, std::size_t Before, std::size_t Inside, std::size_t After>
inline constexpr bool accepts_braces_at =
    accepts_braces<T>(std::make_index_sequence<Before>{}, std::make_index_sequence<Inside>{},
                      std::make_index_sequence<After>{});

inline constexpr std::size_t no_count = ~std::size_t{};

/// The greatest number of values that T accepts. Fewer values may be too few: a member without default
/// constructor must get one. More are too many from some number on.
template <class T, class Value, std::size_t Count = 0, bool Found = false>
consteval std::size_t greatest_value_count() {
  constexpr bool accepted = accepts<T, Value>(std::make_index_sequence<Count>{});
  if constexpr (!accepted && Found) {
    return Count - 1;
  } else if constexpr (Count > max_fields) {
    return accepted ? Count : no_count;
  } else {
    return greatest_value_count<T, Value, Count + 1, accepted>();
  }
}

/// Whether the value at Position goes to an array, which takes several of them unless they are in braces.
/// Then braces leave room for fewer than Remaining values behind them.
template <class T, std::size_t Position, std::size_t Remaining, std::size_t After = Remaining>
consteval bool array_at() {
  constexpr std::size_t inside = Remaining - After + 1;
  if constexpr (accepts_braces_at<T, Position, 0, After>) {
    return After != Remaining;
  } else if constexpr (accepts_braces_at<T, Position, inside, After>) {
    // If these braces leave room for as many as before, they are for a class with so many constructor
    // parameters.
    return !accepts_braces_at<T, Position, inside, Remaining>;
  } else if constexpr (After > 0) {
    return array_at<T, Position, Remaining, After - 1>();
  } else {
    return false;
  }
}

template <class T, std::size_t Count>
consteval bool array_among_values() {
  // Empty braces start one member each, whatever it is: the cheap answer for nearly every struct.
  if constexpr (field_ties<Count>::template braced<T>) {
    return false;
  } else {
    return []<std::size_t... Position>(std::index_sequence<Position...>) {
      return (... || array_at<T, Position, Count - Position - 1>());
    }
    (std::make_index_sequence<Count>{});
  }
}

template <class T, std::size_t Count>
consteval bool starts_with_base() {
  if constexpr (Count == 0) {
    return false;
  } else {
    return accepts_at<T, any_base_of<T>, 0, Count - 1> && !accepts_at<T, no_value, 0, Count - 1>;
  }
}

/// With one value more than T has members, a union is not the member but the first one inside it.
template <class T, std::size_t Position, std::size_t After>
consteval bool union_at() {
  if constexpr (accepts_at<T, any_union, Position, After>) {
    return !accepts_at<T, any_union, Position, After + 1> && !accepts_at<T, no_value, Position, After>;
  } else {
    return false;
  }
}

template <class T, std::size_t Count>
consteval bool union_among_values() {
  return []<std::size_t... Position>(std::index_sequence<Position...>) {
    return (... || union_at<T, Position, Count - Position - 1>());
  }
  (std::make_index_sequence<Count>{});
}

struct counted_fields {
  struct_fault fault = struct_fault::none;
  std::size_t count = 0;
};

/// Counts the members of a complete aggregate. Base classes, arrays and references show while counting;
/// faults of the members themselves are found later, by their types.
template <class T>
consteval counted_fields count_fields() {
  constexpr std::size_t count = greatest_value_count<T, any_value>();
  if constexpr (count == no_count) {
    constexpr bool by_reference = greatest_value_count<T, any_lvalue>() != no_count;
    return {by_reference ? struct_fault::has_reference : struct_fault::not_constructible};
  } else if constexpr (count > max_fields) {
    return {field_ties<max_fields>::template braced<T> ? struct_fault::too_many_fields
                                                       : struct_fault::has_array};
  } else if constexpr (accepts_at<T, any_lvalue, count, 0>) {
    return {struct_fault::has_reference};
  } else if constexpr (starts_with_base<T, count>()) {
    return {struct_fault::has_base};
  } else if constexpr (array_among_values<T, count>()) {
    return {struct_fault::has_array};
  } else if constexpr (union_among_values<T, count>()) {
    return {struct_fault::has_union};
  } else {
    return {struct_fault::none, count};
  }
}

}  // namespace detail

}  // namespace tendon
