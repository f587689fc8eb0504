#pragma once

#include <cstddef>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "api.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// A text in UTF-8 with a null behind it. Short ones stand in place, so that most arguments allocate nothing.
class text_buffer {
 public:
  text_buffer() = default;

  explicit text_buffer(std::string_view text) {
    if (text.size() < sizeof short_) {
      std::memcpy(short_, text.data(), text.size());
      short_[text.size()] = '\0';
      size_ = text.size();
    } else {
      long_ = text;
    }
  }

  text_buffer(text_buffer const& other) : text_buffer(other.view()) {}
  text_buffer& operator=(text_buffer const&) = delete;

  /// Reads a JavaScript string; lone surrogates become U+FFFD. False when the value is no string. Short
  /// strings take one call of Node-API, longer ones two more.
  bool read(napi_env env, napi_value text) {
    if (napi_get_value_string_utf8(env, text, short_, sizeof short_, &size_) != napi_ok) return false;
    // Characters are not cut: up to three bytes stay free when the next one does not fit.
    if (size_ + 4 < sizeof short_) return true;
    if (napi_get_value_string_utf8(env, text, nullptr, 0, &size_) != napi_ok) return false;
    long_.resize(size_);
    return napi_get_value_string_utf8(env, text, long_.data(), size_ + 1, &size_) == napi_ok;
  }

  std::string_view view() const { return long_.empty() ? std::string_view(short_, size_) : long_; }
  std::string take() && { return long_.empty() ? std::string(short_, size_) : std::move(long_); }

 private:
  char short_[2048];
  std::size_t size_ = 0;
  std::string long_;
};

/// A JavaScript string as UTF-8; empty when the value is no string.
inline std::optional<std::string> read_text(napi_env env, napi_value text) {
  text_buffer buffer;
  if (!buffer.read(env, text)) return std::nullopt;
  return std::move(buffer).take();
}

}  // namespace detail
}  // namespace tendon
