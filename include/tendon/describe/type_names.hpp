#pragma once

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../base/pretty_name.hpp"
#include "../base/text.hpp"
#include "description.hpp"
#include "exported_structs.hpp"
#include "hierarchy.hpp"
#include "modules.hpp"
#include "numbering.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// Which way a value travels. Parameters of a callback travel the other way than the callback itself.
enum class direction { in, out };

constexpr direction opposite(direction way) { return way == direction::in ? direction::out : direction::in; }

inline constexpr std::string_view or_undefined = " | undefined";

constexpr std::string_view without_undefined(std::string_view type) {
  return type.ends_with(or_undefined) ? type.substr(0, type.size() - or_undefined.size()) : type;
}

/// `a::b::point` as `a_b_point`, without the words that compilers put for unnamed scopes.
inline std::string as_identifier(std::string_view cpp_name) {
  std::string result;
  bool gap = false;
  for (std::size_t i = 0; i < cpp_name.size(); ++i) {
    if (cpp_name[i] == '(' || cpp_name[i] == '{')
      while (i + 1 < cpp_name.size() && cpp_name[i] != ')' && cpp_name[i] != '}') ++i;
    if (!is_identifier_character(cpp_name[i])) {
      gap = !result.empty();
      continue;
    }
    if (std::exchange(gap, false)) result += '_';
    result += cpp_name[i];
  }
  return result;
}

/// Whether an interface can be declared so. Beside the words of TypeScript, types that casters write are
/// taken.
[[gnu::cold]] inline bool is_interface_name(std::string_view name) {
  constexpr std::string_view taken[] = {
      "any",         "bigint",        "boolean",        "never",        "number",       "object",
      "string",      "symbol",        "undefined",      "unknown",      "Array",        "ArrayBuffer",
      "Date",        "Int8Array",     "Uint8Array",     "Int16Array",   "Uint16Array",  "Int32Array",
      "Uint32Array", "BigInt64Array", "BigUint64Array", "Float32Array", "Float64Array", "Map",
      "Promise",     "ReadonlyMap",   "ReadonlySet",    "Readonly",     "Record",       "Set",
      "DataView",
  };
  return is_typescript_name(name) && std::find(std::begin(taken), std::end(taken), name) == std::end(taken);
}

/// The interfaces of an addon and the text of every type in it.
class type_names {
 public:
  explicit type_names(description const& addon) : exported_(addon.structs) {
    for (auto const& each : addon.classes)
      if (classes_.add(*each.type).is_new) class_names_.push_back(each.name);
    for (auto const& each : addon.enums)
      if (enums_.add(*each.type).is_new) enum_names_.push_back(each.name);
    for (auto const& names : {class_names_, enum_names_})
      for (auto const& name : names) other_names_.add(name);
    for (auto const& entry : addon.exports) qualify(addon, entry);
    for (auto const& function : addon.functions)
      for (auto const& each : function.overloads) collect(each);
    for (auto const& value : addon.values) collect(value.source);
    for (auto const& each : addon.modules) other_names_.add(each.name);
    for (auto const& error : addon.errors) other_names_.add(error.name);
    for (auto const& error : addon.errors)
      for (auto const& each : error.properties) collect(*each.type, direction::out);
    for (auto const& each : addon.structs)
      if (structs_.find(*each.type) == numbering::none) collect(*each.type, direction::out);
    find_also_passed(addon);
    name_interfaces();
    for (auto& each : interfaces_)
      if (auto const* const found = exported_.find(*each.type)) {
        each.module = found->module;
        each.path = path_of(addon, found->module);
      }
  }

  struct interface_use {
    type_description const* type;
    bool in = false;
    bool out = false;
    std::string name = {};
    std::string input_name = {};  ///< of the interface for what JavaScript passes, when there are two
    std::size_t module = description::none;  ///< the submodule that declares it
    std::string path = {};                   ///< of that
  };

  /// In the order of first use; exported ones that nothing uses come last.
  std::vector<interface_use> const& interfaces() const { return interfaces_; }

  /// Whether JavaScript may pass more than C++ gives, so that one interface does not serve both ways.
  [[gnu::cold]] bool differs(type_description const& type) const { return differs(type, nullptr); }

  /// The type as TypeScript. `scope` is put before the names of interfaces.
  [[gnu::cold]] std::string text(type_description const& type, direction way,
                                 std::string_view scope = {}) const {
    if (auto const number = enums_.find(type); number != numbering::none)
      return composed("$1$2", {scope, enum_names_[number]});
    switch (type.form) {
      case type_description::kind::enumeration:
        return union_of(type);
      case type_description::kind::aggregate:
        return composed("$1$2$3", {scope, interfaces_[structs_.find(type)].path, interface_name(type, way)});
      case type_description::kind::function:
        return function_type(type, way, scope);
      case type_description::kind::object:
        return class_text(classes_.find(type), way, scope);
      case type_description::kind::alternatives:
        return union_of_parts(type, way, scope);
      case type_description::kind::pointer:
      case type_description::kind::text:
        break;
    }
    return filled(type, way, scope);
  }

