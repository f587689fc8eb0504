#pragma once

#include <span>
#include <string_view>

namespace [[gnu::visibility("hidden")]] tendon {

struct type_description;

/// One member of a plain struct.
struct member_description {
  std::string_view name;
  type_description const* type;
};

/// What the writers need to know of a C++ type: plain constant data, one object per type, made by caster.hpp
/// from the caster. Descriptions refer to each other by pointer and may be cyclic (`struct tree {
/// vector<tree> … }`).
struct type_description {
  enum class kind {
    text,         ///< ts_in and ts_out say it all; `$` in them stands for the next of `parts`
    enumeration,  ///< a union of the string literals in `enumerators`
    aggregate,    ///< an interface of `members`
    function,     ///< parts[0] is the result, the others are the parameters
  };

  kind form = kind::text;
  std::string_view cpp_name = {};  ///< qualified; names the interface of an aggregate
  std::string_view ts_in = {};     ///< as JavaScript may pass it: wide, readonly
  std::string_view ts_out = {};    ///< as C++ gives it: narrow, mutable
  bool optional = false;           ///< `undefined` is a value of it, so that trailing ones may be left out
  bool runs_js = false;            ///< it is a handle, with which C++ can run JavaScript
  std::span<type_description const* const> parts = {};
  std::span<member_description const> members = {};
  std::span<std::string_view const> enumerators = {};
};

namespace detail {

/// The types that are being walked, innermost first; ends a walk through a cyclic type.
struct type_trail {
  type_description const* type;
  type_trail const* outer;

  constexpr bool has(type_description const* wanted) const {
    for (auto at = this; at; at = at->outer)
      if (at->type == wanted) return true;
    return false;
  }
};

/// Whether a value of this type holds a function or a handle, so that using it can run JavaScript.
constexpr bool contains_function(type_description const& type, type_trail const* outer = nullptr) {
  if (type.form == type_description::kind::function || type.runs_js) return true;
  if (outer && outer->has(&type)) return false;
  type_trail const here{&type, outer};
  for (auto const* part : type.parts)
    if (contains_function(*part, &here)) return true;
  for (auto const& member : type.members)
    if (contains_function(*member.type, &here)) return true;
  return false;
}

}  // namespace detail
}  // namespace tendon
