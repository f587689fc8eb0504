#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "../base/text.hpp"
#include "description.hpp"
#include "hierarchy.hpp"
#include "member_names.hpp"
#include "numbering.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// How messages name a function: `area()`, `Counter()`, `Counter.next()`, `Counter.value` for an accessor.
[[gnu::cold]] inline std::string label_of(description const& addon, function_description const& function) {
  switch (function.kind) {
    case function_kind::function:
      return composed("$1()", {function.name});
    case function_kind::constructor:
      return composed("$1()", {addon.classes[function.owner].name});
    case function_kind::getter:
    case function_kind::setter:
      return composed("$1.$2", {addon.classes[function.owner].name, function.name});
    case function_kind::method:
    case function_kind::static_method:
    case function_kind::dispose:
      break;
  }
  if (function.name.starts_with('['))
    return composed("$1$2()", {addon.classes[function.owner].name, function.name});
  return composed("$1.$2()", {addon.classes[function.owner].name, function.name});
}

[[noreturn]] inline void throw_not_wrapped(std::string const& user, type_description const& type) {
  auto const& name = type.cpp_name;
  auto const* const why = type.fault.empty() ? "" : " (it is no plain struct: $1)";
  throw_describe_error(
      "$1: the class $2 is used, but not wrapped; describe it with wrap_class<$3>, or specialise "
      "tendon::caster for it$4",
      {user, in_quotes(name), name, composed(why, {type.fault})});
}

[[noreturn]] inline void throw_crosses_as_struct(std::string const& user, class_description const& wrapped) {
  auto const& name = wrapped.type->cpp_name;
  throw_describe_error(
      "$1: $2 is wrapped, but crosses as a plain struct here; set tendon::is_wrapped<$3> to true before its "
      "first use",
      {user, in_quotes(name), name});
}

/// Looks at every type that crosses the border, each once: classes must be wrapped.
class used_classes {
 public:
  explicit used_classes(description& addon) : addon_(addon) {
    for (auto const& each : addon.classes) {
      if (!classes_.add(*each.type).is_new)
        throw_describe_error("the class $1 is wrapped twice", {in_quotes(each.type->cpp_name)});
      if (each.plain_type && plain_types_.add(*each.plain_type).is_new)
        classes_of_plain_types_.push_back(&each);
    }
  }

  void check(struct_description const& exported) { check(exported.name, *exported.type); }

  void check(error_description const& exported) {
    for (auto const& each : exported.properties)
      check(composed("$1.$2", {exported.name, each.name}), *each.type);
  }

  [[gnu::cold]] void check(std::string const& user, signature_description const& signature) {
    for (auto const& each : signature.parameters) check(user, *each.type);
    check(user, *signature.result);
    if (signature.result_ownership == ownership::borrowed ||
        signature.result_ownership == ownership::unmanaged)
      identify(*signature.result);
  }

 private:
  [[gnu::cold]] void check(std::string const& user, type_description const& type) {
    if (!seen_.add(type).is_new) return;
    if (type.form == type_description::kind::object && classes_.find(type) == numbering::none)
      throw_not_wrapped(user, type);
    if (auto const found = plain_types_.find(type); found != numbering::none)
      throw_crosses_as_struct(user, *classes_of_plain_types_[found]);
    if (type.shared) identify(*type.parts[0]);
    for (auto const* part : type.parts) check(user, *part);
    for (auto const& member : type.members) check(user, *member.type);
  }

  /// Objects of the classes in `type` can come back to JavaScript.
  [[gnu::cold]] void identify(type_description const& type, type_trail const* outer = nullptr) {
    if (outer && outer->has(&type)) return;
    auto const found = classes_.find(type);
    if (found != numbering::none) addon_.classes[found].identified = true;
    type_trail const here{&type, outer};
    for (auto const* part : type.parts) identify(*part, &here);
    for (auto const& member : type.members) identify(*member.type, &here);
  }

  description& addon_;
  numbering classes_;  ///< numbered as in the description
  numbering plain_types_;
  std::vector<class_description const*> classes_of_plain_types_;
  numbering seen_;
};

