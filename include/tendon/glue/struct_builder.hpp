#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>

#include "../base/annotations.hpp"
#include "../base/fields.hpp"
#include "../base/signature.hpp"
#include "../caster.hpp"
#include "../describe/record.hpp"
#include "requirements.hpp"

namespace [[gnu::visibility("hidden")]] tendon {

namespace detail {

template <auto Member, class T>
concept own_field =
    std::is_member_object_pointer_v<decltype(Member)> &&
    requires { requires std::is_same_v<typename class_of_member<decltype(Member)>::type, T>; };

/// What a member of a plain struct is converted as.
template <class T, std::size_t I>
using field_value = std::remove_cv_t<field_type<T, I>>;

template <class T>
concept has_initializers = requires { T{}; };

/// The position of a member among the fields of its struct.
template <class T, auto Member>
consteval std::size_t field_index() {
  std::size_t index = 0;
  while (field_names<T>[index] != function_name<Member>()) ++index;
  return index;
}

/// How a struct is read of which these members may be absent.
template <class T, auto... Defaulted>
struct reader_of_struct {
  static T read(value const& from) { return read_fields(from, std::make_index_sequence<field_count<T>>()); }

 private:
  // Braces keep the order of evaluation.
  template <std::size_t... I>
  static T read_fields(value const& from, std::index_sequence<I...>) {
    T blank{};
    auto const initial = tie_fields(blank);
    return T{read_member<I>(from.property(field_names<T>[I]), std::get<I>(initial))...};
  }

  template <std::size_t I, class Field>
  static field_value<T, I> read_member(value const& from, Field& initial) {
    if constexpr (((field_index<T, Defaulted>() == I) || ...))
      if (from.type() == napi_undefined) return std::move(initial);
    return read_element<field_value<T, I>>(from);
  }
};

template <class Member>
std::string initial_literal(Member const& initial) {
  if constexpr (requires { caster<Member>::literal(initial); }) return caster<Member>::literal(initial);
  return {};
}

inline void note_default(struct_description::member& member, std::string literal) {
  member.may_be_absent = true;
  if (literal != "undefined") member.default_literal = std::move(literal);
}

/// Instantiates a sentence unless a question was answered by yes.
template <bool Yes, class Sentence>
using unless = std::conditional_t<Yes, std::true_type, Sentence>;

template <class Member>
concept crosses = self_contained_from_js<Member> || to_js<Member>;

template <class T, std::size_t... I>
constexpr bool check_members(std::index_sequence<I...>) {
  constexpr bool all_cross = (crosses<field_value<T, I>> && ...);
  if constexpr (!all_cross)
    ((void)unless<crosses<field_value<T, I>>, require_member_type<T, field_value<T, I>>>(), ...);
  return all_cross;
}

/// Whether a struct can be exported; says why not.
template <class T>
constexpr bool check_exported_struct() {
  if constexpr (!plain_struct<T>) {
    (void)require_plain_struct<T, why_not_plain<T>()>();
    return false;
  } else if constexpr (type_of<T>.form != type_description::kind::aggregate) {
    (void)require_object_literal<T>();
    return false;
  } else {
    return check_members<T>(std::make_index_sequence<field_count<T>>());
  }
}

}  // namespace detail

/// Says more of an exported struct: what `export_struct<T>("Name")` gives. Texts are copied.
template <class T, auto... Defaulted>
class struct_builder {
 public:
  explicit struct_builder(detail::struct_place place) : place_(place) {}

  /// JavaScript may leave these members out, or pass `undefined`; they then keep their initializers, as in
  /// `T{}`.
  template <auto... Members>
  auto defaults() const {
    if constexpr (!(detail::own_field<Members, T> && ...)) {
      ((void)
           detail::unless<detail::own_field<Members, T>, detail::require_own_member<T, decltype(Members)>>(),
       ...);
      return *this;
    } else if constexpr (!detail::has_initializers<T>) {
      (void)detail::require_initializers<T>();
      return *this;
    } else {
      return with_defaults<Members...>(std::make_index_sequence<field_count<T>>());
    }
  }

  /// Documents a member.
  template <auto Member>
  struct_builder const& doc(char const* text) const {
    if constexpr (detail::own_field<Member, T>)
      place_->members[detail::field_index<T, Member>()].doc = text;
    else
      (void)detail::require_own_member<T, decltype(Member)>();
    return *this;
  }

 private:
  template <auto... Members, std::size_t... I>
  auto with_defaults(std::index_sequence<I...>) const {
    if constexpr (!(self_contained_from_js<detail::field_value<T, I>> && ...)) {
      ((void)detail::unless<self_contained_from_js<detail::field_value<T, I>>,
                            detail::require_readable_member<T, detail::field_value<T, I>>>(),
       ...);
      return *this;
    } else {
      T const blank{};
      (detail::note_default(place_->members[detail::field_index<T, Members>()],
                            detail::initial_literal(blank.*Members)),
       ...);
      place_->read =
          reinterpret_cast<void (*)()>(&detail::reader_of_struct<T, Defaulted..., Members...>::read);
      return struct_builder<T, Defaulted..., Members...>(place_);
    }
  }

  detail::struct_place place_;
};

}  // namespace tendon
