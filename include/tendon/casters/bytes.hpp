#pragma once
// std::vector<std::uint8_t>, std::vector<std::byte>  <->  Uint8Array | ArrayBuffer (in), Uint8Array (out)

#include <cstring>
#include <vector>

#include "typed_array.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

inline napi_value make_uint8_array(napi_env env, void const* data, std::size_t length) {
  void* memory = nullptr;
  napi_value buffer = nullptr;
  napi_value result = nullptr;
  check(env, napi_create_arraybuffer(env, length, &memory, &buffer));
  if (length > 0) std::memcpy(memory, data, length);
  check(env, napi_create_typedarray(env, napi_uint8_array, length, buffer, 0, &result));
  return result;
}

}  // namespace detail

template <detail::byte_like T, class Allocator>
struct caster<std::vector<T, Allocator>> {
  static constexpr std::string_view ts_in = "Uint8Array | ArrayBuffer", ts_out = "Uint8Array";

  static std::vector<T, Allocator> from_js(value const& from) {
    auto const bytes = detail::require_elements<T>(from);
    return {bytes.begin(), bytes.end()};
  }

  static napi_value to_js(napi_env env, std::vector<T, Allocator> const& to) {
    return detail::make_uint8_array(env, to.data(), to.size());
  }
};

}  // namespace tendon
