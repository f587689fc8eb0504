#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "../base/text.hpp"
#include "class_properties.hpp"
#include "description.hpp"
#include "member_names.hpp"
#include "type_names.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// Writes the declarations of one addon. With `module.exports = f` everything else stands in a namespace that
/// is merged with the function `f`.
class typings_writer {
 public:
  explicit typings_writer(description const& addon) : addon_(addon), names_(addon) {}

  [[gnu::cold]] std::string write() && {
    // What `[Symbol.dispose]` needs in older targets.
    if (!addon_.classes.empty()) line("/// <reference lib=\"esnext.disposable\" />");
    if (addon_.assignment == description::none) {
      members(description::none);
      if (out_.empty()) out_ = "export {};\n";
      return std::move(out_);
    }
    auto const& function = addon_.functions[addon_.assignment];
    std::string const name = is_typescript_name(function.name) ? function.name : "exported";
    scope_ = composed("$1.", {name});
    declare(function, composed("declare function $1", {name}));
    scope_.clear();
    if (!names_.interfaces().empty() || !addon_.exports.empty()) {
      line("declare namespace $1 {", {name});
      block([&] { members(description::none); });
    }
    line("export = $1;", {name});
    return std::move(out_);
  }

 private:
  /// The exports of the addon itself or of a submodule.
  [[gnu::cold]] void members(std::size_t module) {
    for (auto const& use : names_.interfaces())
      if (use.module == module) declare(use);
    for (auto const& entry : addon_.exports) {
      if (entry.module != module) continue;
      if (entry.kind == description::export_kind::submodule) {
        declare_submodule(entry.index);
        continue;
      }
      auto const name = addon_.name_of(entry);
      auto const plain = is_typescript_name(name);
      auto const local = plain ? std::string(name) : unused_name();
      auto const* const prefix = plain ? "export " : indent_.empty() ? "declare " : "";
      if (entry.kind == description::export_kind::class_type) {
        declare(addon_.classes[entry.index], prefix);
        continue;
      }
      if (entry.kind == description::export_kind::error_type) {
        declare(addon_.errors[entry.index], prefix);
        continue;
      }
      if (entry.kind == description::export_kind::enumeration) {
        declare(addon_.enums[entry.index]);
        continue;
      }
      if (entry.kind == description::export_kind::function)
        declare(addon_.functions[entry.index], composed("$1function $2", {prefix, local}));
      else
        declare(addon_.values[entry.index], composed("$1const $2", {prefix, local}));
      if (!plain)
        line("export { $1 as $2 };", {local, is_reserved_word(name) ? piece(name) : in_quotes(name)});
    }
  }

  [[gnu::cold]] void declare_submodule(std::size_t module) {
    auto const& made = addon_.modules[module];
    comment(made.doc);
    line("export namespace $1 {", {made.name});
    block([&] { members(module); });
  }

  /// A name for a declaration whose export has one that can't be declared.
  std::string unused_name() {
    auto const exports = [this](std::string_view name) {
      return std::any_of(addon_.exports.begin(), addon_.exports.end(),
                         [&](auto const& entry) { return addon_.name_of(entry) == name; });
    };
    std::string result;
    do result = composed("export_$1", {++unnamed_});
    while (exports(result));
    return result;
  }

  [[gnu::cold]] void declare(type_names::interface_use const& use) {
    auto const& type = *use.type;
    if (names_.has_two(use)) {
      declare_interface(type, direction::in);
      declare_interface(type, direction::out);
    } else {
      declare_interface(type, use.in ? direction::in : direction::out);
    }
  }

  [[gnu::cold]] void declare_interface(type_description const& type, direction way) {
    auto const readonly = way == direction::in && names_.differs(type);
    auto const* const exported = names_.exported().find(type);
    if (exported) comment(exported->doc);
    line("export interface $1 {", {names_.interface_name(type, way)});
    block([&] {
      for (std::size_t i = 0; i < type.members.size(); ++i) {
        auto const& member = type.members[i];
        auto const has_default = way == direction::in && exported && exported->members[i].may_be_absent;
        if (exported) comment(exported->members[i], has_default);
        line("$1$2$3: $4;",
             {readonly ? "readonly " : "", member.name, has_default || member.type->optional ? "?" : "",
              member_text(*member.type, way, has_default)});
      }
    });
  }

