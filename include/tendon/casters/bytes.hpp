#pragma once
// std::vector<std::uint8_t>, std::vector<std::byte>  <->  Uint8Array | ArrayBuffer (in), Uint8Array (out)

#include <vector>

#include "typed_array.hpp"

namespace [[gnu::visibility("hidden")]] tendon {

template <detail::byte_like T, class Allocator>
struct caster<std::vector<T, Allocator>> {
  static constexpr std::string_view ts_in = "Uint8Array | ArrayBuffer", ts_out = "Uint8Array";

  static std::vector<T, Allocator> from_js(value const& from) {
    auto const bytes = detail::require_elements<T>(from);
    return {bytes.begin(), bytes.end()};
  }

  static napi_value to_js(napi_env env, std::vector<T, Allocator> const& to) {
    return detail::copy_typed_array(env, napi_uint8_array, to.data(), to.size(), 1);
  }
};

}  // namespace tendon
