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
  reference(std::shared_ptr<lifetime> owner, napi_value object) : owner_(std::move(owner)) {
    if (napi_create_reference(owner_->env(), object, 1, &handle_) != napi_ok) handle_ = nullptr;
  }

  reference(reference&& other) noexcept
      : owner_(std::move(other.owner_)), handle_(std::exchange(other.handle_, nullptr)) {}
  reference& operator=(reference&& other) noexcept {
    std::swap(owner_, other.owner_);
    std::swap(handle_, other.handle_);
    return *this;
  }
  ~reference() {
    if (handle_) owner_->release(handle_);
  }

  /// The environment it belongs to; null when empty.
  lifetime* owner() const { return owner_.get(); }

  /// The value, or null when it is gone with its environment. JavaScript thread, in a handle scope.
  napi_value get() const {
    napi_value value = nullptr;
    if (handle_ && owner_->alive()) napi_get_reference_value(owner_->env(), handle_, &value);
    return value;
  }

 private:
  std::shared_ptr<lifetime> owner_;
  napi_ref handle_ = nullptr;
};

}  // namespace detail
}  // namespace tendon
