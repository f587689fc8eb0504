#pragma once

#include "status.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// Handles made in it are given up at its end.
class handle_scope {
 public:
  explicit handle_scope(napi_env env) : env_(env) { check(env, napi_open_handle_scope(env, &scope_)); }
  handle_scope(handle_scope const&) = delete;
  handle_scope& operator=(handle_scope const&) = delete;
  ~handle_scope() { napi_close_handle_scope(env_, scope_); }

 private:
  napi_env env_;
  napi_handle_scope scope_ = nullptr;
};

/// Calls `body(i)` for each index, in handle scopes of bounded size, so that a long array does not pile up
/// handles.
template <class Body>
void for_each_index(napi_env env, std::size_t count, Body const& body) {
  constexpr std::size_t per_scope = 1024;
  for (std::size_t i = 0; i < count;) {
    handle_scope const scope(env);
    for (auto const end = count - i < per_scope ? count : i + per_scope; i < end; ++i) body(i);
  }
}

}  // namespace detail
}  // namespace tendon
