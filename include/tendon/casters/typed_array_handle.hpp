#pragma once
// tendon::typed_array<T>  <->  the matching typed array

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "../env/environment.hpp"
#include "../napi/handle_scope.hpp"
#include "../napi/reference.hpp"
#include "typed_array.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// A typed array of JavaScript that C++ keeps alive.
class kept_typed_array {
 public:
  kept_typed_array(value const& from, typed_array_kind kind)
      : kind_(kind),
        name_(from.path()),
        array_(environment::of(from.env()).shared_from_this(), from.handle()) {}

  /// In a handle scope.
  napi_value handle() const {
    require_usable();
    return array_.get();
  }

  /// Its memory as it is now.
  buffer_view view() const {
    require_usable();
    auto const env = array_.owner()->env();
    handle_scope const scope(env);
    buffer_view view;
    napi_value buffer = nullptr;
    check(env,
          napi_get_typedarray_info(env, array_.get(), nullptr, &view.length, &view.data, &buffer, nullptr));
    if (view.length == 0) require_attached(env, buffer);
    return view;
  }

 private:
  void require_usable() const {
    auto const& owner = *array_.owner();
    if (!owner.on_js_thread()) fail(std::errc::operation_not_permitted, "off the JavaScript thread");
    if (!owner.alive()) fail(std::errc::operation_canceled, "after its environment has ended");
  }

  [[noreturn]] void fail(std::errc code, char const* when) const {
    throw std::system_error(std::make_error_code(code), "\"" + name_ + "\" is used " + when);
  }

  /// Looks at no property for the message: a getter could take away a buffer that another argument refers to.
  void require_attached(napi_env env, napi_value buffer) const {
    bool is_detached = false;
    check(env, napi_is_detached_arraybuffer(env, buffer, &is_detached));
    if (is_detached)
      throw conversion_error(conversion_error::kind::type, "ERR_INVALID_ARG_VALUE",
                             "The argument '" + name_ + "' must not be detached. Received an instance of " +
                                 std::string(kind_.name));
  }

  typed_array_kind kind_;
  std::string name_;
  reference array_;
};

inline std::shared_ptr<kept_typed_array const> keep_typed_array(value const& from, typed_array_kind kind,
                                                                std::size_t alignment) {
  auto const view = view_typed_array(from, kind.type);
  if (!view.matches) from.wrong_type("an instance of " + std::string(kind.name));
  check_alignment(from, view.data, alignment);
  return std::make_shared<kept_typed_array const>(from, kind);
}

/// How many bytes the ArrayBuffers over memory of C++ hold in one environment.
struct adopted_bytes {
  std::shared_ptr<std::size_t> count = std::make_shared<std::size_t>(0);
};

/// What such an ArrayBuffer keeps. JavaScript thread.
struct adopted_memory {
  std::shared_ptr<void> owner;
  std::size_t size;
  std::shared_ptr<std::size_t> total;

  adopted_memory(std::shared_ptr<void> kept, std::size_t bytes, adopted_bytes const& of)
      : owner(std::move(kept)), size(bytes), total(of.count) {
    *total += size;
  }
  adopted_memory(adopted_memory const&) = delete;
  adopted_memory& operator=(adopted_memory const&) = delete;
  ~adopted_memory() { *total -= size; }
};

/// An ArrayBuffer over `data`, which keeps `owner`; null when the runtime allows none. Node.js frees memory
/// of C++ in its event loop only, so a loop that does not return there gets null after a while, too.
inline napi_value adopt_memory([[maybe_unused]] napi_env env, [[maybe_unused]] void* data,
                               [[maybe_unused]] std::size_t size,
                               [[maybe_unused]] std::shared_ptr<void> owner) {
  napi_value buffer = nullptr;
#ifndef NODE_API_NO_EXTERNAL_BUFFERS_ALLOWED
  constexpr std::size_t most = 256 << 20;
  auto const& before = environment::of(env).state<adopted_bytes>();
  if (*before.count > most) return nullptr;
  auto memory = std::make_unique<adopted_memory>(std::move(owner), size, before);
  auto const finish = [](napi_env, void*, void* kept) { delete static_cast<adopted_memory*>(kept); };
  auto const status = napi_create_external_arraybuffer(env, data, size, finish, memory.get(), &buffer);
  if (status == napi_no_external_buffers_allowed) return nullptr;
  // After another failure nobody can tell who owns the memory: better a leak than to free it twice.
  (void)memory.release();
  check(env, status);
#endif
  return buffer;
}

}  // namespace detail

/// The elements of a typed array: integers, float, double or std::byte. One that JavaScript passes is that
/// array itself, kept alive: copies of it share its elements. One that C++ makes owns a vector, which becomes
/// the memory of the typed array that it is given as, without a copy where the runtime allows that.
///
/// `const` says nothing of the elements, as with a span. `span()` and `data()` of an array of JavaScript are
/// valid until JavaScript runs, which can resize or detach the buffer: ask again then. They and `size()` are
/// for the JavaScript thread, and throw when the buffer is detached. Copying, moving and destroying is for
/// any thread.
template <class T>
class typed_array {
 public:
  using value_type = T;

  typed_array() = default;
  typed_array(std::vector<T>&& elements) : own_(std::move(elements)) {}
  explicit typed_array(std::span<T const> elements) : own_(elements.begin(), elements.end()) {}

  std::span<T> span() const {
    if (!kept_) return own_;
    auto const view = kept_->view();
    return {static_cast<T*>(view.data), view.length};
  }

  std::size_t size() const { return span().size(); }
  T* data() const { return span().data(); }

 private:
  friend caster<typed_array>;

  explicit typed_array(std::shared_ptr<detail::kept_typed_array const> kept) : kept_(std::move(kept)) {}

  std::shared_ptr<detail::kept_typed_array const> kept_;
  std::vector<T> mutable own_;  ///< empty when one is kept
};

template <detail::typed_array_element T>
struct caster<typed_array<T>> {
  static constexpr std::string_view ts_in = detail::typed_array_kind_of<T>().name, ts_out = ts_in;

  static typed_array<T> from_js(value const& from) {
    return typed_array<T>(detail::keep_typed_array(from, kind, alignof(T)));
  }

  static napi_value to_js(napi_env env, typed_array<T> const& to) {
    if (to.kept_) return to.kept_->handle();
    return detail::copy_typed_array(env, kind.type, to.own_.data(), to.own_.size(), sizeof(T));
  }

  static napi_value to_js(napi_env env, typed_array<T>&& to) {
    if (to.own_.empty()) return to_js(env, std::as_const(to));
    auto const memory = std::make_shared<std::vector<T>>(std::move(to.own_));
    auto const length = memory->size();
    if (auto const buffer = detail::adopt_memory(env, memory->data(), length * sizeof(T), memory))
      return detail::make_typed_array(env, kind.type, buffer, length);
    return detail::copy_typed_array(env, kind.type, memory->data(), length, sizeof(T));
  }

 private:
  static constexpr auto kind = detail::typed_array_kind_of<T>();
};

}  // namespace tendon
