#pragma once
// std::span<T>, std::span<T const>  <-  the matching typed array; bytes also from an ArrayBuffer

#include <algorithm>
#include <cstring>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

#include "typed_array.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// Holds a span argument. Its memory is looked up last, when every other argument has been read, since
/// reading can run getters that resize or detach the buffer. The span refers to JavaScript's own memory,
/// unless the function can run JavaScript while it looks at it: then `isolate` makes it refer to a copy, and
/// `commit` copies changes back.
template <class T>
class held_span {
 public:
  using element = std::remove_const_t<T>;

  held_span(napi_env env, napi_value handle, std::string_view name)
      : env_(env), handle_(handle), name_(name) {}

  std::span<T> get() const {
    return is_isolated_ ? std::span<T>(const_cast<std::vector<element>&>(copy_)) : current();
  }

  void isolate() {
    auto const memory = current();
    copy_.assign(memory.begin(), memory.end());
    is_isolated_ = true;
  }

  /// What no longer fits, because the buffer has shrunk meanwhile, is dropped.
  void commit() const {
    if constexpr (!std::is_const_v<T>) {
      auto const memory = view_elements<element>(value(env_, handle_, name_));
      auto const kept = std::min(memory.length, copy_.size());
      if (kept > 0) std::memcpy(memory.data, copy_.data(), kept * sizeof(T));
    }
  }

 private:
  std::span<T> current() const { return require_elements<element>(value(env_, handle_, name_)); }

  napi_env env_;
  napi_value handle_;
  std::string_view name_;
  std::vector<element> copy_;
  bool is_isolated_ = false;
};

template <class T>
consteval std::string_view span_ts_in() {
  if constexpr (byte_like<T>) return "Uint8Array | ArrayBuffer";
  return typed_array_kind_of<T>().name;
}

}  // namespace detail

/// A span is a parameter only, and not an element or member: nothing else would own its memory.
template <class T>
  requires detail::typed_array_element<std::remove_const_t<T>>
struct caster<std::span<T>> {
  static constexpr std::string_view ts_in = detail::span_ts_in<std::remove_const_t<T>>();

  static detail::held_span<T> from_js(value const& from) {
    detail::require_elements<std::remove_const_t<T>>(from);
    return {from.env(), from.handle(), from.name()};
  }
};

}  // namespace tendon
