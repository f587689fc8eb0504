#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "../base/text.hpp"
#include "description.hpp"
#include "exported_structs.hpp"
#include "numbering.hpp"
#include "type.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

// Which of several types a value of JavaScript is, follows from what it is, never from their order. Types
// that the same value would fit equally well can't be alternatives of each other.

/// The kinds that a type takes by itself, apart from what its parts take.
constexpr js_kinds own_kinds(type_description const& type) {
  switch (type.form) {
    case type_description::kind::text:
      return type.kinds.without(js_kinds::of_parts);
    case type_description::kind::function:
      return js_kind::function;
    case type_description::kind::pointer:
      return js_kinds(js_kind::null) | js_kind::undefined;
    default:
      return {};
  }
}

/// Whether what parts of a type take, it takes too.
constexpr bool takes_parts(type_description const& type) {
  return type.form == type_description::kind::pointer || type.form == type_description::kind::alternatives ||
         type.kinds.has(js_kinds::of_parts);
}

/// Calls `visit` for the type and for those whose values it takes as they are.
template <class Visit>
constexpr void for_each_taken(type_description const& type, Visit const& visit) {
  visit(type);
  if (!takes_parts(type)) return;
  for (auto const* part : type.parts) for_each_taken(*part, visit);
}

constexpr bool is_integer_range(number_range range) {
  return range != number_range::any && range != number_range::float32;
}

/// How many numbers an integer type takes, from 0 for 8 bits on. Floating point types take more.
constexpr int width_of(number_range range) {
  switch (range) {
    case number_range::int8:
    case number_range::uint8:
      return 0;
    case number_range::int16:
    case number_range::uint16:
      return 1;
    case number_range::int32:
    case number_range::uint32:
      return 2;
    case number_range::safe_integer:
    case number_range::safe_natural:
      return 3;
    default:
      return 4;
  }
}

constexpr bool is_natural(number_range range) {
  return range == number_range::uint8 || range == number_range::uint16 || range == number_range::uint32 ||
         range == number_range::safe_natural;
}

inline bool requires_member(exported_structs const& structs, type_description const& type,
                            std::string_view name) {
  for (std::size_t i = 0; i < type.members.size(); ++i)
    if (type.members[i].name == name) return !structs.may_be_absent(type, i);
  return false;
}

inline std::size_t required_members(exported_structs const& structs, type_description const& type) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < type.members.size(); ++i) count += structs.may_be_absent(type, i) ? 0 : 1;
  return count;
}

inline bool same_required_members(exported_structs const& structs, type_description const& one,
                                  type_description const& other) {
  if (required_members(structs, one) != required_members(structs, other)) return false;
  for (std::size_t i = 0; i < one.members.size(); ++i)
    if (!structs.may_be_absent(one, i) && !requires_member(structs, other, one.members[i].name)) return false;
  return true;
}

constexpr bool share_enumerator(type_description const& one, type_description const& other) {
  for (auto const name : one.enumerators)
    if (std::find(other.enumerators.begin(), other.enumerators.end(), name) != other.enumerators.end())
      return true;
  return false;
}

constexpr bool kinds_overlap(type_description const& one, type_description const& other) {
  auto const lists = js_kinds(js_kind::list) | js_kinds::tuple;
  auto const objects = js_kinds(js_kind::object) | js_kinds::any_object;
  auto const first = own_kinds(one);
  auto const second = own_kinds(other);
  if (first.has(lists) && second.has(lists)) {
    auto const both = first & second;
    if (!both.has(js_kinds::tuple) || one.parts.size() == other.parts.size()) return true;
  }
  if (first.has(objects) && second.has(objects)) return true;
  if ((first & second).has(js_kind::number) && width_of(one.range) == width_of(other.range)) return true;
  return (first & second).without(lists | js_kind::number) != js_kinds();
}

/// Whether some value would fit two types equally well, apart from what parts of them take.
inline bool overlap_directly(exported_structs const& structs, type_description const& one,
                             type_description const& other) {
  using form = type_description::kind;
  auto const objects = js_kinds(js_kind::object) | js_kinds::any_object;
  if (one.form == form::aggregate && other.form == form::aggregate)
    return same_required_members(structs, one, other);
  if (one.form == form::aggregate)
    return required_members(structs, one) == 0 && own_kinds(other).has(objects);
  if (other.form == form::aggregate) return overlap_directly(structs, other, one);
  if (one.form == form::enumeration && other.form == form::enumeration) return share_enumerator(one, other);
  if (one.form == form::object && &one == &other) return true;
  return kinds_overlap(one, other);
}

inline bool overlap(exported_structs const& structs, type_description const& one,
                    type_description const& other) {
  bool result = false;
  for_each_taken(one, [&](auto const& first) {
    for_each_taken(other,
                   [&](auto const& second) { result = result || overlap_directly(structs, first, second); });
  });
  return result;
}

inline std::string shown_type(type_description const& type) {
  return type.cpp_name.empty() ? "a function type" : quoted(type.cpp_name);
}

/// Refuses alternatives that take the same values, where JavaScript passes them. Looks at each type once.
class alternatives_check {
 public:
  explicit alternatives_check(exported_structs const& structs) : structs_(structs) {}

  void look_at(std::string const& label, signature_description const& signature) {
    look_at(label, *signature.result, false);
    for (auto const& each : signature.parameters) look_at(label, *each.type, true);
  }

 private:
  [[gnu::cold]] void look_at(std::string const& label, type_description const& type, bool passed) {
    if (type.parts.empty() && type.members.empty()) return;
    if (!(passed ? passed_ : given_).add(type).is_new) return;
    if (passed && type.form == type_description::kind::alternatives) compare(label, type);
    for (std::size_t i = 0; i < type.parts.size(); ++i) {
      auto const flips = type.form == type_description::kind::function && i > 0;
      look_at(label, *type.parts[i], flips ? !passed : passed);
    }
    for (auto const& member : type.members) look_at(label, *member.type, passed);
  }

  [[gnu::cold]] void compare(std::string const& label, type_description const& type) const {
    for (std::size_t i = 0; i < type.parts.size(); ++i)
      for (std::size_t j = 0; j < i; ++j)
        if (overlap(structs_, *type.parts[j], *type.parts[i]))
          throw_describe_error("$1: $2 and $3 in a std::variant take the same values",
                               {label, shown_type(*type.parts[j]), shown_type(*type.parts[i])});
  }

  exported_structs const& structs_;
  numbering passed_;
  numbering given_;
};

}  // namespace detail
}  // namespace tendon
