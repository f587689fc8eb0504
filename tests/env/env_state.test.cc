#include <tendon/env/env_state.hpp>

#include <doctest/doctest.h>

#include "functions.hpp"

#include <atomic>
#include <functional>
#include <stdexcept>
#include <string>

namespace {

/// Counts calls in one environment, and itself in the process.
struct tally {
  static inline std::atomic<int> alive = 0;
  int calls = 0;
  tally() { ++alive; }
  tally(tally const&) = delete;
  tally& operator=(tally const&) = delete;
  ~tally() { --alive; }
};

/// Keeps a JavaScript function until the environment ends.
struct subscriber {
  std::function<void(int)> notify;
};

struct broken {
  broken() { throw std::invalid_argument("the state can't be made"); }
};

test_functions const states([](tendon::addon& a) {
  a.export_function<[](tendon::env_state<tally>& state) { return ++state->calls; }>("count_in_env");
  a.export_function<[](int by, tendon::env_state<tally> state) { return (*state).calls += by; }>(
      "count_by_in_env", a.arg("by"));
  a.export_function<[](tendon::env_state<tally> const& state) { return state->calls; }>("counted_in_env");
  a.export_function<[] { return tally::alive.load(); }>("tallies_alive");
  a.export_function<[](tendon::env_state<subscriber>& state, std::function<void(int)> notify) {
    state->notify = std::move(notify);
  }>("subscribe", a.arg("notify"));
  a.export_function<[](tendon::env_state<subscriber>& state, int number) { state->notify(number); }>(
      "notify", a.arg("number"));
  a.export_function<[](tendon::env_state<broken>&) {}>("use_broken_state");
});

}  // namespace
