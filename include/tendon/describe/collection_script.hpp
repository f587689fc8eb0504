#pragma once

#include <string_view>

#include "js_kinds.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// What Node-API can't do: looking into a Set or Map and making one. A list of functions, in the order of
/// `collection_function`. They run no code of users: the methods are those that the engine had when the addon
/// was loaded, and a Set or Map is known by what only it has, whichever realm it is of.
enum class collection_function : unsigned char {
  set_items,
  map_entries,
  make_set,
  make_map,
  make_record,
  kind_of_object
};

/// Entries stand flat: a key, its value, the next key.
inline constexpr std::string_view collection_script = R"js(const collections = (() => {
  const set = Set;
  const map = Map;
  const { add, forEach: each_item } = set.prototype;
  const { set: put, forEach: each_entry } = map.prototype;
  const { get: set_size } = getOwnPropertyDescriptor(set.prototype, 'size');
  const { get: map_size } = getOwnPropertyDescriptor(map.prototype, 'size');
  const size_by = (size, value) => {
    try {
      return apply(size, value, []);
    } catch {
      return -1;
    }
  };
  return [
    (value) => {
      const size = size_by(set_size, value);
      if (size < 0) return undefined;
      const items = blank_values(size);
      let i = 0;
      apply(each_item, value, [(item) => { items[i++] = item; }]);
      return items;
    },
    (value) => {
      const size = size_by(map_size, value);
      if (size < 0) return undefined;
      const entries = blank_values(2 * size);
      let i = 0;
      apply(each_entry, value, [(value, key) => { entries[i++] = key; entries[i++] = value; }]);
      return entries;
    },
    (items) => {
      const made = new set();
      for (let i = 0; i < items.length; i++) apply(add, made, [items[i]]);
      return made;
    },
    (entries) => {
      const made = new map();
      for (let i = 0; i < entries.length; i += 2) apply(put, made, [entries[i], entries[i + 1]]);
      return made;
    },
    (entries) => {
      const made = {};
      for (let i = 0; i < entries.length; i += 2) {
        const key = entries[i];
        const value = entries[i + 1];
        if (key in made) defineProperty(made, key,
          { __proto__: null, value, writable: true, enumerable: true, configurable: true });
        else made[key] = value;
      }
      return made;
    },
    (value) => is_list(value) ? 8 : size_by(set_size, value) >= 0 ? 24 : size_by(map_size, value) >= 0 ? 25 : 26,
  ];
})();
)js";

static_assert(static_cast<int>(js_kind::list) == 8 && static_cast<int>(js_kind::set) == 24 &&
              static_cast<int>(js_kind::map) == 25 && static_cast<int>(js_kind::object) == 26);

}  // namespace detail
}  // namespace tendon
