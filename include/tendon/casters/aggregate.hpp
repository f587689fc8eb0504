#pragma once
// plain structs  <->  object literals, member by member, without a list of the members

#include <array>
#include <cstddef>
#include <exception>
#include <string>
#include <tuple>
#include <utility>

#include "../base/fields.hpp"
#include "../base/wrapped.hpp"
#include "../caster.hpp"
#include "../env/environment.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

template <class T>
struct member_table;

template <class T, class Indexes>
struct member_table_of;

template <class T, std::size_t... I>
struct member_table_of<T, std::index_sequence<I...>> {
  static constexpr std::array<member_description, sizeof...(I)> value{
      member_description{field_names<T>[I], &type_of<std::remove_cv_t<field_type<T, I>>>}...};
};

/// What reads a struct of which members may be absent; null for other structs.
inline auto reader_with_defaults(napi_env env, type_description const& type) {
  auto const* const exported = environment::of(env).structs().find(type);
  return exported ? exported->read : nullptr;
}

/// A member that C++ leaves out of the object is null in `values`.
inline napi_value make_object(napi_env env, std::span<member_description const> members,
                              napi_value const* values) {
  napi_value result = nullptr;
  check(env, napi_create_object(env, &result));
  // Defined rather than set: a setter on Object.prototype must not see them.
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (!values[i]) continue;
    napi_property_descriptor property{};
    check(env, napi_create_string_utf8(env, members[i].name.data(), members[i].name.size(), &property.name));
    property.value = values[i];
    property.attributes = napi_default_jsproperty;
    check(env, napi_define_properties(env, result, 1, &property));
  }
  return result;
}

template <class Member, class Given>
napi_value member_to_js(napi_env env, Given&& member) {
  if constexpr (type_of<Member>.optional && requires { member.has_value(); })
    if (!member.has_value()) return nullptr;
  return caster<Member>::to_js(env, std::forward<Given>(member));
}

template <class Member>
std::string member_literal(Member const& member) {
  if constexpr (requires { caster<Member>::literal(member); }) return caster<Member>::literal(member);
  return {};
}

/// The same for both directions, so that a struct that goes both ways fails once.
template <class Struct, class Member, bool Fits>
struct require_member {
  static_assert(
      Fits,
      "tendon: a member of this struct has no caster, or is a view, which nothing would own; include "
      "its tendon/casters/*.hpp header, specialise tendon::caster<T>, or own what it refers to");
};

}  // namespace detail

/// Members are required unless they are std::optional, or export_struct lists them; unknown properties are
/// ignored. Each is read once, in the order of declaration.
template <plain_struct T>
  requires(!is_wrapped<T> && !detail::expected_like<T>)
struct caster<T> {
  static consteval type_description describe() {
    return {.form = type_description::kind::aggregate,
            .cpp_name = type_name<T>(),
            .wire = wire_kind::structure,
            .members = detail::member_table_of<T, indexes>::value};
  }

  static T from_js(value const& from) {
    if (from.type() != napi_object) from.wrong_type("of type object");
    if (auto* const reads = detail::reader_with_defaults(from.env(), type_of<T>))
      return reinterpret_cast<T (*)(value const&)>(reads)(from);
    return read(from, indexes{});
  }

  static napi_value to_js(napi_env env, T const& to) { return write<T const&>(env, to, indexes{}); }

  /// For members that can only be moved.
  static napi_value to_js(napi_env env, T&& to)
    requires(!std::is_copy_constructible_v<T>)
  {
    return write<T>(env, to, indexes{});
  }

  static T from_wire(wire_reader& from) { return read_wire(from, indexes{}); }

  static void to_wire(wire_writer& to, T const& given) {
    std::apply(
        [&to](auto const&... field) {
          (caster<std::remove_cvref_t<decltype(field)>>::to_wire(to, field), ...);
        },
        tie_fields(given));
  }

  /// Empty when a member has no literal.
  static std::string literal(T const& of) { return write_literal(of, indexes{}); }

 private:
  using indexes = std::make_index_sequence<field_count<T>>;

  template <std::size_t I>
  using member = std::remove_cv_t<field_type<T, I>>;

  // Braces keep the order of evaluation, and take members that are const or can only be moved.
  template <std::size_t... I>
  static T read(value const& from, std::index_sequence<I...>) {
    if constexpr ((self_contained_from_js<member<I>> && ...)) {
      return T{detail::read_element<member<I>>(from.property(field_names<T>[I]))...};
    } else {
      ((void)detail::require_member<T, member<I>, self_contained_from_js<member<I>>>(), ...);
      std::terminate();  // never built
    }
  }

  template <std::size_t... I>
  static T read_wire(wire_reader& from, std::index_sequence<I...>) {
    return T{caster<member<I>>::from_wire(from)...};
  }

  template <class Whole, std::size_t... I>
  static napi_value write(napi_env env, std::remove_reference_t<Whole>& to, std::index_sequence<I...>) {
    if constexpr ((tendon::to_js<detail::part_like<Whole, member<I>>> && ...)) {
      [[maybe_unused]] auto const fields = tie_fields(to);
      std::array<napi_value, sizeof...(I)> const values{detail::member_to_js<member<I>>(
          env, static_cast<detail::part_like<Whole, member<I>>>(std::get<I>(fields)))...};
      return detail::make_object(env, detail::member_table_of<T, indexes>::value, values.data());
    } else {
      ((void)detail::require_member<T, member<I>, tendon::to_js<detail::part_like<Whole, member<I>>>>(), ...);
      std::terminate();  // never built
    }
  }

  template <std::size_t... I>
  static std::string write_literal(T const& of, std::index_sequence<I...>) {
    [[maybe_unused]] auto const fields = tie_fields(of);
    std::array<std::string, sizeof...(I)> const literals{
        detail::member_literal<member<I>>(std::get<I>(fields))...};
    std::string result = "{";
    for (std::size_t i = 0; i < literals.size(); ++i) {
      if (literals[i].empty()) return {};
      result += (i > 0 ? ", " : " ") + std::string(field_names<T>[i]) + ": " + literals[i];
    }
    return result + (literals.empty() ? "}" : " }");
  }
};

}  // namespace tendon
