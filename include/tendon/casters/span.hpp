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

/// Holds a span argument. Where reading another one can run getters, which could resize or detach the buffer,
/// its memory is looked up again when all are read: `refresh`. The span refers to JavaScript's own memory,
/// unless the function can run JavaScript while it looks at it: then `isolate` makes it refer to a copy, and
/// `commit` copies changes back.
template <class T>
class held_span {
 public:
  using element = std::remove_const_t<T>;

  explicit held_span(value const& from)
      : env_(from.env()),
        handle_(from.handle()),
        name_(from.name()),
        memory_(require_elements<element>(from)) {}

  std::span<T> get() const { return memory_; }

  void refresh() { memory_ = require_elements<element>(value(env_, handle_, name_)); }

  void isolate() {
    copy_.assign(memory_.begin(), memory_.end());
    memory_ = copy_;
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
  napi_env env_;
  napi_value handle_;
  std::string_view name_;
  std::span<T> memory_;
  std::vector<element> copy_;
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

  static detail::held_span<T> from_js(value const& from) { return detail::held_span<T>(from); }
};

}  // namespace tendon
