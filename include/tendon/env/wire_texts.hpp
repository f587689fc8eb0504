#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "../base/utf.hpp"
#include "../napi/make_text.hpp"
#include "../napi/text.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

// Texts that are parts of a value travel beside the frame, all as one JavaScript string: to make one long
// string, or to look into it, takes the engine less than each crossing would.

/// The texts in the arguments of a call from a stub.
class received_texts {
 public:
  /// False when the value is no string, which a stub never passes.
  bool read(napi_env env, napi_value all) { return all_.read(env, all); }

  /// The part that a stub says is a text; false when there is none.
  bool find(double start, double length, std::u16string_view& part) const {
    auto const all = all_.view();
    auto const size = static_cast<double>(all.size());
    if (!(start >= 0 && start <= size && length >= 0 && length <= size - start)) return false;
    part = all.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(length));
    return true;
  }

 private:
  basic_text_buffer<char16_t> all_;
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
