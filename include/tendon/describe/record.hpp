#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "description.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

// What the words of a block leave behind. A class keeps the overloads of a member together at once.

/// Where a class is while the block still adds to it.
struct class_place {
  description* addon;
  std::size_t index;

  class_description& operator*() const { return addon->classes[index]; }
  class_description* operator->() const { return &addon->classes[index]; }
};

/// A function with one overload, yet to be described.
inline std::size_t record_function(description& addon, char const* name, function_kind kind,
                                   std::size_t owner = description::none) {
  auto& added = addon.functions.emplace_back();
  added.name = name;
  added.kind = kind;
  added.owner = owner;
  added.overloads.emplace_back();
  return addon.functions.size() - 1;
}

inline class_member* find_member(class_place place, class_member::kind form, std::string_view name) {
  for (auto& each : place->members)
    if (each.form == form && each.name == name) return &each;
  return nullptr;
}

/// A method, or an overload of one.
inline signature_description& record_method(class_place place, char const* name, class_member::kind form,
                                            function_kind kind) {
  auto& addon = *place.addon;
  if (auto const* const known = find_member(place, form, name))
    return addon.functions[known->index].overloads.emplace_back();
  auto const index = record_function(addon, name, kind, place.index);
  place->members.push_back({form, name, index});
  return addon.functions[index].overloads.back();
}

/// A method that a class has unless the block says otherwise.
inline signature_description& record_automatic(class_place place, char const* name, class_member::kind form) {
  auto& addon = *place.addon;
  auto const index = record_function(addon, name, function_kind::method, place.index);
  place->automatic.push_back({form, name, index});
  return addon.functions[index].overloads.back();
}

inline signature_description& record_constructor(class_place place) {
  auto& addon = *place.addon;
  if (place->constructor == description::none)
    place->constructor = record_function(addon, "constructor", function_kind::constructor, place.index);
  else
    addon.functions[place->constructor].overloads.emplace_back();
  auto& added = addon.functions[place->constructor].overloads.back();
  added.constructs = true;
  return added;
}

/// One half of an accessor; the other half is found by its name when `joins`.
inline signature_description& record_accessor(class_place place, char const* name, function_kind kind,
                                              bool joins) {
  auto& addon = *place.addon;
  auto const index = record_function(addon, name, kind, place.index);
  auto* known = joins ? &place->members.back() : nullptr;
  if (!known) {
    place->members.push_back({class_member::kind::accessor, name, description::none});
    known = &place->members.back();
  }
  (kind == function_kind::getter ? known->index : known->setter) = index;
  return addon.functions[index].overloads.back();
}

inline class_place record_class(description& addon, char const* name, type_description const& type,
                                object_type const& objects, type_description const* plain_type) {
  auto& added = addon.classes.emplace_back();
  added.name = name;
  added.type = &type;
  added.objects = &objects;
  added.plain_type = plain_type;
  auto const index = addon.classes.size() - 1;
  auto const dispose = record_function(addon, "[Symbol.dispose]", function_kind::dispose, index);
  addon.classes[index].dispose = dispose;
  return {&addon, index};
}

/// Where an exported error is while the block still adds to it.
struct error_place {
  description* addon;
  std::size_t index;

  error_description& operator*() const { return addon->errors[index]; }
  error_description* operator->() const { return &addon->errors[index]; }
};

inline error_place record_error(description& addon, std::string_view name) {
  addon.errors.emplace_back().name = name;
  return {&addon, addon.errors.size() - 1};
}

inline enum_description& record_enum(description& addon, std::string_view name,
                                     type_description const& type) {
  auto& added = addon.enums.emplace_back();
  added.name = name;
  added.type = &type;
  return added;
}

/// Where a struct is while the block still adds to it.
struct struct_place {
  description* addon;
  std::size_t index;

  struct_description& operator*() const { return addon->structs[index]; }
  struct_description* operator->() const { return &addon->structs[index]; }
};

inline struct_place record_struct(description& addon, std::string_view name, type_description const& type) {
  auto& added = addon.structs.emplace_back();
  added.name = name;
  added.type = &type;
  added.members.resize(type.members.size());
  return {&addon, addon.structs.size() - 1};
}

}  // namespace detail
}  // namespace tendon
