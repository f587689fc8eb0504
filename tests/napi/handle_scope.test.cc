#include <tendon/napi/handle_scope.hpp>

#include <doctest/doctest.h>

#include "javascript.hpp"

#include <stdexcept>
#include <vector>

using tendon::detail::for_each_index;
using tendon::detail::handle_scope;

TEST_CASE("a handle scope closes when an exception leaves it") {
  for (int i = 0; i < 3; ++i) {
    try {
      handle_scope const outer(test_env);
      handle_scope const inner(test_env);
      throw std::runtime_error("out");
    } catch (std::runtime_error const&) {}
  }
  // Node-API refuses to close a scope out of order, so a scope that was left open would show here.
  napi_handle_scope scope = nullptr;
  REQUIRE(napi_open_handle_scope(test_env, &scope) == napi_ok);
  CHECK(napi_close_handle_scope(test_env, scope) == napi_ok);
}

TEST_CASE("each index is visited once and in order") {
  for (std::size_t const count : {0, 1, 1023, 1024, 1025, 5000}) {
    std::vector<std::size_t> visited;
    for_each_index(test_env, count, [&](std::size_t i) { visited.push_back(i); });
    REQUIRE(visited.size() == count);
    for (std::size_t i = 0; i < count; ++i) REQUIRE(visited[i] == i);
  }
}

TEST_CASE("an exception ends the visit of indexes") {
  std::size_t visited = 0;
  auto const stop_at_2000 = [&](std::size_t i) {
    if (i == 2000) throw std::runtime_error("stop");
    ++visited;
  };
  CHECK_THROWS_AS(for_each_index(test_env, 5000, stop_at_2000), std::runtime_error);
  CHECK(visited == 2000);
}
