#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

#include "../base/text.hpp"
#include "type.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// `at + 3`; without `at` the cells of a call stand at the start of the frame.
inline std::string offset(std::string_view at, std::size_t cells) {
  if (at.empty()) return std::to_string(cells);
  return std::string(at) + (cells > 0 ? " + " + std::to_string(cells) : std::string());
}

inline std::string cell_at(std::string_view at, std::size_t cell) {
  return "cells[" + offset(at, cell) + "]";
}

/// `.name` or `["name"]`.
inline std::string property_access(std::string_view name) {
  return is_typescript_name(name) ? "." + std::string(name) : "[" + quoted(name) + "]";
}

/// Types whose values are looked at and stored without running JavaScript.
constexpr bool is_simple(type_description const& type) {
  switch (type.wire) {
    case wire_kind::none:
    case wire_kind::structure:
    case wire_kind::array:
      return false;
    case wire_kind::optional:
      return is_simple(*type.parts[0]);
    default:
      return true;
  }
}

constexpr bool has_array(type_description const& type) {
  return any_part(type, [](auto const& part) { return part.wire == wire_kind::array; });
}

/// What a number must be beside that, as JavaScript: ` && …`.
inline std::string range_condition(number_range range, std::string const& value) {
  switch (range) {
    case number_range::any:
      break;
    case number_range::float32:
      // What lies between the largest float and the next power of two, half way up.
      return " && (" + value + " < 3.4028235677973366e38 && " + value + " > -3.4028235677973366e38 || " +
             value + " - " + value + " !== 0)";
    case number_range::int8:
      return " && " + value + " << 24 >> 24 === " + value;
    case number_range::uint8:
      return " && (" + value + " & 255) === " + value;
    case number_range::int16:
      return " && " + value + " << 16 >> 16 === " + value;
    case number_range::uint16:
      return " && (" + value + " & 65535) === " + value;
    case number_range::int32:
      return " && (" + value + " | 0) === " + value;
    case number_range::uint32:
      return " && " + value + " >>> 0 === " + value;
    case number_range::safe_integer:
      return " && " + value + " % 1 === 0 && " + value + " <= 9007199254740991 && " + value +
             " >= -9007199254740991";
    case number_range::safe_natural:
      return " && " + value + " % 1 === 0 && " + value + " <= 9007199254740991 && " + value + " >= 0";
  }
  return {};
}

/// Structs whose members are simple or such structs again, and the number of values that reading one gives; 0
/// for other types.
constexpr std::size_t flat_count(type_description const& type) {
  if (type.wire != wire_kind::structure) return 0;
  std::size_t count = 0;
  for (auto const& member : type.members) {
    auto const inner = flat_count(*member.type);
    if (inner == 0 && !is_simple(*member.type)) return 0;
    count += 1 + inner;
  }
  return count;
}

/// What arrays of results are made of: literals, whose elements are their own and so out of reach of setters
/// on prototypes. Longer ones rely on there being none, which is asked first.
inline std::string blank_arrays() {
  std::string text =
      "const blank = (list) => (count) => {\n"
      "  if (count > 1024)\n"
      "    return own_keys(array_prototype)[0] === 'length' && own_keys(object_prototype)[0] === "
      "'constructor'\n"
      "      ? new array(count)\n"
      "      : apply(from, array, [{ __proto__: null, length: count }]);\n"
      "  const result = list[count <= 16 ? 0 : count <= 128 ? 1 : 2]();\n"
      "  result.length = count;\n"
      "  return result;\n"
      "};\n";
  for (auto const numbers : {true, false}) {
    text += numbers ? "const blank_numbers = blank([" : "const blank_values = blank([";
    for (auto const count : {16, 128, 1024}) {
      text += "() => [";
      for (int i = 0; i < count; ++i) text += numbers ? ".5," : "null,";
      text += "], ";
    }
    text += "]);\n";
  }
  return text;
}

