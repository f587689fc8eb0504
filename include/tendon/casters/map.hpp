#pragma once
// std::map<std::string, V>, std::unordered_map<std::string, V>  <->  Readonly<Record<string, V>> (in),
//                                                                    Record<string, V> (out)
// std::map<K, V>, std::unordered_map<K, V>  <->  ReadonlyMap<K, V> (in), Map<K, V> (out)

#include <concepts>
#include <map>
#include <string>
#include <type_traits>
#include <unordered_map>
#include <utility>

#include "collection.hpp"
#include "string.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// Keys and values of a map, flat.
template <class Map, class Given>
napi_value flat_entries(napi_env env, Given&& to) {
  using key = typename Map::key_type;
  using mapped = typename Map::mapped_type;
  auto const entries = environment::of(env).blank_array(2 * to.size());
  auto next = to.begin();
  for_each_index(env, to.size(), [&](std::size_t i) {
    set_own_element(env, entries, 2 * i, caster<key>::to_js(env, next->first));
    set_own_element(env, entries, 2 * i + 1,
                    caster<mapped>::to_js(env, static_cast<part_like<Given, mapped>>(next->second)));
    ++next;
  });
  return entries;
}

/// Of two keys that are the same to C++, the last counts.
template <class Map>
void put(Map& to, typename Map::key_type&& key, typename Map::mapped_type&& mapped) {
  if constexpr (std::is_move_assignable_v<typename Map::mapped_type>) {
    to.insert_or_assign(std::move(key), std::move(mapped));
  } else {
    to.erase(key);
    to.emplace(std::move(key), std::move(mapped));
  }
}

template <class Map>
struct record_caster {
  using mapped = typename Map::mapped_type;
  using parts = types<mapped>;
  static constexpr std::string_view ts_in = "Readonly<Record<string, $>>", ts_out = "Record<string, $>";

  static Map from_js(value const& from)
    requires self_contained_from_js<mapped>
  {
    (void)require_no_claims<Map, has_claims<mapped>()>();
    auto const env = from.env();
    auto const keys = record_keys(from);
    Map result;
    for_each_index(env, own_array_length(env, keys), [&](std::size_t i) {
      auto const key = own_element(env, keys, i);
      auto const item = from.entry(record_value(from, key), key);
      auto read = read_element<mapped>(item);
      put(result, read_string(value(env, key, {})), std::move(read));
    });
    return result;
  }

  template <class Given>
    requires std::same_as<std::remove_cvref_t<Given>,
                          Map>&& tendon::to_js<part_like<Given, mapped>> static napi_value
    to_js(napi_env env, Given&& to) {
    return environment::of(env).call_collection(collection_function::make_record,
                                                flat_entries<Map>(env, std::forward<Given>(to)));
  }

  static std::string literal(Map const& of)
    requires requires(mapped const& each) { caster<mapped>::literal(each); }
  {
    literal_list list;
    for (auto const& [key, each] : of) {
      auto const text = caster<mapped>::literal(each);
      // In brackets, `__proto__` is a key like others.
      auto const name = key == "__proto__"        ? "[" + quoted(key) + "]"
                        : is_typescript_name(key) ? key
                                                  : quoted(key);
      list.add(text.empty() ? text : name + ": " + text);
    }
    return of.empty() ? "{}" : list.enclosed("{ ", " }");
  }
};

template <class Map>
struct map_caster {
  using key = typename Map::key_type;
  using mapped = typename Map::mapped_type;
  using parts = types<key, mapped>;
  static constexpr std::string_view ts_in = "ReadonlyMap<$, $>", ts_out = "Map<$, $>";

  static Map from_js(value const& from)
    requires self_contained_from_js<key> && self_contained_from_js<mapped>
  {
    (void)require_no_claims<Map, has_claims<key>() || has_claims<mapped>()>();
    auto const env = from.env();
    auto const entries = map_entries(from);
    Map result;
    for_each_index(env, own_array_length(env, entries) / 2, [&](std::size_t i) {
      auto const key_handle = own_element(env, entries, 2 * i);
      auto const key_value = from.key(key_handle, static_cast<std::uint32_t>(i));
      auto read_key = read_element<key>(key_value);
      check_orderable<Map>(key_value, read_key);
      auto read = read_element<mapped>(from.entry(own_element(env, entries, 2 * i + 1), key_handle));
      put(result, std::move(read_key), std::move(read));
    });
    return result;
  }

  template <class Given>
    requires std::same_as<std::remove_cvref_t<Given>,
                          Map>&& tendon::to_js<key const&>&&
        tendon::to_js<part_like<Given, mapped>> static napi_value
        to_js(napi_env env, Given&& to) {
    return environment::of(env).call_collection(collection_function::make_map,
                                                flat_entries<Map>(env, std::forward<Given>(to)));
  }

  static std::string literal(Map const& of)
    requires requires(key const& first, mapped const& second) {
               caster<key>::literal(first);
               caster<mapped>::literal(second);
             }
  {
    literal_list list;
    for (auto const& [first, second] : of) {
      literal_list entry;
      entry.add(caster<key>::literal(first));
      entry.add(caster<mapped>::literal(second));
      list.add(entry.enclosed("[", "]"));
    }
    return of.empty() ? "new Map()" : list.enclosed("new Map([", "])");
  }
};

template <class Map>
using any_map_caster = std::conditional_t<std::is_same_v<typename Map::key_type, std::string>,
                                          record_caster<Map>, map_caster<Map>>;

}  // namespace detail

template <class K, class V, class Compare, class Allocator>
struct caster<std::map<K, V, Compare, Allocator>>
    : detail::any_map_caster<std::map<K, V, Compare, Allocator>> {};

template <class K, class V, class Hash, class Equal, class Allocator>
struct caster<std::unordered_map<K, V, Hash, Equal, Allocator>>
    : detail::any_map_caster<std::unordered_map<K, V, Hash, Equal, Allocator>> {};

}  // namespace tendon
