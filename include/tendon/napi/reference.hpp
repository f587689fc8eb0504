#pragma once

#include <memory>
#include <utility>

#include "lifetime.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// Keeps one JavaScript value alive. Made on the JavaScript thread; may be moved and destroyed on any.
class reference {
 public:
  reference() = default;

  /// Refers to an object or a function; other values must be put into one, as older versions of Node-API
  /// refuse them. Stays empty when Node-API fails.
  reference(std::shared_ptr<lifetime> owner, napi_value object)
      : owner_(std::move(owner)), slot_(owner_->hold(object)) {}

  reference(reference&& other) noexcept
      : owner_(std::move(other.owner_)), slot_(std::exchange(other.slot_, lifetime::nowhere)) {}
  reference& operator=(reference&& other) noexcept {
    std::swap(owner_, other.owner_);
    std::swap(slot_, other.slot_);
    return *this;
  }
  ~reference() {
    if (slot_ != lifetime::nowhere) owner_->release(slot_);
  }

  /// The environment it belongs to; null when empty.
  lifetime* owner() const { return owner_.get(); }

  /// The value, or null when it is gone with its environment. JavaScript thread, in a handle scope.
  napi_value get() const { return owner_ ? owner_->held(slot_) : nullptr; }

 private:
  std::shared_ptr<lifetime> owner_;
  lifetime::slot slot_ = lifetime::nowhere;
};

}  // namespace detail
}  // namespace tendon