/// The parts of the script that know how types travel in the frame: a packer reads a JavaScript value into
/// cells, an unpacker makes one of cells. Each is written once per type. A packer gives `packed`, or the
/// value that the generic tier must get instead: one that gives what was read, and for the rest asks the
/// original.
class wire_script {
 public:
  /// A JavaScript condition: whether the value is of the usual kind. For simple types.
  std::string condition(type_description const& type, std::string const& value) {
    switch (type.wire) {
      case wire_kind::number:
        return "typeof " + value + " === 'number'" + range_condition(type.range, value);
      case wire_kind::boolean:
        return "typeof " + value + " === 'boolean'";
      case wire_kind::enumeration:
        return "typeof " + value + " === 'string' && " + places(type) + "[" + value + "] !== undefined";
      case wire_kind::object:
        return is_object(value);
      case wire_kind::pointer:
        return "(" + value + " === null || " + value + " === undefined || " + is_object(value) + ")";
      default:
        return "(" + value + " === undefined || " + value + " === null || " +
               condition(*type.parts[0], value) + ")";
    }
  }

  /// A JavaScript statement that stores such a value.
  std::string store(type_description const& type, std::string const& value, std::string_view at,
                    std::size_t cell) {
    switch (type.wire) {
      case wire_kind::number:
        return cell_at(at, cell) + " = " + value + ";";
      case wire_kind::boolean:
        return cell_at(at, cell) + " = " + value + " ? 1 : 0;";
      case wire_kind::enumeration:
        return cell_at(at, cell) + " = " + places(type) + "[" + value + "];";
      case wire_kind::object:
        return cell_at(at, cell) + " = " + value + ".#slot;";
      case wire_kind::pointer:
        return cell_at(at, cell) + " = " + value + " === null || " + value +
               " === undefined ? -1 : " + value + ".#slot;";
      default:
        return "if (" + value + " === undefined || " + value + " === null) { " + cell_at(at, cell) +
               " = 0; } else { " + cell_at(at, cell) + " = 1; " + store(*type.parts[0], value, at, cell + 1) +
               " }";
    }
  }

  /// A JavaScript expression: the value that stands at a cell. Not for objects.
  std::string loaded(type_description const& type, std::string_view at, std::size_t cell) {
    auto const place = cell_at(at, cell);
    switch (type.wire) {
      case wire_kind::boolean:
        return place + " !== 0";
      case wire_kind::enumeration:
        return names(type) + "[" + place + "]";
      case wire_kind::optional:
        return "(" + place + " !== 0 ? " + loaded(*type.parts[0], at, cell + 1) + " : undefined)";
      case wire_kind::structure:
      case wire_kind::array:
        return unpacker(type) + "(" + offset(at, cell) + ")";
      default:
        return place;
    }
  }

  /// What reading a flat struct into local variables takes.
  struct flat_reading {
    std::string condition;  ///< reads one member after the other, and looks at each
    std::string stores;
    std::string locals;  ///< `v0_0, v0_1`
  };

  /// Reads a flat struct, all members before anything is stored. `count` counts the members that were read.
  flat_reading read_flat(type_description const& type, std::string const& value, std::string const& prefix,
                         std::string const& count, std::string_view at, std::size_t cell) {
    flat_reading made;
    std::size_t read = 0;
    add_flat(made, type, value, prefix, count, at, cell, read);
    return made;
  }

  /// The name of the constant that `resume_flat` takes for a flat struct.
  std::string shape(type_description const& type) {
    auto const name = "shape_" + id(type);
    if (written_.emplace(name, true).second) text_ += "const " + name + " = " + shape_text(type) + ";\n";
    return name;
  }

  /// The name of the function that packs a type that is not simple.
  std::string packer(type_description const& type) {
    auto const name = "pack_" + id(type);
    if (written_.emplace(name, true).second) text_ += packer_text(type, name);
    return name;
  }

