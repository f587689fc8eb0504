#pragma once

#include <array>
#include <cstddef>
#include <limits>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

#include "pretty_name.hpp"

namespace [[gnu::visibility("hidden")]] tendon {

/// One named value of an enumeration. The name lives as long as the program.
template <class E>
struct enumerator {
  E value;
  std::string_view name;
};

namespace detail {

struct enum_range {
  int first = 0;
  int last = -1;
  constexpr std::size_t size() const { return static_cast<std::size_t>(last - first + 1); }
};

// A value outside the range of an enumeration without fixed underlying type is no constant expression
// ([expr.static.cast]/10). Clang 16 to 19 report this as a warning that fails no test; later versions let one
// ask.
#if defined(__clang__)
#if __has_warning("-Wenum-constexpr-conversion")
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wenum-constexpr-conversion"
#define TENDON_ENUM_WARNING_OFF
#endif
#endif

template <class E, int Value>
concept enum_can_hold = requires { typename std::integral_constant<E, static_cast<E>(Value)>; };

/// Only an enumeration that can hold every value of its underlying type accepts an integer in braces
/// ([dcl.init.list]/3.8): a scoped one, or an unscoped one with `: type`.
template <class E>
concept fixed_enum = requires { E{std::underlying_type_t<E>{}}; };

/// The values to ask the compiler about: -128 to 255 as far as E can hold them.
template <class E>
constexpr enum_range range_of_enum() {
  using limits = std::numeric_limits<std::underlying_type_t<E>>;
  constexpr auto max = static_cast<unsigned long long>(limits::max());
  enum_range range{limits::is_signed ? -128 : 0, max < 255 ? static_cast<int>(max) : 255};
  if constexpr (!fixed_enum<E>) {
    // Such an enumeration holds -2^k (or 0) to 2^n - 1 ([dcl.enum]/8).
    [&]<int... Bits>(std::integer_sequence<int, Bits...>) {
      (void)(... || (enum_can_hold<E, (256 >> Bits) - 1> && (range.last = (256 >> Bits) - 1, true)));
      if constexpr (limits::is_signed)
        if (!(... || (enum_can_hold<E, -(128 >> Bits)> && (range.first = -(128 >> Bits), true))))
          range.first = 0;
    }
    (std::make_integer_sequence<int, 8>{});
  }
  return range;
}

/// Where the names stand in the text that one function signature gives for all values of the range.
template <std::size_t Size>
struct enum_scan {
  struct place {
    int offset = 0;  // of the value in the range
    std::size_t start = 0;
    std::size_t length = 0;
  };
  place places[Size] = {};
  std::size_t count = 0;
  std::size_t characters = 0;
};

/// The length of "(type)" in an element such as "(color)7", which has no name; 0 for one that has.
constexpr std::size_t unnamed_prefix(std::string_view element) {
  return trailing_identifier(element).empty() ? element.rfind(')') + 1 : 0;
}

template <std::size_t Size>
constexpr enum_scan<Size> scan_enum(std::string_view text) {
  enum_scan<Size> scan;
  char const* const begin = text.data();
  std::size_t unnamed =
      0;  // the same for all elements without name: most are skipped without reading the type again
  for (int offset = 0; !text.empty(); ++offset) {
    char const after =
        unnamed != 0 && unnamed < text.size() && text[unnamed - 1] == ')' ? text[unnamed] : ' ';
    if (text[0] == '(' && (after == '-' || (after >= '0' && after <= '9'))) {
      std::size_t const end = text.find(',', unnamed);
      text.remove_prefix(end == text.npos ? text.size() : end + 2);
      continue;
    }
    std::string_view const element = take_element(text);
    unnamed = unnamed_prefix(element) != 0 ? unnamed_prefix(element) : unnamed;
    std::string_view const name = trailing_identifier(element);
    if (name.empty()) continue;
    scan.places[scan.count++] = {offset, static_cast<std::size_t>(name.data() - begin), name.size()};
    scan.characters += name.size();
  }
  return scan;
}

/// Looks into E. A scoped enumeration that is a member of a class template is not defined before someone does
/// ([temp.inst]/3), and clang prints bare numbers until then.
template <class E>
concept looked_into = !requires { E::tendon_defines_the_enumeration; };

template <class E, int First, int... Offsets>
constexpr std::string_view enum_text(std::integer_sequence<int, Offsets...>) {
  static_assert(looked_into<E>);
  return values_frame.cut(values_signature<static_cast<E>(First + Offsets)...>());
}

/// The enumerators of E. One signature lists all values, so the cost is a handful of instantiations per
/// enumeration.
template <class E>
struct enum_table {
  static constexpr auto range = range_of_enum<E>();
  static constexpr auto text = enum_text<E, range.first>(std::make_integer_sequence<int, range.size()>{});
  static constexpr auto scan = scan_enum<range.size()>(text);

  static constexpr auto names = [] {
    std::array<char, scan.characters + 1> characters{};
    std::size_t end = 0;
    for (std::size_t i = 0; i < scan.count; ++i)
      for (std::size_t j = 0; j < scan.places[i].length; ++j)
        characters[end++] = text[scan.places[i].start + j];
    return characters;
  }();

  static constexpr auto entries = [] {
    std::array<enumerator<E>, scan.count> all{};
    std::size_t start = 0;
    for (std::size_t i = 0; i < scan.count; ++i) {
      auto const& place = scan.places[i];
      all[i] = {static_cast<E>(range.first + place.offset), {names.data() + start, place.length}};
      start += place.length;
    }
    return all;
  }();
};

#ifdef TENDON_ENUM_WARNING_OFF
#undef TENDON_ENUM_WARNING_OFF
#pragma clang diagnostic pop
#endif

}  // namespace detail

/// All named values of E from -128 to 255 in ascending order, as a `std::array` of `enumerator<E>` that lives
/// as long as the program. Of several names for one value only the first one declared is known. Values
/// outside are not found: each one asked about costs compile time.
template <class E>
  requires std::is_enum_v<E>
constexpr auto const& enumerators() {
  return detail::enum_table<E>::entries;
}

/// The name of a value, empty when it has none.
template <class E>
  requires std::is_enum_v<E>
constexpr std::string_view enum_name(E value) {
  for (auto const& entry : enumerators<E>())
    if (entry.value == value) return entry.name;
  return {};
}

/// The value with this name.
template <class E>
  requires std::is_enum_v<E>
constexpr std::optional<E> enum_value(std::string_view name) {
  for (auto const& entry : enumerators<E>())
    if (entry.name == name) return entry.value;
  return std::nullopt;
}

}  // namespace tendon
