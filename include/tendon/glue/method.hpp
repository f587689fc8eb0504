#pragma once

#include <memory>
#include <type_traits>
#include <utility>

#include "../base/signature.hpp"
#include "../base/types.hpp"
#include "callable.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

template <class Result, class List>
struct function_of;
template <class Result, class... Parameters>
struct function_of<Result, types<Parameters...>> {
  using type = Result(Parameters...);
};

template <class List>
struct without_first;
template <class First, class... Rest>
struct without_first<types<First, Rest...>> {
  using first = First;
  using rest = types<Rest...>;
};

/// A function that takes the object as its first parameter, to be a method of T.
template <class F, class T>
concept takes_object_first = has_signature<F> && !
std::is_member_pointer_v<F>&& requires {
                                requires std::is_convertible_v<
                                    T&, typename without_first<typename signature_of<F>::parameters>::first>;
                              };

/// A member function of T, or a function that takes a T first, called on the object of the call.
template <auto F, class T>
struct method_callable {
  using own_class = T;
  using type = decltype(F);

  static auto in(call_target const& from) {
    return [self = static_cast<T*>(from.object)](auto&&... arguments) -> decltype(auto) {
      return (self->*F)(std::forward<decltype(arguments)>(arguments)...);
    };
  }
};

template <auto F, class T>
  requires takes_object_first<decltype(F), T>
struct method_callable<F, T> {
  using own_class = T;
  using type = typename function_of<
      typename signature_of<decltype(F)>::result,
      typename without_first<typename signature_of<decltype(F)>::parameters>::rest>::type;

  static auto in(call_target const& from) {
    return [self = static_cast<T*>(from.object)](auto&&... arguments) -> decltype(auto) {
      return F(*self, std::forward<decltype(arguments)>(arguments)...);
    };
  }
};

template <auto Member>
using member_value =
    std::remove_reference_t<decltype(std::declval<typename class_of_member<decltype(Member)>::type&>().*
                                     Member)>;

/// Reads a data member. One of class type is not copied: it is a part of the object.
template <auto Member, class T>
struct field_getter {
  using own_class = void;
  using type = member_value<Member>&();

  static auto in(call_target const& from) {
    return [self = static_cast<T*>(from.object)]() -> member_value<Member>& { return self->*Member; };
  }
};

/// Writes a data member.
template <auto Member, class T>
struct field_setter {
  using own_class = void;
  using type = void(member_value<Member>);

  static auto in(call_target const& from) {
    return [self = static_cast<T*>(from.object)](auto&& value) {
      self->*Member = std::forward<decltype(value)>(value);
    };
  }
};

/// Makes an object with a constructor of Made, which is T or extends it.
template <class T, class Made, class... Parameters>
struct constructor_callable {
  using own_class = void;
  using type = std::unique_ptr<T>(Parameters...);

  static auto in(call_target const&) {
    return [](auto&&... arguments) {
      // Aggregates are made with braces: not every compiler takes parentheses for them.
      if constexpr (std::is_aggregate_v<Made>)
        return std::unique_ptr<T>(new Made{std::forward<decltype(arguments)>(arguments)...});
      else
        return std::unique_ptr<T>(new Made(std::forward<decltype(arguments)>(arguments)...));
    };
  }
};

}  // namespace detail
}  // namespace tendon