  /// All that was asked for, to stand before its users.
  std::string text() const {
    if (text_.empty()) return {};
    std::string result =
        "const packed = {};\n"
        "let tail = 0;\n"
        "const resume = (object, names, values) => {\n"
        "  const result = {};\n"
        "  for (let i = 0; i < names.length; i++)\n"
        "    defineProperty(result, names[i], i < values.length\n"
        "      ? { __proto__: null, value: values[i] }\n"
        "      : { __proto__: null, get: () => object[names[i]] });\n"
        "  return result;\n"
        "};\n"
        "const resume_flat = (object, shape, values, count) => {\n"
        "  let next = 0;\n"
        "  const copy = (object, shape) => {\n"
        "    const result = {};\n"
        "    for (let i = 0; i < shape.length; i += 2) {\n"
        "      const name = shape[i];\n"
        "      const inner = shape[i + 1];\n"
        "      const is_read = next < count;\n"
        "      const value = is_read ? values[next++] : undefined;\n"
        "      const is_copied = is_read && inner !== null && typeof value === 'object' && value !== null;\n"
        "      defineProperty(result, name, is_read\n"
        "        ? { __proto__: null, value: is_copied ? copy(value, inner) : value }\n"
        "        : { __proto__: null, get: () => object[name] });\n"
        "    }\n"
        "    return result;\n"
        "  };\n"
        "  return copy(object, shape);\n"
        "};\n"
        "const resume_array = (list, count, position, value, read) => {\n"
        "  const result = [];\n"
        "  for (let i = 0; i < count; i++)\n"
        "    defineProperty(result, i, i > position\n"
        "      ? { __proto__: null, get: () => list[i] }\n"
        "      : { __proto__: null, value: i < position ? read(i) : value });\n"
        "  return result;\n"
        "};\n";
    return result + text_;
  }

 private:
  void add_flat(flat_reading& made, type_description const& type, std::string const& value,
                std::string const& prefix, std::string const& count, std::string_view at, std::size_t cell,
                std::size_t& read) {
    made.condition += "typeof " + value + " === 'object' && " + value + " !== null";
    for (auto const& member : type.members) {
      auto const local = prefix + std::to_string(read++);
      made.locals += (made.locals.empty() ? "" : ", ") + local;
      made.condition += " &&\n    (" + count + " = " + std::to_string(read) + ", " + local + " = " + value +
                        property_access(member.name) + ", true) && ";
      if (flat_count(*member.type) > 0) {
        add_flat(made, *member.type, local, prefix, count, at, cell, read);
      } else {
        made.condition += condition(*member.type, local);
        made.stores += "    " + store(*member.type, local, at, cell) + "\n";
      }
      cell += cell_count(*member.type);
    }
  }

  static std::string is_object(std::string const& value) {
    return "typeof " + value + " === 'object' && " + value + " !== null && #slot in " + value;
  }

  /// Types are numbered in the order in which they are met.
  std::string id(type_description const& type) {
    return std::to_string(ids_.emplace(&type, ids_.size()).first->second);
  }

  std::string names(type_description const& type) {
    auto const name = "names_" + id(type);
    if (written_.emplace(name, true).second) {
      text_ += "const " + name + " = [";
      for (auto const each : type.enumerators) text_ += quoted(each) + ", ";
      text_ += "];\n";
    }
    return name;
  }

  std::string places(type_description const& type) {
    auto const name = "places_" + id(type);
    if (written_.emplace(name, true).second) {
      text_ += "const " + name + " = { __proto__: null, ";
      std::size_t place = 0;
      for (auto const each : type.enumerators)
        text_ += "[" + quoted(each) + "]: " + std::to_string(place++) + ", ";
      text_ += "};\n";
    }
    return name;
  }

  std::string unpacker(type_description const& type) {
    auto const name = "unpack_" + id(type);
    if (written_.emplace(name, true).second) {
      auto const made = type.wire == wire_kind::array ? array_unpacker(type) : structure_unpacker(type);
      text_ += "const " + name + " = (at) => " + made + ";\n";
    }
    return name;
  }

  std::string structure_unpacker(type_description const& type) {
    std::string text = "({ ";
    std::size_t cell = 0;
    for (auto const& member : type.members) {
      auto const is_optional = member.type->wire == wire_kind::optional;
      auto const name = "[" + quoted(member.name) + "]: ";
      if (is_optional)
        text += "...(" + cell_at("at", cell) + " !== 0 ? { " + name +
                loaded(*member.type->parts[0], "at", cell + 1) + " } : undefined), ";
      else
        text += (is_identifier(member.name) ? std::string(member.name) + ": " : name) +
                loaded(*member.type, "at", cell) + ", ";
      cell += cell_count(*member.type);
    }
    return text + "})";
  }

  static bool is_identifier(std::string_view name) { return is_typescript_name(name) && name != "__proto__"; }

  static std::string shape_text(type_description const& type) {
    std::string text = "[";
    for (auto const& member : type.members)
      text += quoted(member.name) + ", " +
              (flat_count(*member.type) > 0 ? shape_text(*member.type) : std::string("null")) + ", ";
    return text + "]";
  }