  [[gnu::cold]] void declare(function_description const& function, std::string_view head) {
    for (auto const& each : function.overloads) {
      comment(each);
      line("$1($2): $3;", {head, parameters(each), result(each)});
    }
  }

  std::string member_text(type_description const& type, direction way, bool has_default) const {
    auto text = names_.text(type, way);
    if (type.optional) return way == direction::out ? std::string(without_undefined(text)) : text;
    return has_default ? type_names::with_undefined(text) : text;
  }

  [[gnu::cold]] void comment(struct_description::member const& member, bool has_default) {
    auto text = member.doc;
    if (has_default && !member.default_literal.empty())
      append(text, text.empty() ? "@defaultValue $1" : "\n@defaultValue $1", {member.default_literal});
    comment(std::move(text));
  }

  [[gnu::cold]] void declare(error_description const& exported, std::string_view head) {
    comment(exported.doc);
    auto const base =
        exported.base == description::none
            ? std::string("Error")
            : path_of(addon_, module_of(addon_, description::export_kind::error_type, exported.base))
                  .append(addon_.errors[exported.base].name);
    line("$1class $2 extends $3 {", {head, exported.name, base});
    block([&] {
      if (!exported.code.empty()) line("code: string;");
      for (auto const& each : exported.properties) {
        comment(each.doc);
        line("$1: $2;", {property_name(each.name), names_.text(*each.type, direction::out)});
      }
    });
  }

  [[gnu::cold]] void declare(enum_description const& exported) {
    comment(exported.doc);
    line("export const $1: {", {exported.name});
    block(
        [&] {
          for (auto const& each : exported.enumerators)
            line("readonly $1: $2;", {property_name(each.name), each.literal});
        },
        "};");
    line("export type $1 = $2;", {exported.name, names_.values_of(*exported.type)});
  }

  /// `head` stands before the name of the class: `export ` or nothing.
  [[gnu::cold]] void declare(class_description const& made, std::string_view head) {
    auto const has_constructor = made.constructor != description::none;
    if (made.callable_without_new && has_constructor)
      for (auto const& each : addon_.functions[made.constructor].overloads) {
        comment(each);
        line("$1function $2($3): $2;", {head, made.name, parameters(each)});
      }
    comment(made.doc);
    auto const heritage = made.bases.empty()
                              ? std::string()
                              : composed(" extends $1", {names_.class_name(made.bases.front().index)});
    line("$1$2 $3$4 {",
         {head, made.is_abstract && has_constructor ? "abstract class" : "class", made.name, heritage});
    block([&] {
      // What merely has the same members is refused, by TypeScript as well.
      line("#private;");
      if (!has_constructor) line(made.is_extended ? "protected constructor();" : "private constructor();");
      if (has_constructor)
        for (auto const& each : addon_.functions[made.constructor].overloads) {
          comment(each);
          line("constructor($1);", {parameters(each)});
        }
      for (auto const& each : made.members) declare(each);
      declare_copied(made);
      declare_json(made);
      if (made.bases.empty()) line("[Symbol.dispose](): void;");
    });
  }

  /// `toJSON`, where a class has it by itself.
  [[gnu::cold]] void declare_json(class_description const& made) {
    shown_properties const properties(addon_, made);
    if (!properties.has_json) return;
    std::string members;
    for (auto const* each : properties.all)
      append(members, members.empty() ? "$1: $2" : "; $1: $2",
             {property_name(each->name), result(addon_.functions[each->index].overloads.front())});
    line("toJSON(): { $1 };", {members});
  }

  static std::string property_name(std::string_view name) {
    return is_typescript_name(name) || is_reserved_word(name) ? std::string(name) : quoted(name);
  }

  /// The members that a class has of all bases but the first.
  [[gnu::cold]] void declare_copied(class_description const& made) {
    if (made.bases.size() < 2) return;
    member_names known;
    for (auto const& each : made.members) known.add(each);
    add_members(known, addon_.classes[made.bases.front().index], false);
    for (std::size_t i = 1; i < made.bases.size(); ++i)
      add_members(known, addon_.classes[made.bases[i].index], true);
  }

