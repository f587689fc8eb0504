#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "../base/utf.hpp"
#include "../napi/make_text.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

// Texts that are parts of a value travel beside the frame, all as one JavaScript string: to make one long
// string, or to look into it, takes the engine less than each crossing would.

/// The texts in the arguments of a call from a stub.
class received_texts {
 public:
  /// False when the value is no string, which a stub never passes.
  bool read(napi_env env, napi_value all) {
    if (napi_get_value_string_utf16(env, all, short_, most_in_place, &size_) != napi_ok) return false;
    // Only then all of it is there for sure.
    if (size_ < most_in_place - 1) return true;
    if (napi_get_value_string_utf16(env, all, nullptr, 0, &size_) != napi_ok) return false;
    long_ = std::make_unique_for_overwrite<char16_t[]>(size_ + 1);
    units_ = long_.get();
    return napi_get_value_string_utf16(env, all, long_.get(), size_ + 1, &size_) == napi_ok;
  }

  /// The part that a stub says is a text; false when there is none.
  bool find(double start, double length, std::u16string_view& part) const {
    auto const size = static_cast<double>(size_);
    if (!(start >= 0 && start <= size && length >= 0 && length <= size - start)) return false;
    part = {units_ + static_cast<std::size_t>(start), static_cast<std::size_t>(length)};
    return true;
  }

 private:
  static constexpr std::size_t most_in_place = 512;

  char16_t short_[most_in_place];
  std::unique_ptr<char16_t[]> long_;
  char16_t const* units_ = short_;
  std::size_t size_ = 0;
};

/// The texts in the result of a call from a stub.
class given_texts {
 public:
  std::size_t size() const { return units_.size(); }

  /// Adds a text in UTF-8; false when it is not well-formed.
  bool add(std::string_view text) {
    auto const start = units_.size();
    units_.resize(start + text.size());
    char32_t bits = 0;
    auto const* const end = decode_utf8(text, units_.data() + start, bits);
    if (end) units_.resize(static_cast<std::size_t>(end - units_.data()));
    bits_ |= bits;
    return end != nullptr;
  }

  bool add(std::u16string_view text) {
    for (auto const each : text) bits_ |= each;
    units_ += text;
    return true;
  }

  /// All of them as one string; they are gone then.
  napi_value take(napi_env env) { return make_string(env, units_.data(), units_.size(), bits_); }

 private:
  std::u16string units_;
  char32_t bits_ = 0;
};

}  // namespace detail
}  // namespace tendon
