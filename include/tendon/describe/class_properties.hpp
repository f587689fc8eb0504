#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <vector>

#include "../base/text.hpp"
#include "description.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// Whether JSON has values for what C++ gives, apart from what is in its parts.
inline bool is_json_by_itself(type_description const& type) {
  if (type.form != type_description::kind::text)
    return type.form == type_description::kind::enumeration ||
           type.form == type_description::kind::aggregate ||
           type.form == type_description::kind::alternatives;
  constexpr std::string_view known[] = {"number",    "string", "boolean", "null",
                                        "undefined", "Date",   "Record",  "$"};
  for (auto text = type.ts_out; !text.empty();) {
    auto const end = std::find_if_not(text.begin(), text.end(), is_identifier_character);
    auto const word = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    if (!word.empty() && std::find(std::begin(known), std::end(known), word) == std::end(known)) return false;
    text.remove_prefix(std::max<std::size_t>(word.size(), 1));
  }
  return true;
}

/// Whether values of a type are in JSON as they are, or as what stands for them there.
inline bool is_json(type_description const& type) {
  return !any_part(type, [](type_description const& part) { return !is_json_by_itself(part); });
}

/// The properties that objects of a class have, those of its bases before its own.
[[gnu::cold]] inline void add_properties(std::vector<class_member const*>& to, description const& addon,
                                         class_description const& made) {
  for (auto const& base : made.bases) add_properties(to, addon, addon.classes[base.index]);
  for (auto const& each : made.members) {
    if (each.form != class_member::kind::accessor || each.index == description::none) continue;
    auto const known =
        std::find_if(to.begin(), to.end(), [&](auto const* other) { return other->name == each.name; });
    if (known == to.end())
      to.push_back(&each);
    else
      *known = &each;
  }
}

/// What a class shows of its objects, where nothing else does.
struct shown_properties {
  std::vector<class_member const*> all;
  bool has_json = false;  ///< all of them are values of JSON

  [[gnu::cold]] shown_properties(description const& addon, class_description const& made) {
    add_properties(all, addon, made);
    has_json = !all.empty() && std::all_of(all.begin(), all.end(), [&addon](auto const* each) {
      return is_json(*addon.functions[each->index].overloads.front().result);
    });
    for (auto const& each : made.members)
      if (!each.is_static() && each.name == "toJSON") has_json = false;
  }
};

}  // namespace detail
}  // namespace tendon
