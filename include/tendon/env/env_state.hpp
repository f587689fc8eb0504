#pragma once

#include "environment.hpp"

namespace [[gnu::visibility("hidden")]] tendon {

/// State of one environment. As a parameter (`env_state<cache>& state`) it is injected: JavaScript doesn't
/// see it. There is one `T` per environment, made by its default constructor at the first use and destroyed
/// on the JavaScript thread when the environment ends. Worker threads never share one.
template <class T>
class env_state {
 public:
  explicit env_state(T& state) : state_(&state) {}

  T& operator*() const { return *state_; }
  T* operator->() const { return state_; }

 private:
  T* state_;
};

}  // namespace tendon