  std::string array_unpacker(type_description const& type) {
    auto const& element = *type.parts[0];
    auto const width = std::to_string(cell_count(element));
    auto const blank = element.wire == wire_kind::number ? "blank_numbers" : "blank_values";
    return "{\n  const count = cells[at];\n  const start = tail;\n  tail = start + count * " + width +
           ";\n  const result = " + blank +
           "(count);\n  for (let i = 0; i < count; i++) {\n    const place = start + i * " + width +
           ";\n    result[i] = " + loaded(element, "place", 0) + ";\n  }\n  return result;\n}";
  }

  std::string packer_text(type_description const& type, std::string const& name) {
    auto const head = "const " + name + " = (value, at) => {\n";
    switch (type.wire) {
      case wire_kind::structure:
        return structure_packer(type, head);
      case wire_kind::array:
        return array_packer(type, head);
      default: {
        auto const inner = packer(*type.parts[0]);
        return head +
               "  if (value === undefined || value === null) {\n    cells[at] = 0;\n    return packed;\n  "
               "}\n" +
               "  cells[at] = 1;\n  return " + inner + "(value, at + 1);\n};\n";
      }
    }
  }

  std::string structure_packer(type_description const& type, std::string const& head) {
    auto const members = "members_" + id(type);
    std::string list, body, read;
    std::size_t cell = 0;
    std::size_t i = 0;
    for (auto const& member : type.members) {
      auto const value = "v" + std::to_string(i++);
      list += quoted(member.name) + ", ";
      body += "  const " + value + " = value[" + quoted(member.name) + "];\n";
      if (is_simple(*member.type)) {
        body += "  if (!(" + condition(*member.type, value) + ")) return resume(value, " + members + ", [" +
                read + value + "]);\n  " + store(*member.type, value, "at", cell) + "\n";
      } else {
        auto const result = "p" + std::to_string(i);
        if (has_array(*member.type)) body += "  const t" + std::to_string(i) + " = top;\n";
        body += "  const " + result + " = " + packer(*member.type) + "(" + value + ", " + offset("at", cell) +
                ");\n  if (" + result + " !== packed) return resume(value, " + members + ", [" + read +
                result + "]);\n";
      }
      read += is_simple(*member.type) ? value
              : has_array(*member.type)
                  ? "(tail = t" + std::to_string(i) + ", " + loaded(*member.type, "at", cell) + ")"
                  : loaded(*member.type, "at", cell);
      read += ", ";
      cell += cell_count(*member.type);
    }
    return "const " + members + " = [" + list + "];\n" + head +
           "  if (typeof value !== 'object' || value === null) return value;\n" + body +
           "  return packed;\n};\n";
  }

  /// Elements are reserved first: what reading them calls uses the frame behind them.
  std::string array_packer(type_description const& type, std::string const& head) {
    auto const& element = *type.parts[0];
    auto const width = cell_count(element);
    auto text = head +
                "  if (!is_list(value)) return value;\n"
                "  const count = value.length;\n"
                "  const start = top;\n"
                "  const end = start + count * " +
                std::to_string(width) +
                ";\n"
                "  if (!(end <= cells.length)) return value;\n"
                "  cells[at] = count;\n"
                "  top = end;\n"
                "  for (let i = 0; i < count; i++) {\n"
                "    const at = start + i * " +
                std::to_string(width) + ";\n    const element = value[i];\n";
    auto const again = "(i) => { const at = start + i * " + std::to_string(width) + "; return " +
                       loaded(element, "at", 0) + "; }";
    if (is_simple(element))
      text += "    if (!(" + condition(element, "element") +
              ")) return resume_array(value, count, i, element, " + again + ");\n    " +
              store(element, "element", "at", 0) + "\n";
    else
      text += "    const result = " + packer(element) +
              "(element, at);\n    if (result !== packed) return resume_array(value, count, i, result, " +
              again + ");\n";
    return text + "  }\n  return packed;\n};\n";
  }

  std::unordered_map<type_description const*, std::size_t> ids_;
  std::unordered_map<std::string, bool> written_;
  std::string text_;
};

}  // namespace detail
}  // namespace tendon
