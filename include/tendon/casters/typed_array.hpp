#pragma once
// the elements of Int8Array … BigUint64Array, for vectors and spans of numbers

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

#include "../caster.hpp"
#include "number.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

template <class T>
concept byte_like = std::same_as<T, std::uint8_t> || std::same_as<T, std::byte>;

/// Types that a typed array holds as they are.
template <class T>
concept typed_array_element =
    integer<T> || std::same_as<T, std::byte> || std::same_as<T, float> || std::same_as<T, double>;

struct typed_array_kind {
  napi_typedarray_type type;
  std::string_view name;
  std::string_view or_array;  ///< the pattern of a parameter that takes this or an array
};

template <typed_array_element T>
consteval typed_array_kind typed_array_kind_of() {
  if constexpr (std::same_as<T, float>)
    return {napi_float32_array, "Float32Array", "readonly $[] | Float32Array"};
  else if constexpr (std::same_as<T, double>)
    return {napi_float64_array, "Float64Array", "readonly $[] | Float64Array"};
  else if constexpr (sizeof(T) == 1 && std::is_signed_v<T>)
    return {napi_int8_array, "Int8Array", "readonly $[] | Int8Array"};
  else if constexpr (sizeof(T) == 1)
    return {napi_uint8_array, "Uint8Array", "readonly $[] | Uint8Array"};
  else if constexpr (sizeof(T) == 2 && std::is_signed_v<T>)
    return {napi_int16_array, "Int16Array", "readonly $[] | Int16Array"};
  else if constexpr (sizeof(T) == 2)
    return {napi_uint16_array, "Uint16Array", "readonly $[] | Uint16Array"};
  else if constexpr (sizeof(T) == 4 && std::is_signed_v<T>)
    return {napi_int32_array, "Int32Array", "readonly $[] | Int32Array"};
  else if constexpr (sizeof(T) == 4)
    return {napi_uint32_array, "Uint32Array", "readonly $[] | Uint32Array"};
  else if constexpr (std::is_signed_v<T>)
    return {napi_bigint64_array, "BigInt64Array", "readonly $[] | BigInt64Array"};
  else
    return {napi_biguint64_array, "BigUint64Array", "readonly $[] | BigUint64Array"};
}

/// The memory of a typed array, or of an ArrayBuffer taken as bytes. Valid until JavaScript runs.
struct buffer_view {
  void* data = nullptr;
  std::size_t length = 0;  ///< in elements
  bool matches = false;    ///< whether it was of the kind that was asked for
};

/// One that is detached has no elements.
inline void check_attached(value const& from, napi_value array_buffer, std::size_t length) {
  bool is_array_buffer = false;
  check(from.env(), napi_is_arraybuffer(from.env(), array_buffer, &is_array_buffer));
  if (!is_array_buffer) from.invalid("must not be backed by a SharedArrayBuffer");
  if (length > 0) return;
  bool detached = false;
  check(from.env(), napi_is_detached_arraybuffer(from.env(), array_buffer, &detached));
  if (detached) from.invalid("must not be detached");
}

inline buffer_view view_array_buffer(value const& from) {
  bool is_array_buffer = false;
  check(from.env(), napi_is_arraybuffer(from.env(), from.handle(), &is_array_buffer));
  if (!is_array_buffer) return {};
  buffer_view view{.matches = true};
  check(from.env(), napi_get_arraybuffer_info(from.env(), from.handle(), &view.data, &view.length));
  check_attached(from, from.handle(), view.length);
  return view;
}

inline buffer_view view_typed_array(value const& from, napi_typedarray_type wanted) {
  buffer_view view;
  napi_typedarray_type type = napi_int8_array;
  napi_value array_buffer = nullptr;
  auto const status = napi_get_typedarray_info(from.env(), from.handle(), &type, &view.length, &view.data,
                                               &array_buffer, nullptr);
  if (status != napi_ok || type != wanted) return {};
  check_attached(from, array_buffer, view.length);
  view.matches = true;
  return view;
}

/// What a parameter of elements T refers to; bytes also come from an ArrayBuffer. Does not refuse other
/// values.
template <typed_array_element T>
buffer_view view_elements(value const& from) {
  auto view = view_typed_array(from, typed_array_kind_of<T>().type);
  if constexpr (byte_like<T>)
    if (!view.matches) view = view_array_buffer(from);
  return view;
}

/// Nothing that V8 allocates is misaligned; memory from elsewhere can be.
inline void check_alignment(value const& from, void const* data, std::size_t alignment) {
  if (reinterpret_cast<std::uintptr_t>(data) % alignment != 0) from.invalid("must be aligned in memory");
}

/// The same, refusing other values.
template <typed_array_element T>
std::span<T> require_elements(value const& from) {
  auto const view = view_elements<T>(from);
  if (!view.matches)
    from.wrong_type("an instance of " + std::string(typed_array_kind_of<T>().name) +
                    (byte_like<T> ? " or ArrayBuffer" : ""));
  check_alignment(from, view.data, alignof(T));
  return {static_cast<T*>(view.data), view.length};
}

/// A view of all of an ArrayBuffer.
inline napi_value make_typed_array(napi_env env, napi_typedarray_type type, napi_value buffer,
                                   std::size_t length) {
  napi_value result = nullptr;
  check(env, napi_create_typedarray(env, type, length, buffer, 0, &result));
  return result;
}

/// A new one with a copy of `length` elements of `width` bytes.
inline napi_value copy_typed_array(napi_env env, napi_typedarray_type type, void const* data,
                                   std::size_t length, std::size_t width) {
  void* memory = nullptr;
  napi_value buffer = nullptr;
  check(env, napi_create_arraybuffer(env, length * width, &memory, &buffer));
  if (length > 0) std::memcpy(memory, data, length * width);
  return make_typed_array(env, type, buffer, length);
}

}  // namespace detail
}  // namespace tendon
