#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "api.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

inline napi_status copy_text(napi_env env, napi_value text, char* to, std::size_t room, std::size_t* size) {
  return napi_get_value_string_utf8(env, text, to, room, size);
}
inline napi_status copy_text(napi_env env, napi_value text, char8_t* to, std::size_t room,
                             std::size_t* size) {
  return napi_get_value_string_utf8(env, text, reinterpret_cast<char*>(to), room, size);
}
inline napi_status copy_text(napi_env env, napi_value text, char16_t* to, std::size_t room,
                             std::size_t* size) {
  return napi_get_value_string_utf16(env, text, to, room, size);
}

/// A text in UTF-8 or UTF-16 with a null behind it. Short ones stand in place, so that most arguments
/// allocate nothing.
template <class Unit>
class basic_text_buffer {
 public:
  using view_type = std::basic_string_view<Unit>;
  using string_type = std::basic_string<Unit>;

  basic_text_buffer() = default;

  explicit basic_text_buffer(view_type text) {
    if (text.size() < capacity) {
      text.copy(short_, text.size());
      short_[text.size()] = Unit();
      size_ = text.size();
    } else {
      long_ = text;
    }
  }

  basic_text_buffer(basic_text_buffer const& other) : basic_text_buffer(other.view()) {}
  basic_text_buffer& operator=(basic_text_buffer const&) = delete;

  /// Reads a JavaScript string; in UTF-8 lone surrogates become U+FFFD. False when the value is no string.
  /// Short strings take one call of Node-API, longer ones two more.
  bool read(napi_env env, napi_value text) {
    if (copy_text(env, text, short_, capacity, &size_) != napi_ok) return false;
    // Characters are not cut: up to three bytes stay free when the next one does not fit.
    if (size_ + 4 < capacity) return true;
    if (copy_text(env, text, static_cast<Unit*>(nullptr), 0, &size_) != napi_ok) return false;
    long_.resize(size_);
    return copy_text(env, text, long_.data(), size_ + 1, &size_) == napi_ok;
  }

  view_type view() const { return long_.empty() ? view_type(short_, size_) : long_; }
  string_type take() && { return long_.empty() ? string_type(short_, size_) : std::move(long_); }

 private:
  static constexpr std::size_t capacity = 2048 / sizeof(Unit);

  Unit short_[capacity];
  std::size_t size_ = 0;
  string_type long_;
};

using text_buffer = basic_text_buffer<char>;

/// A JavaScript string as UTF-8; empty when the value is no string.
inline std::optional<std::string> read_text(napi_env env, napi_value text) {
  text_buffer buffer;
  if (!buffer.read(env, text)) return std::nullopt;
  return std::move(buffer).take();
}

}  // namespace detail
}  // namespace tendon
