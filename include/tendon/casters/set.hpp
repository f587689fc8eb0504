#pragma once
// std::set<T>, std::unordered_set<T>  <->  ReadonlySet<T> (in), Set<T> (out)

#include <concepts>
#include <set>
#include <string>
#include <type_traits>
#include <unordered_set>
#include <utility>

#include "collection.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

template <class Set>
struct set_caster {
  using element = typename Set::key_type;
  using parts = types<element>;
  static constexpr std::string_view ts_in = "ReadonlySet<$>", ts_out = "Set<$>";

  static Set from_js(value const& from)
    requires self_contained_from_js<element>
  {
    (void)require_no_claims<Set, has_claims<element>()>();
    auto const env = from.env();
    auto const items = set_items(from);
    Set result;
    for_each_index(env, own_array_length(env, items), [&](std::size_t i) {
      auto const item = from.item(own_element(env, items, i), static_cast<std::uint32_t>(i));
      auto read = read_element<element>(item);
      check_orderable<Set>(item, read);
      result.insert(std::move(read));
    });
    return result;
  }

  static napi_value to_js(napi_env env, Set const& to)
    requires tendon::to_js<element const&>
  {
    auto& in = environment::of(env);
    auto const items = in.blank_array(to.size());
    auto next = to.begin();
    for_each_index(env, to.size(), [&](std::size_t i) {
      set_own_element(env, items, i, caster<element>::to_js(env, *next));
      ++next;
    });
    return in.call_collection(collection_function::make_set, items);
  }

  static std::string literal(Set const& of)
    requires requires(element const& each) { caster<element>::literal(each); }
  {
    literal_list list;
    for (auto const& each : of) list.add(caster<element>::literal(each));
    return of.empty() ? "new Set()" : list.enclosed("new Set([", "])");
  }
};

}  // namespace detail

template <class T, class Compare, class Allocator>
struct caster<std::set<T, Compare, Allocator>> : detail::set_caster<std::set<T, Compare, Allocator>> {};

template <class T, class Hash, class Equal, class Allocator>
struct caster<std::unordered_set<T, Hash, Equal, Allocator>>
    : detail::set_caster<std::unordered_set<T, Hash, Equal, Allocator>> {};

}  // namespace tendon
