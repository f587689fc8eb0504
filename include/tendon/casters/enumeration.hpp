#pragma once
// enum, enum class  <->  a union of string literals, the enumerators' names; of numbers where is_numeric says
// so

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

#include "../base/enum_names.hpp"
#include "../base/text.hpp"
#include "../caster.hpp"
#include "number.hpp"
#include "string.hpp"

namespace [[gnu::visibility("hidden")]] tendon {

/// Whether an enum crosses as the numbers of its enumerators, not as their names. Set it to true right after
/// the enum: `template <> inline constexpr bool tendon::is_numeric<level> = true;`
template <class E>
inline constexpr bool is_numeric = false;

namespace detail {

template <class E>
inline constexpr auto enumerator_names = [] {
  std::array<std::string_view, enumerators<E>().size()> names;
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = enumerators<E>()[i].name;
  return names;
}();

[[noreturn]] inline void throw_unknown_enumerator(value const& from,
                                                  std::span<std::string_view const> names) {
  std::string list;
  for (auto const name : names) list += (list.empty() ? "'" : ", '") + std::string(name) + "'";
  from.invalid("must be one of: " + list);
}

[[noreturn]] inline void throw_unnamed_enumerator(std::string_view type, std::string const& number) {
  throw conversion_error(conversion_error::kind::range, "ERR_OUT_OF_RANGE",
                         "The result is out of range. It must be an enumerator of " + std::string(type) +
                             ". Received " + number);
}

template <class E>
concept plain_enum = std::is_enum_v<E> && (!std::same_as<E, std::byte>);

template <class E>
consteval void require_enumerators() {
  static_assert(!enumerators<E>().empty(),
                "tendon: no enumerator of this enum has a value from -128 to 255; specialise "
                "tendon::caster for it");
}

template <class E>
constexpr int number_of(E of) {
  return static_cast<int>(static_cast<std::underlying_type_t<E>>(of));
}

/// The numbers of all enumerators as a union type: `0 | 1 | -2`.
template <class E>
struct number_union {
  std::array<char, enumerators<E>().size() * 7> text{};
  std::size_t size = 0;

  constexpr number_union() {
    for (auto const& each : enumerators<E>()) {
      if (size > 0)
        for (char const part : {' ', '|', ' '}) text[size++] = part;
      auto const number = number_of(each.value);
      if (number < 0) text[size++] = '-';
      auto const digits = number < 0 ? -number : number;
      for (auto place = digits >= 100 ? 100 : digits >= 10 ? 10 : 1; place > 0; place /= 10)
        text[size++] = static_cast<char>('0' + digits / place % 10);
    }
  }
  constexpr std::string_view view() const { return {text.data(), size}; }
};

template <class E>
inline constexpr number_union<E> enumerator_numbers;

}  // namespace detail

template <class E>
  requires detail::plain_enum<E> && (!is_numeric<E>)
struct caster<E> {
  static consteval type_description describe() {
    detail::require_enumerators<E>();
    return {.form = type_description::kind::enumeration,
            .cpp_name = type_name<E>(),
            .wire = wire_kind::enumeration,
            .enumerators = detail::enumerator_names<E>};
  }

  static E from_js(value const& from) {
    auto const name = detail::read_string(from);
    auto const found = enum_value<E>(name);
    if (!found) detail::throw_unknown_enumerator(from, detail::enumerator_names<E>);
    return *found;
  }

  static napi_value to_js(napi_env env, E to) {
    auto const name = enum_name(to);
    if (name.empty())
      detail::throw_unnamed_enumerator(type_name<E>(),
                                       std::to_string(static_cast<std::underlying_type_t<E>>(to)));
    return detail::write_string(env, name);
  }

  static E from_wire(wire_reader& from) {
    auto const position = static_cast<std::uint32_t>(from.next_integer());
    auto const known = position < enumerators<E>().size();
    from.decline_if(!known);
    return enumerators<E>()[known ? position : 0].value;
  }

  static void to_wire(wire_writer& to, E given) {
    auto const& all = enumerators<E>();
    for (std::size_t i = 0; i < all.size(); ++i)
      if (all[i].value == given) return to.add_integer(static_cast<std::int32_t>(i));
    detail::throw_unnamed_enumerator(type_name<E>(),
                                     std::to_string(static_cast<std::underlying_type_t<E>>(given)));
  }

  static std::string literal(E of) { return detail::quoted(enum_name(of)); }
};

/// An enum whose enumerators cross as their numbers.
template <class E>
  requires detail::plain_enum<E> && is_numeric<E>
struct caster<E> {
  static consteval type_description describe() {
    detail::require_enumerators<E>();
    return {.cpp_name = type_name<E>(),
            .ts_in = detail::enumerator_numbers<E>.view(),
            .ts_out = detail::enumerator_numbers<E>.view(),
            .wire = wire_kind::number,
            .refuses = true};
  }

  static E from_js(value const& from) {
    auto const found = enumerator_of(detail::read_number(from));
    if (!found) from.invalid("must be one of: " + listed());
    return *found;
  }

  static napi_value to_js(napi_env env, E to) { return caster<double>::to_js(env, checked_number(to)); }

  static E from_wire(wire_reader& from) {
    auto const found = enumerator_of(from.next());
    from.decline_if(!found);
    return found.value_or(E());
  }

  static void to_wire(wire_writer& to, E given) { to.add(checked_number(given)); }

  static std::string literal(E of) { return detail::number_literal(detail::number_of(of)); }

 private:
  static std::optional<E> enumerator_of(double number) {
    for (auto const& each : enumerators<E>())
      if (detail::number_of(each.value) == number) return each.value;
    return std::nullopt;
  }

  static double checked_number(E given) {
    if (enum_name(given).empty()) detail::throw_unnamed_enumerator(type_name<E>(), literal(given));
    return detail::number_of(given);
  }

  static std::string listed() {
    std::string list;
    for (auto const& each : enumerators<E>()) list += (list.empty() ? "" : ", ") + literal(each.value);
    return list;
  }
};

}  // namespace tendon
