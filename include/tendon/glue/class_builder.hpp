#pragma once

#include <memory>
#include <type_traits>
#include <utility>

#include "../base/annotations.hpp"
#include "../describe/record.hpp"
#include "automatic_members.hpp"
#include "describe_call.hpp"
#include "inheritance.hpp"
#include "method.hpp"
#include "object.hpp"

namespace [[gnu::visibility("hidden")]] tendon {

template <class T>
class overridable;

namespace detail {

/// Whether a class lets JavaScript override functions of T. Its objects are destroyed as those of T.
template <class Overridable, class T>
concept overridable_class = std::has_virtual_destructor_v<T> && std::is_base_of_v < overridable<T>,
Overridable > &&!std::is_abstract_v<Overridable>;

template <auto F, class T>
concept method_of = takes_object_first<decltype(F), T> ||
                    (std::is_member_function_pointer_v<decltype(F)> &&
                     requires {
                       requires std::is_base_of_v<typename class_of_member<decltype(F)>::type, T>;
                     });

template <auto Member, class T>
concept field_of =
    std::is_member_object_pointer_v<decltype(Member)> &&
    requires { requires std::is_base_of_v<typename class_of_member<decltype(Member)>::type, T>; };

template <auto Member, class T>
concept writable_field_of = field_of<Member, T> && !
std::is_const_v<member_value<Member>>;

/// No annotation of a member is a text: that is its name.
template <class... Annotations>
concept nameless = (!std::is_convertible_v<Annotations, char const*> && ...);

}  // namespace detail

/// Records the members of one class: what `wrap_class<T>("Name")` gives. Names may be left out where the C++
/// name serves. Texts are copied. `Made` is what constructors make: T, or what lets JavaScript override it.
template <class T, class Made = T>
class class_builder {
 public:
  explicit class_builder(detail::class_place place) : place_(place) {}

  /// `new Name(…)` by the constructor of T with these parameters. Several are overloads, chosen by the number
  /// and types of the arguments.
  template <class... Parameters, class... Annotations>
  class_builder& constructor(Annotations const&... annotations) {
    auto& made = detail::record_constructor(place_);
    if constexpr (!std::is_same_v<T, Made>)
      made.link_of = [](void* object) { return &static_cast<Made*>(static_cast<T*>(object))->link_; };
    return describe<detail::constructor_callable<T, Made, Parameters...>>(made, annotations...);
  }

  /// `new Name(…)` by a function that returns a T, std::unique_ptr<T> or std::shared_ptr<T>.
  template <auto F, class... Annotations>
  class_builder& factory(Annotations const&... annotations) {
    if constexpr (!std::is_same_v<T, Made>) (void)detail::require_constructor<decltype(F), T>();
    return describe<detail::constant_callable<F>>(detail::record_constructor(place_), annotations...);
  }

  /// A method: a member function of T or of a base, or a function that takes a T first. Methods of one name
  /// are overloads, chosen by the number and types of the arguments.
  template <auto F, class... Annotations>
  class_builder& method(char const* name, Annotations const&... annotations) {
    return member<F>(
        [&]() -> auto& {
          return detail::record_method(place_, name, class_member::kind::method, function_kind::method);
        },
        annotations...);
  }

  /// The same under its C++ name.
  template <auto F, class... Annotations>
    requires detail::nameless<Annotations...>
  class_builder& method(Annotations const&... annotations) {
    return method<F>(detail::inferred_name<F>(), annotations...);
  }

  /// A function of the class itself.
  template <auto F, class... Annotations>
  class_builder& static_method(char const* name, Annotations const&... annotations) {
    return describe<detail::constant_callable<F>>(
        detail::record_method(place_, name, class_member::kind::static_method, function_kind::static_method),
        annotations...);
  }

  /// The same under its C++ name.
  template <auto F, class... Annotations>
    requires detail::nameless<Annotations...>
  class_builder& static_method(Annotations const&... annotations) {
    return static_method<F>(detail::inferred_name<F>(), annotations...);
  }

  /// A property that is read by a method without arguments.
  template <auto F, class... Annotations>
  class_builder& getter(char const* name, Annotations const&... annotations) {
    return member<F>(
        [&]() -> auto& { return half(name, function_kind::getter, false); }, annotations...);
  }

  /// The same under its C++ name.
  template <auto F, class... Annotations>
    requires detail::nameless<Annotations...>
  class_builder& getter(Annotations const&... annotations) {
    return getter<F>(detail::inferred_name<F>(), annotations...);
  }

  /// A property that is read by one method and written by another.
  template <auto Get, auto Set, class... Annotations>
  class_builder& accessor(char const* name, Annotations const&... annotations) {
    member<Get>(
        [&]() -> auto& { return half(name, function_kind::getter, false); }, annotations...);
    return setter<Set>(name);
  }

