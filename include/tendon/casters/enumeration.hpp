#pragma once
// enum, enum class  <->  a union of string literals, the enumerators' names

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

#include "../base/enum_names.hpp"
#include "../base/text.hpp"
#include "../caster.hpp"
#include "string.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
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

}  // namespace detail

template <class E>
  requires std::is_enum_v<E> && (!std::same_as<E, std::byte>)
struct caster<E> {
  static consteval type_description describe() {
    static_assert(!enumerators<E>().empty(),
                  "tendon: no enumerator of this enum has a value from -128 to 255; specialise "
                  "tendon::caster for it");
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
    auto const position = from.next();
    auto const known = position >= 0 && position < static_cast<double>(enumerators<E>().size());
    from.decline_if(!known);
    return enumerators<E>()[known ? static_cast<std::size_t>(position) : 0].value;
  }

  static void to_wire(wire_writer& to, E given) {
    auto const& all = enumerators<E>();
    for (std::size_t i = 0; i < all.size(); ++i)
      if (all[i].value == given) return to.add(static_cast<double>(i));
    detail::throw_unnamed_enumerator(type_name<E>(),
                                     std::to_string(static_cast<std::underlying_type_t<E>>(given)));
  }

  static std::string literal(E of) { return detail::quoted(enum_name(of)); }
};

}  // namespace tendon