  /// Those of a class and of all its bases.
  void add_members(member_names& known, class_description const& made, bool declares) {
    for (auto const& each : made.members)
      if (known.add(each) && declares) declare(each);
    for (auto const& base : made.bases) add_members(known, addon_.classes[base.index], declares);
  }

  [[gnu::cold]] void declare(class_member const& member) {
    auto const name = property_name(member.name);
    switch (member.form) {
      case class_member::kind::method:
        return declare(addon_.functions[member.index], name);
      case class_member::kind::static_method:
        return declare(addon_.functions[member.index], composed("static $1", {name}));
      case class_member::kind::constant:
        return declare(addon_.values[member.index], composed("static readonly $1", {name}));
      case class_member::kind::iterator:
        return line("[Symbol.iterator](): ArrayIterator<$1>;",
                    {names_.text(*addon_.functions[member.index].overloads.front().result->parts[0],
                                 direction::out)});
      case class_member::kind::accessor:
        break;
    }
    auto const& getter = addon_.functions[member.index].overloads.front();
    comment(getter);
    line("get $1(): $2;", {name, result(getter)});
    if (member.setter == description::none) return;
    auto const& setter = addon_.functions[member.setter].overloads.front();
    // A value is always assigned, be it `undefined`.
    line("set $1($2);", {name, names_.parameters(setter, setter.parameters.size(), scope_)});
  }

  [[gnu::cold]] void declare(value_description const& value, std::string_view head) {
    comment(value.source);
    auto const shows_literal = value.source.result_ts.empty() && is_literal_type(value.literal);
    line("$1: $2;", {head, shows_literal ? value.literal : result(value.source)});
  }

  /// Whether TypeScript takes the literal as a type: strings, booleans and finite numbers, not NaN or [1, 2].
  static bool is_literal_type(std::string_view text) {
    if (text == "true" || text == "false") return true;
    if (text.starts_with('"')) return true;
    if (text.starts_with('-')) text.remove_prefix(1);
    return !text.empty() && text[0] >= '0' && text[0] <= '9';
  }

  [[gnu::cold]] std::string parameters(signature_description const& signature) const {
    return names_.parameters(signature, signature.required(), scope_);
  }

  std::string result(signature_description const& signature) const {
    if (!signature.result_ts.empty()) return signature.result_ts;
    return composed(signature.nullable ? "$1 | null" : "$1",
                    {names_.text(*signature.result, direction::out, scope_)});
  }

  /// The JSDoc comment: the text of doc(…), then the defaults.
  [[gnu::cold]] void comment(signature_description const& signature) {
    std::string text = signature.doc;
    for (auto const& each : signature.parameters) {
      if (each.default_literal.empty()) continue;
      if (!text.empty()) text += '\n';
      append(text, "@defaultValue $1 = $2", {each.name, each.default_literal});
    }
    comment(std::move(text));
  }

  [[gnu::cold]] void comment(std::string text) {
    if (text.empty()) return;
    for (std::size_t at = 0; (at = text.find("*/", at)) != std::string::npos; at += 3)
      text.insert(at + 1, "\\");
    if (text.find('\n') == std::string::npos) return line("/** $1 */", {text});
    line("/**");
    for (std::size_t start = 0; start <= text.size();) {
      auto const end = std::min(text.find('\n', start), text.size());
      line(end == start ? " *" : " * $1", {std::string_view(text).substr(start, end - start)});
      start = end + 1;
    }
    line(" */");
  }

  /// The lines that `body` writes, indented, and the end of what they stand in.
  template <class Body>
  void block(Body const& body, char const* end = "}") {
    indent_ += "  ";
    body();
    indent_.resize(indent_.size() - 2);
    line(end);
  }

  void line(char const* pattern, std::initializer_list<piece> pieces = {}) {
    out_ += indent_;
    append(out_, pattern, pieces);
    out_ += '\n';
  }

  description const& addon_;
  type_names names_;
  std::string out_;
  std::string indent_;
  std::string scope_;
  std::size_t unnamed_ = 0;
};

/// The TypeScript declarations of an addon. Never computed at load: only when somebody asks for them.
[[gnu::cold]] inline std::string write_typings(description const& addon) {
  return typings_writer(addon).write();
}

}  // namespace detail
}  // namespace tendon