/// Gives a class what it has by itself, where the block has nothing of that name.
[[gnu::cold]] inline void add_automatic_members(class_description& wrapped) {
  for (auto& each : wrapped.automatic) {
    auto const is_taken = [&each](auto const& known) {
      return !known.is_static() && known.name == each.name;
    };
    if (std::any_of(wrapped.members.begin(), wrapped.members.end(), is_taken)) continue;
    wrapped.is_printed = wrapped.is_printed || each.form == class_member::kind::method;
    wrapped.members.push_back(std::move(each));
  }
  wrapped.automatic.clear();
}

[[gnu::cold]] inline void check_member_names(class_description const& wrapped) {
  member_names names;
  for (auto const& each : wrapped.members) {
    auto const name = in_quotes(each.name);
    auto const whose = in_quotes(wrapped.name);
    if (each.name.empty()) throw_describe_error("a member of $1 has an empty name", {whose});
    if (each.name == (each.is_static() ? "prototype" : "constructor"))
      throw_describe_error("a member of $1 can't be named $2", {whose, name});
    if (!names.add(each)) throw_describe_error("two members of $1 are named $2", {whose, name});
  }
}

/// Finds the wrapped bases of all classes.
[[gnu::cold]] inline void check_bases(description& addon) {
  numbering classes;
  for (auto const& each : addon.classes) (void)classes.add(*each.type);
  for (auto& extending : addon.classes) {
    auto const name = in_quotes(extending.name);
    if (extending.callable_without_new && !extending.bases.empty())
      throw_describe_error("$1 extends another class, and so can't be callable without new", {name});
    numbering bases;
    for (auto& each : extending.bases) {
      auto const cpp_name = each.type->cpp_name;
      if (!bases.add(*each.type).is_new)
        throw_describe_error("$1 extends the class $2 twice", {name, in_quotes(cpp_name)});
      each.index = classes.find(*each.type);
      if (each.index == numbering::none)
        throw_describe_error("$1 extends the class $2, which is not wrapped; describe it with wrap_class<$3>",
                             {name, in_quotes(cpp_name), cpp_name});
      addon.classes[each.index].is_extended = true;
    }
  }
  for (auto const& each : addon.classes)
    if (each.tag.down && !extends(addon, each, *each.tag.from))
      throw_describe_error("dynamic_type of $1 looks at objects of $2, which is no wrapped base of it",
                           {in_quotes(each.name), in_quotes(each.tag.from->cpp_name)});
}

/// Objects of a class that extends others can come back as theirs.
[[gnu::cold]] inline void identify_extending(description& addon) {
  for (auto const index : classes_in_order(addon)) {
    auto& each = addon.classes[index];
    for (auto const& base : each.bases)
      each.identified = each.identified || addon.classes[base.index].identified;
  }
}

/// Methods of bases can be overridden as well.
[[gnu::cold]] inline void find_overridable(description& addon) {
  for (auto const& each : addon.classes) {
    if (!each.is_overridable) continue;
    for (auto& function : addon.functions) {
      if (function.kind != function_kind::method) continue;
      auto const& owner = *addon.classes[function.owner].type;
      if (each.type == &owner || extends(addon, each, owner)) function.is_overridable = true;
    }
  }
}

[[gnu::cold]] inline void check_classes(description& addon) {
  check_bases(addon);
  for (auto& each : addon.classes) {
    add_automatic_members(each);
    if (!is_typescript_name(each.name))
      throw_describe_error("$1 can't name a class in TypeScript", {in_quotes(each.name)});
    check_member_names(each);
  }
  used_classes used(addon);
  for (auto const& function : addon.functions)
    for (auto const& each : function.overloads) used.check(function.label, each);
  for (auto const& each : addon.structs) used.check(each);
  for (auto const& each : addon.errors) used.check(each);
  for (auto const& value : addon.values) {
    used.check(value.name, value.source);
    auto const& type = *value.source.result;
    if (any_part(type, [](auto const& part) { return part.form == type_description::kind::object; }))
      throw_describe_error("$1: an object of a wrapped class can't be a constant", {value.name});
  }
  identify_extending(addon);
  find_overridable(addon);
}

}  // namespace detail
}  // namespace tendon
