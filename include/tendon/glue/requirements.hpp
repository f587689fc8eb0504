#pragma once

#include "../base/plain_struct.hpp"
#include "../caster.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

// Compile errors. The glue first asks a yes/no question; on no it instantiates one of these, whose message is
// the sentence and whose argument is the type, and compiles nothing else.

template <class...>
inline constexpr bool never = false;

template <class Parameter>
struct require_from_js {
  static_assert(
      never<Parameter>,
      "tendon: this parameter's type has no caster; include its tendon/casters/*.hpp header or specialise "
      "tendon::caster<T>");
};

template <class Result>
struct require_to_js {
  static_assert(
      never<Result>,
      "tendon: this result's type has no caster; include its tendon/casters/*.hpp header or specialise "
      "tendon::caster<T>");
};

template <class Parameter>
struct require_parameter_type {
  static_assert(
      never<Parameter>,
      "tendon: this type can't be a parameter; something in it has no caster, or is a view, which nothing "
      "would own there");
};

template <class Result>
struct require_result_type {
  static_assert(
      never<Result>,
      "tendon: this type can't be a result; it is a view, which nothing would own, or something in it has no "
      "caster");
};

template <class Parameter>
struct require_no_view_reference {
  static_assert(never<Parameter>,
                "tendon: a view is made for the call, so a parameter can't be a non-const reference to it");
};

template <class Result>
struct require_ownership {
  static_assert(
      never<Result>,
      "tendon: this result refers to an object; say who owns it: owned, copied, borrowed or unmanaged");
};

template <class Callable, class Class>
struct require_class_member {
  static_assert(never<Callable, Class>,
                "tendon: this is no member of the class, and no function that takes an object of it first");
};

template <class Class>
struct require_wrappable {
  static_assert(never<Class>,
                "tendon: only a complete class that is not of the standard library can be wrapped");
};

template <class Base, class Class>
struct require_base {
  static_assert(
      never<Base, Class>,
      "tendon: a class can only extend one of its C++ bases, which must be accessible, unambiguous and "
      "no class of the standard library");
};

template <class Class>
struct require_equality {
  static_assert(never<Class>, "tendon: a comparable class needs an operator==");
};

template <class Overridable, class Class>
struct require_overridable {
  static_assert(
      never<Overridable, Class>,
      "tendon: JavaScript can override a class by one that derives from tendon::overridable of it and "
      "overrides all its pure functions; its destructor must be virtual");
};

template <class Result>
struct require_override_result {
  static_assert(never<Result>,
                "tendon: the result of a function that JavaScript overrides must be a value with a caster");
};

template <class Factory, class Class>
struct require_constructor {
  static_assert(
      never<Factory, Class>,
      "tendon: what a factory makes can't be overridden in JavaScript; use constructor, or factory of a "
      "class without overridable");
};

template <class Reader, class Class, class Value>
struct require_dynamic_type {
  static_assert(
      never<Reader, Class, Value>,
      "tendon: dynamic_type compares what a const object of a base gives with a value; the base must "
      "not be virtual");
};

template <class Annotation>
struct require_class_annotation {
  static_assert(never<Annotation>, "tendon: this is no annotation of a class; use doc or prompt");
};

template <class... Exceptions>
struct require_exception {
  static_assert(
      never<Exceptions...>,
      "tendon: an exported error derives from std::exception, accessibly and once, and from the one error "
      "that it extends");
};

template <class Property, class Exception>
struct require_error_property {
  static_assert(
      never<Property, Exception>,
      "tendon: a property of an error is a data member or a function of a const exception, whose result "
      "has a caster");
};

template <class Annotation>
struct require_error_annotation {
  static_assert(never<Annotation>, "tendon: this is no annotation of an error; use doc");
};

template <class Annotation>
struct require_enum_annotation {
  static_assert(never<Annotation>, "tendon: this is no annotation of an enum; use doc");
};

template <class Struct, struct_fault Why>
struct require_plain_struct {
  static_assert(
      never<Struct>,
      "tendon: this is no plain struct, an aggregate of at most 64 members without base classes, C arrays, "
      "references, bit-fields and unions");
};

template <class Struct>
struct require_object_literal {
  static_assert(never<Struct>,
                "tendon: this struct is wrapped, or has a caster of its own, so it is no object literal that "
                "could be exported");
};

template <class Struct, class Member>
struct require_member_type {
  static_assert(never<Struct, Member>,
                "tendon: a member of this exported struct has no caster; include its tendon/casters/*.hpp "
                "header or specialise tendon::caster<T>");
};

template <class Struct, class Member>
struct require_readable_member {
  static_assert(never<Struct, Member>,
                "tendon: this struct can't have defaults: JavaScript can't pass one of its members");
};

template <class Struct>
struct require_struct_annotation {
  static_assert(never<Struct>, "tendon: this is no annotation of a struct; use doc");
};

template <class Struct, class Member>
struct require_own_member {
  static_assert(never<Struct, Member>, "tendon: this is no pointer to a data member of the struct");
};

template <class Struct>
struct require_initializers {
  static_assert(never<Struct>,
                "tendon: the defaults of members are those of an empty T{}, which this struct does not have");
};

template <class Callable>
struct require_signature {
  static_assert(
      never<Callable>,
      "tendon: the parameters of this callable can't be seen; bind a function, or an object with one call "
      "operator that is no template; pick one of several by tendon::overload<Signature>(&f)");
};

template <class Callable>
struct require_fixed_parameters {
  static_assert(never<Callable>,
                "tendon: a function with C variadic arguments can't be bound; wrap it in a lambda");
};

template <class Callable>
struct require_const_call {
  static_assert(
      never<Callable>,
      "tendon: this callable is shared by all environments, so it must be callable as const; keep state of "
      "one environment in tendon::env_state<T>");
};

template <class Member>
struct require_object {
  static_assert(never<Member>,
                "tendon: a member function needs an object; describe its class, or wrap it in a lambda");
};

template <class Callable>
struct require_name {
  static_assert(
      never<Callable>,
      "tendon: no name can be inferred for a lambda or a template; give one: export_function<F>(\"name\")");
};

template <class Parameter>
struct require_exit_hook_parameter {
  static_assert(never<Parameter>,
                "tendon: an at_exit hook gets no arguments; it can take napi_env and tendon::env_state<T>&");
};

template <class Annotation>
struct require_annotation {
  static_assert(never<Annotation>, "tendon: this is no annotation of a function; use arg, doc or returns");
};

template <class Callable>
struct require_all_arguments_named {
  static_assert(never<Callable>, "tendon: give every parameter an arg(...), or none");
};

template <class Callable>
struct require_trailing_defaults {
  static_assert(never<Callable>, "tendon: a parameter without default follows one with a default");
};

template <class Parameter, class Default>
struct require_convertible_default {
  static_assert(never<Parameter, Default>, "tendon: this default does not convert to the parameter's type");
};

template <class Callable>
struct require_last_rest {
  static_assert(never<Callable>,
                "tendon: tendon::rest takes all arguments that are left, so it must be the last parameter");
};

template <class Parameter>
struct require_kept_default {
  static_assert(never<Parameter>,
                "tendon: a parameter of this type can't have a default, which must be kept and copied");
};

template <class Parameter>
struct require_no_reference_default {
  static_assert(never<Parameter>, "tendon: a parameter that is a non-const reference can't have a default");
};

}  // namespace detail
}  // namespace tendon