  /// The name of a class, as other declarations refer to it.
  std::string const& class_name(std::size_t index) const { return class_names_[index]; }

  /// What values of an exported enum are.
  std::string values_of(type_description const& type) const {
    return type.form == type_description::kind::enumeration ? union_of(type) : std::string(type.ts_out);
  }

  /// The type of one argument that a parameter takes.
  [[gnu::cold]] std::string argument(parameter_description const& parameter) const {
    return parameter.ts.empty() ? text(parameter.argument_type(), direction::in) : parameter.ts;
  }

  /// The parameters of a function as TypeScript. Those from `required` on may be left out.
  [[gnu::cold]] std::string parameters(signature_description const& signature, std::size_t required,
                                       std::string_view scope = {}) const {
    std::string result;
    for (std::size_t i = 0; i < signature.parameters.size(); ++i) {
      auto const& each = signature.parameters[i];
      auto const own = each.ts.empty() ? text(*each.type, direction::in, scope) : each.ts;
      auto const leaves_out = i >= required && each.ts.empty() && each.type->optional;
      if (i > 0) result += ", ";
      append(result,
             each.type->takes_rest ? "...$1: $2"
             : i < required        ? "$1: $2"
                                   : "$1?: $2",
             {each.name, leaves_out ? without_undefined(own) : own});
    }
    return result;
  }

  std::string interface_name(type_description const& type, direction way) const {
    auto const& use = interfaces_[structs_.find(type)];
    return way == direction::in && has_two(use) ? use.input_name : use.name;
  }

  /// What the addon says of its structs.
  exported_structs const& exported() const { return exported_; }

  /// The type of a member that may be absent in what JavaScript passes.
  static std::string with_undefined(std::string_view text) {
    return composed(is_arrow(text) ? "($1)$2" : "$1$2", {text, or_undefined});
  }

  /// Whether a struct has one interface for each direction.
  bool has_two(interface_use const& use) const { return use.in && use.out && differs(*use.type); }

 private:
  /// Puts the submodule of a class or enum before its name.
  [[gnu::cold]] void qualify(description const& addon, description::export_entry const& entry) {
    if (entry.kind == description::export_kind::class_type)
      class_names_[entry.index].insert(0, path_of(addon, entry.module));
    if (entry.kind == description::export_kind::enumeration)
      enum_names_[entry.index].insert(0, path_of(addon, entry.module));
  }

  [[gnu::cold]] void collect(signature_description const& signature) {
    for (auto const& each : signature.parameters)
      if (each.ts.empty()) collect(*each.type, direction::in);
    if (signature.result_ts.empty()) collect(*signature.result, direction::out);
  }

  [[gnu::cold]] void collect(type_description const& type, direction way) {
    if (type.form == type_description::kind::aggregate) {
      auto const [number, is_new] = structs_.add(type);
      if (is_new) interfaces_.push_back({&type});
      auto& used = way == direction::in ? interfaces_[number].in : interfaces_[number].out;
      if (std::exchange(used, true)) return;
      for (auto const& each : type.members) collect(*each.type, way);
      return;
    }
    for (std::size_t i = 0; i < type.parts.size(); ++i) {
      auto const flips = type.form == type_description::kind::function && i > 0;
      collect(*type.parts[i], flips ? opposite(way) : way);
    }
  }

  /// The name that it is exported as. Else the unqualified C++ name, or the qualified one where that is
  /// taken; where that is taken too, with `_` behind.
  [[gnu::cold]] void name_interfaces() {
    numbering names;
    std::vector<std::size_t> count;  // of the structs that have the name
    for (auto const& each : interfaces_) {
      if (exported_.find(*each.type)) continue;
      auto const [number, is_new] = names.add(as_identifier(last_component(each.type->cpp_name)));
      if (is_new) count.push_back(0);
      ++count[number];
    }
    numbering taken = other_names_;
    auto const is_taken = [&taken](std::string_view name) { return taken.find(name) != numbering::none; };
    for (auto& each : interfaces_)
      if (auto const* const found = exported_.find(*each.type)) taken.add(each.name = found->name);
    for (auto& each : interfaces_) {
      if (each.name.empty()) continue;
      each.input_name = each.name + "Input";
      while (has_two(each) && is_taken(each.input_name)) each.input_name += '_';
      if (has_two(each)) taken.add(each.input_name);
    }
    for (auto& each : interfaces_) {
      if (!each.name.empty()) continue;
      auto& name = each.name = as_identifier(last_component(each.type->cpp_name));
      if (count[names.find(name)] > 1 || !is_interface_name(name)) name = as_identifier(each.type->cpp_name);
      while (!is_interface_name(name) || is_taken(name) || (has_two(each) && is_taken(name + "Input")))
        name += '_';
      taken.add(name);
      each.input_name = name + "Input";
      if (has_two(each)) taken.add(each.input_name);
    }
  }