  /// A data member that can be read, and written unless it is const. One of a wrapped class is a part of its
  /// object.
  template <auto Member, class... Annotations>
  class_builder& property(char const* name, Annotations const&... annotations) {
    readonly<Member>(name, annotations...);
    if constexpr (detail::writable_field_of<Member, T>) {
      describe<detail::field_setter<Member, T>>(half(name, function_kind::setter, true),
                                                tendon::arg("value"));
    }
    return *this;
  }

  /// The same under its C++ name.
  template <auto Member, class... Annotations>
    requires detail::nameless<Annotations...>
  class_builder& property(Annotations const&... annotations) {
    return property<Member>(detail::inferred_name<Member>(), annotations...);
  }

  /// A data member that can only be read.
  template <auto Member, class... Annotations>
  class_builder& readonly(char const* name, Annotations const&... annotations) {
    if constexpr (!detail::field_of<Member, T>)
      (void)detail::require_class_member<decltype(Member), T>();
    else if constexpr (detail::wrapped_by_value<std::remove_const_t<detail::member_value<Member>>>)
      describe<detail::field_getter<Member, T>>(half(name, function_kind::getter, false), borrowed,
                                                annotations...);
    else
      describe<detail::field_getter<Member, T>>(half(name, function_kind::getter, false), annotations...);
    return *this;
  }

  /// The same under its C++ name.
  template <auto Member, class... Annotations>
    requires detail::nameless<Annotations...>
  class_builder& readonly(Annotations const&... annotations) {
    return readonly<Member>(detail::inferred_name<Member>(), annotations...);
  }

  /// A constant of the class itself: a copy of `value`, converted in each environment.
  template <class Value, class... Annotations>
  class_builder& constant(char const* name, Value value, Annotations const&... annotations) {
    auto& addon = *place_.addon;
    addon.values.push_back(detail::described_value(name, std::move(value), annotations...));
    place_->members.push_back({class_member::kind::constant, name, addon.values.size() - 1});
    return *this;
  }

  /// Methods that compare two objects: `equals(other)` by `==`, and `compareTo(other)` by `<` where there is
  /// one. That is negative, 0 or positive; NaN for what has no order.
  class_builder& comparable() {
    if constexpr (detail::equatable<T>) {
      method<&detail::equals<T>>("equals", tendon::arg("other"));
      if constexpr (detail::ordered<T>) method<&detail::compared<T>>("compareTo", tendon::arg("other"));
    } else {
      (void)detail::require_equality<T>();
    }
    return *this;
  }

  /// Lets JavaScript classes that extend this one override virtual functions of T, so that C++ calls their
  /// methods. To stand before the constructors, which make an `Overridable` then: a class derived from
  /// tendon::overridable<T>. Where T is abstract, only objects of those JavaScript classes can be made.
  template <class Overridable>
  auto overridable() {
    if constexpr (detail::overridable_class<Overridable, T>) {
      place_->is_overridable = true;
      place_->is_abstract = std::is_abstract_v<T>;
      place_->identified = true;
      return class_builder<T, Overridable>(place_);
    } else {
      (void)detail::require_overridable<Overridable, T>();
      return *this;
    }
  }

  /// How an object that C++ gives as one of a base is found to be of this class: F, a member of the base or a
  /// function that takes one of its objects, gives `value` then. Only needed where C++ itself can't tell:
  /// without RTTI, or when the base has no virtual functions.
  template <auto F, class Value>
  class_builder& dynamic_type(Value value) {
    if constexpr (detail::tells_apart<F, T, Value>)
      place_->tag = detail::described_tag<F, T>(std::move(value));
    else
      (void)detail::require_dynamic_type<decltype(F), T, Value>();
    return *this;
  }

  /// `Name(…)` does what `new Name(…)` does.
  class_builder& callable_without_new() {
    place_->callable_without_new = true;
    return *this;
  }

 private:
  signature_description& half(char const* name, function_kind kind, bool joins) {
    return detail::record_accessor(place_, name, kind, joins);
  }

  template <auto Set>
  class_builder& setter(char const* name) {
    return member<Set>(
        [&]() -> auto& { return half(name, function_kind::setter, true); }, tendon::arg("value"));
  }

  /// `record` makes the signature when F is a member of the class.
  template <auto F, class Record, class... Annotations>
  class_builder& member(Record const& record, Annotations const&... annotations) {
    if constexpr (detail::method_of<F, T>)
      describe<detail::method_callable<F, T>>(record(), annotations...);
    else
      (void)detail::require_class_member<decltype(F), T>();
    return *this;
  }

  template <class Callable, class... Annotations>
  class_builder& describe(signature_description& made, Annotations const&... annotations) {
    detail::describe_bound<Callable>(made, annotations...);
    return *this;
  }

  detail::class_place place_;
};

}  // namespace tendon
