#pragma once
// a wrapped class: T, T&, T const&  <->  its objects
// T*, T const*, std::unique_ptr<T>, std::shared_ptr<T>  <->  its objects | null | undefined (in)

#include <memory>
#include <type_traits>
#include <utility>

#include "../base/wrapped.hpp"
#include "../caster.hpp"
#include "../glue/object.hpp"
#include "../glue/object_result.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// An argument that refers to an object, which stays until the call is over.
template <class T>
struct held_object {
  T* object;
  T& get() const { return *object; }
};

template <class T>
consteval type_description describe_pointer() {
  return {.form = type_description::kind::pointer,
          .cpp_name = type_name<T>(),
          .ts_in = "$ | null | undefined",
          .ts_out = "$",
          .optional = true,
          .parts = wrapped_parts<T>};
}

[[noreturn]] inline void throw_null_result() {
  throw std::runtime_error("a null pointer was returned; allow it with returns(nullable)");
}

template <class T>
T* pointer_from_js(value const& from) {
  return from.is_nullish() ? nullptr : static_cast<T*>(pinned_object(from, object_type_of<T>));
}

template <class T>
napi_value pointer_to_js(napi_env env, T* to) {
  using object = std::remove_const_t<T>;
  if (!to) throw_null_result();
  auto& in = environment::of(env);
  if constexpr (copyable_object<object>)
    if (gives_copies(in)) return give_copy(in, object_type_of<object>, to);
  return give_reference(in, object_type_of<object>, const_cast<object*>(to));
}

}  // namespace detail

/// By value: JavaScript's object is copied in, and what C++ gives is moved out into an object of
/// JavaScript's.
template <detail::wrapped_by_value T>
struct caster<T> {
  static consteval type_description describe() {
    return {.cpp_name = type_name<T>(),
            .ts_in = "$",
            .ts_out = "$",
            .wire = wire_kind::object,
            .parts = detail::wrapped_parts<T>};
  }

  static detail::held_object<T> from_wire(wire_reader& from) {
    return {static_cast<T*>(detail::object_from_wire(from, detail::object_type_of<T>, false))};
  }

  static detail::held_object<T> from_js(value const& from) {
    return {static_cast<T*>(detail::pinned_object(from, detail::object_type_of<T>))};
  }

  /// As an element or member.
  static T copy_from_js(value const& from)
    requires std::is_copy_constructible_v<T>
  {
    return from_js(from).get();
  }

  static napi_value to_js(napi_env env, T&& to)
    requires std::is_move_constructible_v<T>
  {
    return detail::give_unique(env, std::make_unique<T>(std::move(to)));
  }

  static napi_value to_js(napi_env env, T const& to)
    requires std::is_copy_constructible_v<T>
  {
    return detail::give_copy(detail::environment::of(env), detail::object_type_of<T>, &to);
  }
};

/// A pointer that owns nothing. Valid during the call; as a result it needs to be said who owns the object.
template <class T>
  requires detail::wrappable<std::remove_const_t<T>>
struct caster<T*> {
  static consteval type_description describe() {
    auto result = detail::describe_pointer<std::remove_const_t<T>>();
    result.bare = true;
    result.wire = wire_kind::pointer;
    return result;
  }

  static T* from_wire(wire_reader& from) {
    return static_cast<T*>(
        detail::object_from_wire(from, detail::object_type_of<std::remove_const_t<T>>, true));
  }

  static T* from_js(value const& from) { return detail::pointer_from_js<std::remove_const_t<T>>(from); }
  static napi_value to_js(napi_env env, T* to) { return detail::pointer_to_js(env, to); }
};

/// Gives the object away: JavaScript's object counts as disposed then.
template <detail::wrappable T>
struct caster<std::unique_ptr<T>> {
  static consteval type_description describe() { return detail::describe_pointer<T>(); }

  /// Stays empty until all arguments are read; see glue/claim.hpp.
  static std::unique_ptr<T> from_js(value const& from) {
    detail::reserve_object(from, detail::object_type_of<T>);
    return nullptr;
  }

  static napi_value to_js(napi_env env, std::unique_ptr<T>&& to) {
    if (!to) detail::throw_null_result();
    return detail::give_unique(env, std::move(to));
  }
};

/// Shares the object with JavaScript: it lives as long as either refers to it.
template <detail::wrappable T>
struct caster<std::shared_ptr<T>> {
  static consteval type_description describe() {
    auto result = detail::describe_pointer<T>();
    result.shared = true;
    return result;
  }

  static std::shared_ptr<T> from_js(value const& from) {
    if (from.is_nullish()) return nullptr;
    return detail::share_object<T>(from);
  }

  static napi_value to_js(napi_env env, std::shared_ptr<T> to) {
    if (!to) detail::throw_null_result();
    return detail::give_shared(env, std::move(to));
  }
};

}  // namespace tendon