  [[gnu::cold]] bool differs(type_description const& type, type_trail const* outer) const {
    if (outer && outer->has(&type)) return false;
    type_trail const here{&type, outer};
    if (type.ts_in != type.ts_out) return true;
    if (type.form == type_description::kind::object && !also_passed_[classes_.find(type)].empty())
      return true;
    if (exported_.has_defaults(type)) return true;
    for (auto const* part : type.parts)
      if (differs(*part, &here)) return true;
    for (auto const& member : type.members)
      if (differs(*member.type, &here)) return true;
    return false;
  }

  /// JavaScript may also pass objects of classes that are no such class in JavaScript, since it is not their
  /// first base.
  [[gnu::cold]] std::string class_text(std::size_t number, direction way, std::string_view scope) const {
    auto result = composed("$1$2", {scope, class_names_[number]});
    if (way == direction::in)
      for (auto const each : also_passed_[number]) append(result, " | $1$2", {scope, class_names_[each]});
    return result;
  }

  [[gnu::cold]] void find_also_passed(description const& addon) {
    also_passed_.resize(addon.classes.size());
    for (auto const index : classes_in_order(addon))
      for (std::size_t i = 0; i < addon.classes.size(); ++i) {
        if (!extends(addon, addon.classes[index], *addon.classes[i].type)) continue;
        auto& known = also_passed_[i];
        auto const is_known = [&](std::size_t other) { return extends_in_js(addon, index, other); };
        if (!is_known(i) && std::none_of(known.begin(), known.end(), is_known)) known.push_back(index);
      }
  }

  static std::string union_of(type_description const& type) {
    std::string result;
    for (auto const name : type.enumerators)
      append(result, result.empty() ? "$1" : " | $1", {in_quotes(name)});
    return result;
  }

  /// What several parts take is said once.
  [[gnu::cold]] std::string union_of_parts(type_description const& type, direction way,
                                           std::string_view scope) const {
    numbering terms;
    std::string result;
    auto const add = [&](std::string_view term) {
      if (terms.add(term).is_new) append(result, result.empty() ? "$1" : " | $1", {term});
    };
    for (auto const* part : type.parts) {
      auto const whole = text(*part, way, scope);
      if (is_arrow(whole)) {
        add(composed("($1)", {whole}));
        continue;
      }
      for (std::string_view rest = whole; !rest.empty();) add(take_union_term(rest));
    }
    return result;
  }

  [[gnu::cold]] std::string function_type(type_description const& type, direction way,
                                          std::string_view scope) const {
    std::string result = "(";
    for (std::size_t i = 1; i < type.parts.size(); ++i) {
      if (i > 1) result += ", ";
      append(result, "arg$1: $2", {i - 1, text(*type.parts[i], opposite(way), scope)});
    }
    append(result, ") => $1", {text(*type.parts[0], way, scope)});
    return result;
  }

  /// Replaces each `$` by the text of the next part, in parentheses where TypeScript needs them.
  [[gnu::cold]] std::string filled(type_description const& type, direction way,
                                   std::string_view scope) const {
    auto const pattern = way == direction::in ? type.ts_in : type.ts_out;
    std::string result;
    std::size_t part = 0;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
      if (!is_placeholder(pattern, i)) {
        result += pattern[i];
        continue;
      }
      auto const& inner = *type.parts[part++];
      auto const filling = text(inner, way, scope);
      auto const rest = pattern.substr(i + 1);
      auto const in_union = rest.starts_with(" |") || pattern.substr(0, i).ends_with("| ");
      auto const wrap = rest.starts_with("[]") ? is_compound(filling) : in_union && is_arrow(filling);
      append(result, wrap ? "($1)" : "$1", {filling});
    }
    return result;
  }

  /// Whether it is the type of a function, whose result would take in what follows in a union.
  static bool is_arrow(std::string_view text) {
    int depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (depth == 0 && text.substr(i).starts_with(" => ")) return true;
      if (text[i] == '(' || text[i] == '<') ++depth;
      if (text[i] == ')' || (text[i] == '>' && text[i - 1] != '=')) --depth;
    }
    return false;
  }

  /// Whether `[]` after it would bind to a part of it only.
  static bool is_compound(std::string_view text) {
    int depth = 0;
    for (char const each : text) {
      if (each == '(' || each == '<' || each == '[' || each == '{') ++depth;
      if (each == ')' || each == ']' || each == '}' || each == '>') --depth;
      if (depth == 0 && each == ' ') return true;
    }
    return false;
  }

  exported_structs exported_;
  numbering structs_;
  std::vector<interface_use> interfaces_;  ///< by the numbers of the structs
  numbering other_names_;                  ///< that no interface may have
  numbering enums_;
  std::vector<std::string> enum_names_;  ///< as others refer to them, by the numbers of the enums
  numbering classes_;
  std::vector<std::string> class_names_;               ///< the same of the classes
  std::vector<std::vector<std::size_t>> also_passed_;  ///< classes by their numbers
};

}  // namespace detail
}  // namespace tendon
