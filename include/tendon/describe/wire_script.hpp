#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "../base/text.hpp"
#include "numbering.hpp"
#include "type.hpp"
#include "wire_helpers.hpp"
#include "wire_numbers.hpp"
#include "wire_places.hpp"
#include "wire_shapes.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// `.name` or `["name"]`.
inline std::string property_access(std::string_view name) {
  return is_typescript_name(name) ? composed(".$1", {name}) : composed("[$1]", {in_quotes(name)});
}

/// The parts of the script that know how types travel in the frame: a packer reads a JavaScript value into
/// cells, an unpacker makes one of cells. Each is written once per type. A packer gives `packed`, or the
/// value that the generic tier must get instead: one that gives what was read, and for the rest asks the
/// original.
class wire_script {
 public:
  /// A JavaScript condition: whether the value is of the usual kind. For simple types.
  [[gnu::cold]] std::string condition(type_description const& type, std::string const& value) {
    switch (type.wire) {
      case wire_kind::number:
      case wire_kind::integer:
        return composed(number_condition(type.range), {value});
      case wire_kind::boolean:
        return composed("typeof $1 === 'boolean'", {value});
      case wire_kind::enumeration:
        return composed("typeof $1 === 'string' && $2[$1] !== undefined", {value, places(type)});
      case wire_kind::date:
        needs_helpers_ = true;
        return composed("time_within($1, $2)", {value, static_cast<std::size_t>(type.most_time)});
      case wire_kind::text:
        return composed("typeof $1 === 'string'", {value});
      case wire_kind::object:
        return composed("typeof $1 === 'object' && $1 !== null && #slot in $1", {value});
      case wire_kind::pointer:
        return composed(
            "($1 === null || $1 === undefined || typeof $1 === 'object' && $1 !== null && #slot in $1)",
            {value});
      default:
        return composed("($1 === undefined || $1 === null || $2)", {value, condition(*type.parts[0], value)});
    }
  }

  /// A JavaScript statement that stores such a value.
  [[gnu::cold]] std::string store(type_description const& type, std::string const& value, char const* at,
                                  std::size_t cell) {
    auto const place = place_of(type, at, cell);
    switch (type.wire) {
      case wire_kind::number:
      case wire_kind::integer:
        return composed("$1 = $2;", {place, value});
      case wire_kind::boolean:
        return composed("$1 = $2 ? 1 : 0;", {place, value});
      case wire_kind::enumeration:
        return composed("$1 = $3[$2];", {place, value, places(type)});
      case wire_kind::date:
        return composed("$1 = time_of($2);", {place, value});
      case wire_kind::text:
        return composed("$1 = texts.length; $2 = $3.length; texts += $3;",
                        {place, cell_at(at, cell + 1), value});
      case wire_kind::object:
        return composed("$1 = $2.#slot;", {place, value});
      case wire_kind::pointer:
        return composed("$1 = $2 === null || $2 === undefined ? -1 : $2.#slot;", {place, value});
      default:
        return composed("if ($2 === undefined || $2 === null) { $1 = 0; } else { $1 = 1; $3 }",
                        {place, value, store(*type.parts[0], value, at, cell + 1)});
    }
  }

  /// A JavaScript expression: the value that stands at a cell. Not for objects.
  [[gnu::cold]] std::string loaded(type_description const& type, char const* at, std::size_t cell) {
    auto const place = place_of(type, at, cell);
    switch (type.wire) {
      case wire_kind::integer:
        return type.range == number_range::uint32 ? composed("$1 >>> 0", {place}) : place;
      case wire_kind::boolean:
        return composed("$1 !== 0", {place});
      case wire_kind::enumeration:
        return composed("$1[$2]", {names(type), place});
      case wire_kind::date:
        needs_helpers_ = true;
        return composed("new date($1)", {place});
      case wire_kind::text:
        needs_helpers_ = true;
        return composed("text_at($1, $2)", {place, cell_at(at, cell + 1)});
      case wire_kind::optional:
        return composed("($1 !== 0 ? $2 : undefined)", {place, loaded(*type.parts[0], at, cell + 1)});
      case wire_kind::structure:
      case wire_kind::tuple:
      case wire_kind::array:
        return composed("$1($2)", {unpacker(type), offset(at, cell)});
      default:
        return place;
    }
  }

  /// What reading a flat struct into local variables takes.
  struct flat_reading {
    std::string prefix;  ///< of the names of the variables
    std::string count;   ///< the variable that counts the members that were read
    char const* at;
    std::size_t cell;
    std::size_t members = 0;
    std::string condition = {};  ///< reads one member after the other, and looks at each
    std::string stores = {};
    std::string locals = {};  ///< `v0_0, v0_1`
  };

