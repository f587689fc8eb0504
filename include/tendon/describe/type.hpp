#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "js_kinds.hpp"

namespace [[gnu::visibility("hidden")]] tendon {

struct type_description;

/// One member of a plain struct.
struct member_description {
  std::string_view name;
  type_description const* type;
};

/// How values of a type travel in the frame, where JavaScript and C++ both read and write cells: a double
/// each, or a 32-bit integer, which costs either side less. A value takes a fixed number of cells; what has
/// no fixed size takes more behind those of all values. Texts travel beside the frame.
enum class wire_kind : unsigned char {
  none,         ///< as an ordinary argument of Node-API
  number,       ///< one cell, a double
  integer,      ///< one cell, an integer: a number of 32 bits at most, whose `range` says which
  boolean,      ///< one cell, an integer: 0 or 1
  enumeration,  ///< one cell, an integer: the position of the enumerator in `enumerators`
  date,         ///< one cell, a double: the time
  text,         ///< two cells, doubles: start and length in the texts of the call. Never a value by itself
  object,       ///< one cell, an integer: the slot of an object of the class parts[0]
  pointer,      ///< the same, or -1 for null
  optional,     ///< one cell, an integer: whether there is a value; then the cells of parts[0]
  structure,    ///< the cells of all members
  tuple,        ///< the cells of all `parts`
  array,        ///< one cell, a double: the number of elements, whose cells stand behind all others
};

/// Which numbers a type of wire_kind::number or wire_kind::integer takes. A stub must know, not to read more
/// than it would if C++ looked at each value in turn.
enum class number_range : unsigned char {
  any,
  float32,  ///< finite ones must not round to infinity
  int8,
  uint8,
  int16,
  uint16,
  int32,
  uint32,
  safe_integer,  ///< integers that a number holds exactly
  safe_natural,  ///< those that are not negative
};

/// What the writers need to know of a C++ type: plain constant data, one object per type, made by caster.hpp
/// from the caster. Descriptions refer to each other by pointer and may be cyclic (`struct tree {
/// vector<tree> … }`).
struct type_description {
  enum class kind {
    text,          ///< ts_in and ts_out say it all; `$` in them stands for the next of `parts`
    enumeration,   ///< a union of the string literals in `enumerators`
    aggregate,     ///< an interface of `members`
    function,      ///< parts[0] is the result, the others are the parameters
    object,        ///< a wrapped class; named by the class_description whose `type` it is
    pointer,       ///< a way of holding the wrapped class parts[0] that can be null
    alternatives,  ///< one of `parts`
  };

