#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

#include "field_ties.hpp"
#include "plain_struct.hpp"
#include "pretty_name.hpp"
#include "types.hpp"

namespace [[gnu::visibility("hidden")]] tendon {

namespace detail {

/// Carries a pointer as a template argument. Clang before 18 takes no pointer to a member object as such,
/// only inside a class.
template <class Field>
struct field_pointer {
  Field const volatile* pointer;
};
template <class Field>
field_pointer(Field*) -> field_pointer<std::remove_cv_t<Field>>;

template <class T, std::size_t... Index>
constexpr std::string_view fields_text(std::index_sequence<Index...>) {
  [[maybe_unused]] constexpr auto fields = field_ties<sizeof...(Index)>::tie(std::as_const(unmade<T>.object));
  return values_text<field_pointer{std::addressof(std::get<Index>(fields))}...>();
}

/// The names of the fields. One signature lists them all, each at the end of an address: `(&
/// object.T::name)`.
template <class T, std::size_t Count>
struct field_name_table {
  static constexpr std::string_view text = fields_text<T>(std::make_index_sequence<Count>{});

  static constexpr auto places = [] {
    std::array<std::string_view, Count> all{};
    std::string_view list = text;
    for (std::string_view& name : all) {
      name = take_element(list);
      while (!name.empty() && !is_name_character(name.back())) name.remove_suffix(1);
      name = trailing_identifier(name);
    }
    return all;
  }();

  static constexpr std::size_t characters = [] {
    std::size_t sum = 0;
    for (std::string_view name : places) sum += name.size();
    return sum;
  }();

  static constexpr auto stored = [] {
    std::array<char, characters + 1> all{};
    std::size_t end = 0;
    for (std::string_view name : places)
      for (char c : name) all[end++] = c;
    return all;
  }();

  static constexpr auto names = [] {
    std::array<std::string_view, Count> all{};
    std::size_t start = 0;
    for (std::size_t i = 0; i < Count; ++i) {
      all[i] = {stored.data() + start, places[i].size()};
      start += places[i].size();
    }
    return all;
  }();
};

template <class Types, std::size_t I>
struct type_at;
template <class... T, std::size_t I>
struct type_at<types<T...>, I> : std::tuple_element<I, std::tuple<T...>> {};

}  // namespace detail

/// The number of fields.
template <plain_struct T>
inline constexpr std::size_t field_count = detail::inspected_fields<std::remove_cv_t<T>>.count;

/// The type of a field as declared, such as `int const`.
template <plain_struct T, std::size_t I>
using field_type =
    typename detail::type_at<detail::declared_fields<std::remove_cv_t<T>, field_count<T>>, I>::type;

/// The names of the fields in order of declaration. They live as long as the program.
template <plain_struct T>
inline constexpr std::array<std::string_view, field_count<T>> field_names =
    detail::field_name_table<std::remove_cv_t<T>, field_count<T>>::names;

/// References to the fields, as a `std::tuple`; const ones for a const object.
template <class T>
  requires plain_struct<T>
constexpr auto tie_fields(T& object) {
  return detail::field_ties<field_count<T>>::tie(object);
}

/// Calls `visitor(name, field)` for each field in order of declaration.
template <class T, class Visitor>
  requires plain_struct<T>
constexpr void for_each_field(T& object, Visitor&& visitor) {
  std::apply(
      [&](auto&... field) {
        [[maybe_unused]] std::size_t index = 0;
        (static_cast<void>(visitor(field_names<T>[index++], field)), ...);
      },
      tie_fields(object));
}

}  // namespace tendon