  /// Reads a flat struct, all members before anything is stored.
  [[gnu::cold]] void read_flat(flat_reading& to, type_description const& type, std::string const& value) {
    append(to.condition, "typeof $1 === 'object' && $1 !== null", {value});
    for (auto const& member : type.members) {
      auto const local = composed("$1$2", {to.prefix, to.members++});
      append(to.locals, to.locals.empty() ? "$1" : ", $1", {local});
      append(to.condition, " &&\n    ($1 = $2, $3 = $4$5, true) && ",
             {to.count, to.members, local, value, property_access(member.name)});
      if (flat_count(*member.type) > 0) {
        read_flat(to, *member.type, local);
        continue;
      }
      to.condition += condition(*member.type, local);
      append(to.stores, "    $1\n", {store(*member.type, local, to.at, to.cell)});
      to.cell += cell_count(*member.type);
    }
  }

  /// The name of the constant that `resume_flat` takes for a flat struct.
  std::string shape(type_description const& type) {
    auto const name = numbered("shape_$1", type);
    if (written_.add(name).is_new) append(text_, "const $1 = $2;\n", {name, shape_text(type)});
    return name;
  }

  /// The name of the function that packs a type that is not simple.
  std::string packer(type_description const& type) {
    auto const name = numbered("pack_$1", type);
    if (written_.add(name).is_new) text_ += packer_text(type, name);
    return name;
  }

  /// All that was asked for, to stand before its users.
  std::string text() const {
    return text_.empty() && !needs_helpers_ ? text_ : std::string(wire_helpers) + text_;
  }

 private:
  /// Types are numbered in the order in which they are met.
  std::string numbered(char const* pattern, type_description const& type) {
    return composed(pattern, {types_.add(type).number});
  }

  std::string names(type_description const& type) {
    auto const name = numbered("names_$1", type);
    if (written_.add(name).is_new) {
      append(text_, "const $1 = [", {name});
      for (auto const each : type.enumerators) append(text_, "$1, ", {in_quotes(each)});
      text_ += "];\n";
    }
    return name;
  }

  std::string places(type_description const& type) {
    auto const name = numbered("places_$1", type);
    if (written_.add(name).is_new) {
      append(text_, "const $1 = { __proto__: null, ", {name});
      std::size_t place = 0;
      for (auto const each : type.enumerators) append(text_, "[$1]: $2, ", {in_quotes(each), place++});
      text_ += "};\n";
    }
    return name;
  }

  std::string unpacker(type_description const& type) {
    auto const name = numbered("unpack_$1", type);
    if (written_.add(name).is_new) {
      auto const made = type.wire == wire_kind::array   ? array_unpacker(type)
                        : type.wire == wire_kind::tuple ? tuple_unpacker(type)
                                                        : structure_unpacker(type);
      append(text_, "const $1 = (at) => $2;\n", {name, made});
    }
    return name;
  }

  [[gnu::cold]] std::string structure_unpacker(type_description const& type) {
    std::string text = "({ ";
    std::size_t cell = 0;
    for (auto const& member : type.members) {
      auto const name = in_quotes(member.name);
      if (member.type->wire == wire_kind::optional)
        append(text, "...($1 !== 0 ? { [$2]: $3 } : undefined), ",
               {integer_at("at", cell), name, loaded(*member.type->parts[0], "at", cell + 1)});
      else if (is_identifier(member.name))
        append(text, "$1: $2, ", {member.name, loaded(*member.type, "at", cell)});
      else
        append(text, "[$1]: $2, ", {name, loaded(*member.type, "at", cell)});
      cell += cell_count(*member.type);
    }
    return text + "})";
  }

  [[gnu::cold]] std::string tuple_unpacker(type_description const& type) {
    std::string text = "[";
    std::size_t cell = 0;
    for (auto const* part : type.parts) {
      append(text, "$1, ", {loaded(*part, "at", cell)});
      cell += cell_count(*part);
    }
    return text + "]";
  }

  static bool is_identifier(std::string_view name) { return is_typescript_name(name) && name != "__proto__"; }

  [[gnu::cold]] static std::string shape_text(type_description const& type) {
    std::string text = "[";
    for (auto const& member : type.members)
      append(text, "$1, $2, ",
             {in_quotes(member.name), flat_count(*member.type) > 0 ? shape_text(*member.type) : "null"});
    return text + "]";
  }

  std::string array_unpacker(type_description const& type) {
    auto const& element = *type.parts[0];
    return composed(
        "{\n"
        "  const count = cells[at];\n"
        "  const start = tail;\n"
        "  tail = start + count * $1;\n"
        "  const result = $2(count);\n"
        "  for (let i = 0; i < count; i++) {\n"
        "    const place = start + i * $1;\n"
        "    result[i] = $3;\n"
        "  }\n"
        "  return result;\n"
        "}",
        {cell_count(element), is_number(element) ? "blank_numbers" : "blank_values",
         loaded(element, "place", 0)});
  }

