#pragma once

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "../base/text.hpp"
#include "description.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// How messages name a function: `area()`, `Counter()`, `Counter.next()`, `Counter.value` for an accessor.
inline std::string label_of(description const& addon, function_description const& function) {
  switch (function.kind) {
    case function_kind::function:
      return function.name + "()";
    case function_kind::constructor:
      return addon.classes[function.owner].name + "()";
    case function_kind::dispose:
      return addon.classes[function.owner].name + "[Symbol.dispose]()";
    case function_kind::getter:
    case function_kind::setter:
      return addon.classes[function.owner].name + "." + function.name;
    case function_kind::method:
    case function_kind::static_method:
      break;
  }
  return addon.classes[function.owner].name + "." + function.name + "()";
}

/// The classes of an addon by their types.
class class_index {
 public:
  explicit class_index(description const& addon) {
    for (std::size_t i = 0; i < addon.classes.size(); ++i)
      if (!index_.emplace(addon.classes[i].type, i).second)
        throw describe_error("the class " + quoted(addon.classes[i].type->cpp_name) + " is wrapped twice");
  }

  /// description::none when it is not wrapped.
  std::size_t of(type_description const& type) const {
    auto const found = index_.find(&type);
    return found == index_.end() ? description::none : found->second;
  }

 private:
  std::unordered_map<type_description const*, std::size_t> index_;
};

[[noreturn]] inline void throw_not_wrapped(std::string const& user, type_description const& type) {
  throw describe_error(
      user + ": the class " + quoted(type.cpp_name) +
      " is used, but not wrapped; describe it with wrap_class<" + std::string(type.cpp_name) +
      ">, or specialise tendon::caster for it" +
      (type.fault.empty() ? std::string() : " (it is no plain struct: " + std::string(type.fault) + ")"));
}

[[noreturn]] inline void throw_crosses_as_struct(std::string const& user, class_description const& wrapped) {
  throw describe_error(user + ": " + quoted(wrapped.type->cpp_name) +
                       " is wrapped, but crosses as a plain struct here; set tendon::is_wrapped<" +
                       std::string(wrapped.type->cpp_name) + "> to true before its first use");
}

/// Looks at every type that crosses the border, each once: classes must be wrapped.
class used_classes {
 public:
  explicit used_classes(description& addon) : addon_(addon), index_(addon) {
    for (auto const& each : addon.classes)
      if (each.plain_type) plain_.emplace(each.plain_type, &each);
  }

  void check(std::string const& user, signature_description const& signature) {
    for (auto const& each : signature.parameters) check(user, *each.type);
    check(user, *signature.result);
    if (signature.result_ownership == ownership::borrowed ||
        signature.result_ownership == ownership::unmanaged)
      identify(*signature.result);
  }

 private:
  void check(std::string const& user, type_description const& type) {
    if (!seen_.insert(&type).second) return;
    if (type.form == type_description::kind::object && index_.of(type) == description::none)
      throw_not_wrapped(user, type);
    if (auto const found = plain_.find(&type); found != plain_.end())
      throw_crosses_as_struct(user, *found->second);
    if (type.shared) identify(*type.parts[0]);
    for (auto const* part : type.parts) check(user, *part);
    for (auto const& member : type.members) check(user, *member.type);
  }

  /// Objects of the classes in `type` can come back to JavaScript.
  void identify(type_description const& type) {
    any_part(type, [this](type_description const& part) {
      auto const found = part.form == type_description::kind::object ? index_.of(part) : description::none;
      if (found != description::none) addon_.classes[found].identified = true;
      return false;
    });
  }

  description& addon_;
  class_index index_;
  std::unordered_map<type_description const*, class_description const*> plain_;
  std::unordered_set<type_description const*> seen_;
};

/// The names of static members and those of instances are apart.
inline void check_member_names(class_description const& wrapped) {
  std::unordered_set<std::string> names[2];
  for (auto const& each : wrapped.members) {
    auto const is_static =
        each.form == class_member::kind::static_method || each.form == class_member::kind::constant;
    if (each.name.empty()) throw describe_error("a member of " + quoted(wrapped.name) + " has an empty name");
    if (each.name == (is_static ? "prototype" : "constructor"))
      throw describe_error("a member of " + quoted(wrapped.name) + " can't be named " + quoted(each.name));
    if (!names[is_static].insert(each.name).second)
      throw describe_error("two members of " + quoted(wrapped.name) + " are named " + quoted(each.name));
  }
}

inline void check_classes(description& addon) {
  for (auto const& each : addon.classes) {
    if (!is_typescript_name(each.name))
      throw describe_error(quoted(each.name) + " can't name a class in TypeScript");
    check_member_names(each);
  }
  used_classes used(addon);
  for (auto const& function : addon.functions)
    for (auto const& each : function.overloads) used.check(function.label, each);
  for (auto const& value : addon.values) {
    used.check(value.name, value.source);
    auto const& type = *value.source.result;
    if (any_part(type, [](auto const& part) { return part.form == type_description::kind::object; }))
      throw describe_error(value.name + ": an object of a wrapped class can't be a constant");
  }
}

}  // namespace detail
}  // namespace tendon