  kind form = kind::text;
  std::string_view cpp_name = {};  ///< qualified; names the interface of an aggregate
  std::string_view ts_in = {};     ///< as JavaScript may pass it: wide, readonly
  std::string_view ts_out = {};    ///< as C++ gives it: narrow, mutable
  bool optional = false;           ///< `undefined` is a value of it, so that trailing ones may be left out
  bool takes_rest = false;         ///< the last parameter takes all arguments that are left, in one array
  wire_kind wire = wire_kind::none;
  number_range range = number_range::any;
  bool refuses = false;         ///< what travels may still be refused by C++
  double most_time = 0;         ///< of wire_kind::date: stubs pass times that are not farther from 1970
  bool bare = false;            ///< a pointer that owns nothing
  bool shared = false;          ///< a pointer that shares its object, which can come back to JavaScript
  std::string_view fault = {};  ///< of an object that is not wrapped: why it is no plain struct either
  bool runs_js = false;         ///< it is a handle, with which C++ can run JavaScript
  std::span<type_description const* const> parts = {};
  std::span<member_description const> members = {};
  std::span<std::string_view const> enumerators = {};
  js_kinds kinds = {};  ///< of a text: what ts_in says that JavaScript can pass
};

namespace detail {

/// Whether a character of ts_in or ts_out stands for a part. `${` begins a hole of a template literal type.
constexpr bool is_placeholder(std::string_view text, std::size_t at) {
  return text[at] == '$' && !text.substr(at + 1).starts_with('{');
}

constexpr std::size_t placeholder_count(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (is_placeholder(text, i)) ++count;
  return count;
}

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

/// Whether `holds(type)` is true of the type or of anything in it.
[[gnu::cold]] constexpr bool any_part(type_description const& type, bool (*holds)(type_description const&),
                                      type_trail const* outer = nullptr) {
  if (holds(type)) return true;
  if (outer && outer->has(&type)) return false;
  type_trail const here{&type, outer};
  for (auto const* part : type.parts)
    if (any_part(*part, holds, &here)) return true;
  for (auto const& member : type.members)
    if (any_part(*member.type, holds, &here)) return true;
  return false;
}

/// Whether values of a type travel as numbers, or as integers.
constexpr bool is_number(type_description const& type) {
  return type.wire == wire_kind::number || type.wire == wire_kind::integer;
}

/// The number of cells that a value of this type has in the frame, apart from elements of arrays. Without a
/// wire none.
constexpr std::size_t cell_count(type_description const& type) {
  switch (type.wire) {
    case wire_kind::none:
      return 0;
    case wire_kind::text:
      return 2;
    case wire_kind::optional:
      return 1 + cell_count(*type.parts[0]);
    case wire_kind::structure: {
      std::size_t count = 0;
      for (auto const& member : type.members) count += cell_count(*member.type);
      return count;
    }
    case wire_kind::tuple: {
      std::size_t count = 0;
      for (auto const* part : type.parts) count += cell_count(*part);
      return count;
    }
    default:
      return 1;
  }
}

/// Whether a value of this type travels in few cells, and has neither objects nor arrays in it.
constexpr bool has_fixed_cells(type_description const& type) {
  constexpr std::size_t few = 32;
  auto const count = cell_count(type);
  return count > 0 && count <= few && !any_part(type, [](type_description const& part) {
           return part.wire == wire_kind::array || part.wire == wire_kind::object ||
                  part.wire == wire_kind::pointer || part.wire == wire_kind::none;
         });
}

/// Whether a value of this type can travel in the frame as an element or member. Objects can't: a stub must
/// be able to give the generic tier what it has read, and a slot does not lead back to its object. Nor can
/// what C++ may refuse: the members behind it would have been read in vain, which getters can tell.
constexpr bool travels_in_part(type_description const& type) {
  if (type.refuses) return false;
  switch (type.wire) {
    case wire_kind::number:
    case wire_kind::integer:
    case wire_kind::boolean:
    case wire_kind::enumeration:
    case wire_kind::date:
    case wire_kind::text:
      return true;
    case wire_kind::optional:
      return travels_in_part(*type.parts[0]);
    case wire_kind::structure:
      for (auto const& member : type.members)
        if (!travels_in_part(*member.type)) return false;
      return true;
    case wire_kind::tuple:
      for (auto const* part : type.parts)
        if (!travels_in_part(*part)) return false;
      return true;
    default:
      return false;
  }
}

/// Whether a value of this type is an array that can travel in the frame. Elements without cells can't be
/// counted there.
constexpr bool travels_as_array(type_description const& type) {
  return type.wire == wire_kind::array && travels_in_part(*type.parts[0]) && cell_count(*type.parts[0]) > 0;
}

/// Whether a value of this type can travel in the frame. Ends for recursive types too: what contains an array
/// is no element of one.
constexpr bool travels(type_description const& type) {
  switch (type.wire) {
    case wire_kind::none:
    case wire_kind::text:
      return false;
    case wire_kind::object:
    case wire_kind::pointer:
      return true;
    case wire_kind::array:
      return travels_as_array(type);
    case wire_kind::structure:
      for (auto const& member : type.members)
        if (!travels_in_part(*member.type) && !travels_as_array(*member.type)) return false;
      return true;
    case wire_kind::tuple:
      for (auto const* part : type.parts)
        if (!travels_in_part(*part) && !travels_as_array(*part)) return false;
      return true;
    case wire_kind::optional:
      return travels_in_part(*type.parts[0]);
    default:
      return true;
  }
}

/// Whether some of a value that travels in the frame is text.
constexpr bool has_text(type_description const& type) {
  return any_part(type, [](type_description const& part) { return part.wire == wire_kind::text; });
}

/// The wrapped class of which this type is an object or a pointer to one; null for other types.
constexpr type_description const* object_class(type_description const& type) {
  auto const is_direct =
      type.parts.size() == 1 && (type.form == type_description::kind::pointer || type.ts_in == "$");
  return is_direct && type.parts[0]->form == type_description::kind::object ? type.parts[0] : nullptr;
}

/// Whether a value of this type holds a function or a handle, so that using it can run JavaScript.
constexpr bool contains_function(type_description const& type) {
  return any_part(
      type, [](auto const& part) { return part.form == type_description::kind::function || part.runs_js; });
}

/// Whether a value of this type refers to objects that something else must own.
constexpr bool contains_bare_pointer(type_description const& type) {
  return any_part(type,
                  [](auto const& part) { return part.form == type_description::kind::pointer && part.bare; });
}

}  // namespace detail
}  // namespace tendon