  std::string packer_text(type_description const& type, std::string const& name) {
    switch (type.wire) {
      case wire_kind::structure:
        return structure_packer(type, name);
      case wire_kind::tuple:
        return tuple_packer(type, name);
      case wire_kind::array:
        return array_packer(type, name);
      default:
        return composed(
            "const $1 = (value, at) => {\n"
            "  if (value === undefined || value === null) {\n"
            "    integers[at << 1] = 0;\n"
            "    return packed;\n"
            "  }\n"
            "  integers[at << 1] = 1;\n"
            "  return $2(value, at + 1);\n"
            "};\n",
            {name, packer(*type.parts[0])});
    }
  }

  [[gnu::cold]] std::string structure_packer(type_description const& type, std::string const& name) {
    auto const names = numbered("members_$1", type);
    fields_packer fields{composed("resume(value, $1, [", {names})};
    std::string list;
    for (auto const& member : type.members) {
      append(list, "$1, ", {in_quotes(member.name)});
      pack_field(fields, *member.type, composed("value[$1]", {in_quotes(member.name)}));
    }
    return composed(
        "const $1 = [$2];\n"
        "const $3 = (value, at) => {\n"
        "  if (typeof value !== 'object' || value === null) return value;\n"
        "$4  return packed;\n"
        "};\n",
        {names, list, name, fields.body});
  }

  /// The length is read once, even where it is wrong.
  [[gnu::cold]] std::string tuple_packer(type_description const& type, std::string const& name) {
    fields_packer fields{"resume_list(value, count, ["};
    for (std::size_t i = 0; i < type.parts.size(); ++i)
      pack_field(fields, *type.parts[i], composed("value[$1]", {i}));
    return composed(
        "const $1 = (value, at) => {\n"
        "  if (!is_list(value)) return value;\n"
        "  const count = value.length;\n"
        "  if (count !== $2) return resume_list(value, count, []);\n"
        "$3  return packed;\n"
        "};\n",
        {name, type.parts.size(), fields.body});
  }

  /// Members or elements that are packed one after the other.
  struct fields_packer {
    std::string resume;  ///< the beginning of what gives the generic tier those that were read
    std::string body = {};
    std::string read = {};  ///< `v0, v1, `
    std::size_t count = 0;
    std::size_t cell = 0;
  };

  [[gnu::cold]] void pack_field(fields_packer& to, type_description const& type, std::string const& source) {
    auto const i = ++to.count;
    auto const value = composed("v$1", {i});
    append(to.body, "  const $1 = $2;\n", {value, source});
    if (is_simple(type)) {
      append(to.body, "  if (!($1)) return $2$3$4]);\n  $5\n",
             {condition(type, value), to.resume, to.read, value, store(type, value, "at", to.cell)});
      append(to.read, "$1, ", {value});
    } else {
      auto const makes_array = has_array(type);
      if (makes_array) append(to.body, "  const t$1 = top;\n", {i});
      append(to.body,
             "  const p$1 = $2($3, $4);\n"
             "  if (p$1 !== packed) return $5$6p$1]);\n",
             {i, packer(type), value, offset("at", to.cell), to.resume, to.read});
      append(to.read, makes_array ? "(tail = t$1, $2), " : "$2, ",
             {i, unpacked(type, loaded(type, "at", to.cell))});
    }
    to.cell += cell_count(type);
  }

  /// Elements are reserved first: what reading them calls uses the frame behind them.
  [[gnu::cold]] std::string array_packer(type_description const& type, std::string const& name) {
    auto const& element = *type.parts[0];
    auto const width = cell_count(element);
    auto text = composed(
        "const $1 = (value, at) => {\n"
        "  if (!is_list(value)) return value;\n"
        "  const count = value.length;\n"
        "  if (count >>> 0 !== count) return resume_list(value, count, []);\n"
        "  const start = top;\n"
        "  const end = start + count * $2;\n"
        "  if (!(end <= cells.length)) return value;\n"
        "  cells[at] = count;\n"
        "  top = end;\n"
        "  for (let i = 0; i < count; i++) {\n"
        "    const at = start + i * $2;\n"
        "    const element = value[i];\n",
        {name, width});
    auto const again = composed("(i) => { const at = start + i * $1; return $2; }",
                                {width, unpacked(element, loaded(element, "at", 0))});
    if (is_simple(element))
      append(text, "    if (!($1)) return resume_array(value, count, i, element, $2);\n    $3\n",
             {condition(element, "element"), again, store(element, "element", "at", 0)});
    else
      append(text,
             "    const result = $1(element, at);\n"
             "    if (result !== packed) return resume_array(value, count, i, result, $2);\n",
             {packer(element), again});
    return text + "  }\n  return packed;\n};\n";
  }

  /// A JavaScript expression that unpacks what a packer has left: the same with what unpackers go by.
  std::string unpacked(type_description const& type, std::string const& expression) const {
    return has_text(type) ? composed("(given_texts = texts, $1)", {expression}) : expression;
  }

  bool needs_helpers_ = false;
  numbering types_;
  numbering written_;
  std::string text_;
};

}  // namespace detail
}  // namespace tendon
