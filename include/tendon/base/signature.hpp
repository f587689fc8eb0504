#pragma once

#include <type_traits>

#include "types.hpp"

namespace [[gnu::visibility("hidden")]] tendon {

/// Picks one of several overloaded functions: `overload<int(int)>(&f)`.
template <class Signature>
consteval Signature* overload(Signature* function) {
  return function;
}

/// Picks one of several overloaded members: `overload<int(int) const>(&T::f)`.
template <class Signature, class Class>
consteval auto overload(Signature Class::*member) -> Signature Class::* {
  return member;
}

namespace detail {

template <class Result, class... Parameters>
struct call_signature {
  using result = Result;
  using parameters = types<Parameters...>;
  static constexpr bool c_variadic = false;
};

struct c_variadic_signature {
  static constexpr bool c_variadic = true;
};

/// Result and parameters of a function type, a pointer to a function or member, or an object with one call
/// operator. Every qualifier is stripped here, once. Undefined for anything else.
template <class F>
struct signature_of;

template <class Result, class... Parameters>
struct signature_of<Result(Parameters..., ...)> : c_variadic_signature {};
template <class Result, class... Parameters>
struct signature_of<Result(Parameters..., ...) noexcept> : c_variadic_signature {};

#define TENDON_SIGNATURE(qualifiers)           \
  template <class Result, class... Parameters> \
  struct signature_of<Result(Parameters...) qualifiers> : call_signature<Result, Parameters...> {};
TENDON_SIGNATURE()
TENDON_SIGNATURE(const)
TENDON_SIGNATURE(&)
TENDON_SIGNATURE(const&)
TENDON_SIGNATURE(&&)
TENDON_SIGNATURE(const&&)
TENDON_SIGNATURE(noexcept)
TENDON_SIGNATURE(const noexcept)
TENDON_SIGNATURE(&noexcept)
TENDON_SIGNATURE(const& noexcept)
TENDON_SIGNATURE(&&noexcept)
TENDON_SIGNATURE(const&& noexcept)
#undef TENDON_SIGNATURE

template <class F>
  requires std::is_function_v<F>
struct signature_of<F*> : signature_of<F> {};

template <class F, class Class>
  requires std::is_function_v<F>
struct signature_of<F Class::*> : signature_of<F> {};

template <class F>
  requires std::is_class_v<F> && requires { &F::operator(); }
struct signature_of<F> : signature_of<decltype(&F::operator())> {};

/// The class of a pointer to a member.
template <class Member>
struct class_of_member;
template <class Member, class Class>
struct class_of_member<Member Class::*> {
  using type = Class;
};

/// Whether the parameters of F can be read off its type: false for generic lambdas and overloaded operators.
template <class F>
concept has_signature = requires { sizeof(signature_of<F>); };

}  // namespace detail
}  // namespace tendon
