#include <tendon/napi/lifetime.hpp>

#include <doctest/doctest.h>

#include "javascript.hpp"

#include <thread>

using tendon::detail::environment;
using tendon::detail::lifetime;

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

TEST_CASE("references released by several threads at once are all freed") {
  auto const found = lifetime::of(test_env);
  auto const object = evaluated("({})");
  constexpr int threads = 4;
  constexpr int each = 100;
  std::vector<napi_ref> references(threads * each);
  for (auto& reference : references)
    REQUIRE(napi_create_reference(test_env, object, 1, &reference) == napi_ok);
  std::vector<std::thread> running;
  for (int i = 0; i < threads; ++i)
    running.emplace_back([&, i] {
      for (int j = 0; j < each; ++j) found->release(references[static_cast<std::size_t>(i * each + j)]);
    });
  for (auto& thread : running) thread.join();
  found->free_released();
}
