#pragma once
// what the casters of sets and maps share

#include <cstdint>
#include <string>
#include <vector>

#include "../caster.hpp"
#include "../env/environment.hpp"
#include "../glue/claim.hpp"
#include "../napi/handle_scope.hpp"
#include "literal_list.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

inline std::uint32_t own_array_length(napi_env env, napi_value array) {
  std::uint32_t length = 0;
  check(env, napi_get_array_length(env, array, &length));
  return length;
}

inline napi_value own_element(napi_env env, napi_value array, std::size_t index) {
  napi_value result = nullptr;
  check(env, napi_get_element(env, array, static_cast<std::uint32_t>(index), &result));
  return result;
}

inline void set_own_element(napi_env env, napi_value array, std::size_t index, napi_value element) {
  check(env, napi_set_element(env, array, static_cast<std::uint32_t>(index), element));
}

/// What `from` contains now, as an array of our own; null when it is no such collection.
inline napi_value contents_or_null(value const& from, collection_function function) {
  if (from.type() != napi_object) return nullptr;
  auto const contents = environment::of(from.env()).call_collection(function, from.handle());
  napi_valuetype type = napi_undefined;
  check(from.env(), napi_typeof(from.env(), contents, &type));
  return type == napi_undefined ? nullptr : contents;
}

inline napi_value set_items(value const& from) {
  auto const items = contents_or_null(from, collection_function::set_items);
  if (!items) from.wrong_type("an instance of Set");
  return items;
}

inline napi_value map_entries(value const& from) {
  auto const entries = contents_or_null(from, collection_function::map_entries);
  if (!entries) from.wrong_type("an instance of Map");
  return entries;
}

/// Whether an object is meant as a list, Set or Map, so that its own properties are not what it contains.
/// Only one without any is looked at closely.
inline bool is_other_collection(value const& from, bool has_properties) {
  bool is_typed_array = false;
  check(from.env(), napi_is_typedarray(from.env(), from.handle(), &is_typed_array));
  auto const& in = environment::of(from.env());
  if (is_typed_array || in.is_list(from.handle())) return true;
  return !has_properties && in.kind_of_object(from.handle()) != js_kind::object;
}

/// The keys of the own enumerable properties of a record. Can run JavaScript.
inline napi_value record_keys(value const& from) {
  if (from.type() != napi_object) from.wrong_type("of type object");
  constexpr auto filter = static_cast<napi_key_filter>(napi_key_enumerable | napi_key_skip_symbols);
  napi_value keys = nullptr;
  check(from.env(), napi_get_all_property_names(from.env(), from.handle(), napi_key_own_only, filter,
                                                napi_key_numbers_to_strings, &keys));
  if (is_other_collection(from, own_array_length(from.env(), keys) > 0)) from.wrong_type("of type object");
  return keys;
}

/// Reads a property of a record, once. Can run JavaScript.
inline napi_value record_value(value const& from, napi_value key) {
  napi_value result = nullptr;
  check(from.env(), napi_get_property(from.env(), from.handle(), key, &result));
  return result;
}

/// An ordered container has no place for NaN.
template <class Container, class Key>
void check_orderable(value const& from, [[maybe_unused]] Key const& key) {
  if constexpr (std::is_floating_point_v<Key> && requires { typename Container::key_compare; })
    if (key != key) from.out_of_range("a number that has an order");
}

/// The objects that JavaScript gives away are claimed in the order in which they were read, which these
/// containers do not keep.
template <class Container, bool Claims>
struct require_no_claims {
  static_assert(!Claims,
                "tendon: JavaScript can't give objects away inside of a set, map or record; take "
                "std::shared_ptr there, or std::unique_ptr in a vector");
};

}  // namespace detail
}  // namespace tendon
