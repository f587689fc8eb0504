#include <tendon/napi/lifetime.hpp>

#include <doctest/doctest.h>

#include "functions.hpp"
#include "javascript.hpp"

#include <cstddef>
#include <memory>
#include <set>
#include <thread>
#include <vector>

using tendon::detail::environment;
using tendon::detail::lifetime;

namespace {

/// Ends when told to, long before its environment.
struct short_lifetime final : lifetime {
  explicit short_lifetime(napi_env env) : lifetime(env) {}
  using lifetime::let_go;
  slot only = nowhere;
};

std::unique_ptr<short_lifetime> current;

test_functions const lifetimes([](tendon::addon& a) {
  a.export_function<[](napi_env env, tendon::this_value object) {
    current = std::make_unique<short_lifetime>(env);
    current->only = current->hold(object.value);
  }>("hold_this");
  a.export_function<[](tendon::this_value object) {
    bool same = false;
    napi_strict_equals(current->env(), current->held(current->only), object.value, &same);
    return same;
  }>("holds_this");
  a.export_function<[] { current->let_go(); }>("end_lifetime");
  a.export_function<[](tendon::this_value object) {
    return current->alive() || current->held(current->only) ||
           current->hold(object.value) != lifetime::nowhere;
  }>("can_hold_this");
  a.export_function<[] { current->release(current->only); }>("release_held");
  a.export_function<[] {
    std::thread([] { current->release(current->only); }).join();
    current->free_released();
  }>("release_held_on_thread");
});

}  // namespace

TEST_CASE("the lifetime of an environment can be found while it lives") {
  auto const found = lifetime::of(test_env);
  REQUIRE(found);
  CHECK(found.get() == &environment::of(test_env));
  CHECK(found->env() == test_env);
  CHECK(found->alive());
}

TEST_CASE("what is no environment has no lifetime") { CHECK(lifetime::of(nullptr) == nullptr); }

TEST_CASE("a lifetime knows its thread") {
  auto const found = lifetime::of(test_env);
  CHECK(found->on_js_thread());
  bool elsewhere = true;
  std::thread([&] { elsewhere = found->on_js_thread(); }).join();
  CHECK_FALSE(elsewhere);
}

TEST_CASE("what is held is given back until it is released") {
  auto const found = lifetime::of(test_env);
  auto const first = evaluated("({ name: 'first' })");
  auto const second = evaluated("(() => {})");
  auto const at_first = found->hold(first);
  auto const at_second = found->hold(second);
  CHECK(at_first != at_second);
  CHECK(same_value(found->held(at_first), first));
  CHECK(same_value(found->held(at_second), second));
  found->release(at_first);
  CHECK(same_value(found->held(at_second), second));
  CHECK(found->hold(first) == at_first);
  found->release(at_second);
  found->release(at_first);
}

TEST_CASE("what Node-API refuses to refer to is held nowhere") {
  auto const found = lifetime::of(test_env);
  CHECK(found->hold(nullptr) == lifetime::nowhere);
  CHECK(found->held(lifetime::nowhere) == nullptr);
}

TEST_CASE("what several threads at once release is all freed") {
  auto const found = lifetime::of(test_env);
  found->free_released();
  auto const object = evaluated("({})");
  constexpr std::size_t threads = 4;
  constexpr std::size_t each = 100;
  auto const hold_all = [&] {
    std::vector<lifetime::slot> slots(threads * each);
    for (auto& slot : slots) slot = found->hold(object);
    return slots;
  };
  auto const slots = hold_all();
  std::vector<std::thread> running;
  for (std::size_t i = 0; i < threads; ++i)
    running.emplace_back([&, i] {
      for (std::size_t j = 0; j < each; ++j) found->release(slots[i * each + j]);
    });
  for (auto& thread : running) thread.join();
  CHECK(same_value(found->held(slots.front()), object));
  found->free_released();
  auto const again = hold_all();
  CHECK(std::set(again.begin(), again.end()) == std::set(slots.begin(), slots.end()));
  for (auto const slot : again) found->release(slot);
}
