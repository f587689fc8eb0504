#pragma once

#include <cstdint>

#include "../napi/lifetime.hpp"
#include "../napi/reference.hpp"
#include "../napi/status.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// Memory that JavaScript and C++ both see, one per environment. Scripts write the header right before they
/// enter C++, which reads it before anything else can run. Script code that users write can't reach it.
class frame {
 public:
  frame(std::shared_ptr<lifetime> owner) {
    auto const env = owner->env();
    napi_value buffer = nullptr;
    void* data = nullptr;
    check(env, napi_create_arraybuffer(env, header_length * sizeof(std::int32_t), &data, &buffer));
    header_ = static_cast<std::int32_t*>(data);
    buffer_ = reference(std::move(owner), buffer);
  }

  /// Which function is called.
  std::int32_t function_index() const { return header_[0]; }

  /// How many arguments the caller wrote, those beyond the parameters included.
  std::int32_t argument_count() const { return header_[1]; }

  /// The slot of the object that a method is called on, or of the object that `slot_of` was asked about;
  /// negative when it has none.
  std::int32_t slot() const { return header_[2]; }

  /// Counts the synchronous turns of JavaScript in which objects were created together; see bursts.hpp.
  std::int32_t turn() const { return header_[4]; }

  /// Tells the script which slot to stamp an object with, and how the object is held.
  void set_stamp(std::uint32_t slot, std::int32_t holding) const {
    header_[2] = static_cast<std::int32_t>(slot);
    header_[3] = holding;
  }

  /// The header as JavaScript sees it: an Int32Array. In a handle scope.
  napi_value header_view() const {
    auto const env = buffer_.owner()->env();
    napi_value view = nullptr;
    check(env, napi_create_typedarray(env, napi_int32_array, header_length, buffer_.get(), 0, &view));
    return view;
  }

 private:
  static constexpr std::size_t header_length = 5;

  std::int32_t* header_ = nullptr;
  reference buffer_;
};

}  // namespace detail
}  // namespace tendon
