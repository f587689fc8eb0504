#include <tendon/napi/reference.hpp>

#include <doctest/doctest.h>

#include "javascript.hpp"

#include <thread>
#include <utility>

using tendon::detail::environment;
using tendon::detail::reference;

namespace {

std::shared_ptr<tendon::detail::lifetime> owner() { return environment::of(test_env).shared_from_this(); }

}  // namespace

TEST_CASE("a reference gives its object back in later handle scopes") {
  reference kept;
  {
    tendon::detail::handle_scope const scope(test_env);
    kept = reference(owner(), evaluated("({ name: 'kept' })"));
  }
  CHECK(asked("(object) => object.name", kept.get()) == "kept");
  CHECK(kept.owner() == &environment::of(test_env));
}

TEST_CASE("an empty reference has neither value nor owner") {
  reference const empty;
  CHECK(empty.get() == nullptr);
  CHECK(empty.owner() == nullptr);
}

TEST_CASE("a reference that was moved from is empty") {
  reference first(owner(), evaluated("({})"));
  auto const value = first.get();
  reference second(std::move(first));
  CHECK(first.get() == nullptr);
  CHECK(same_value(second.get(), value));
  reference third;
  third = std::move(second);
  CHECK(second.get() == nullptr);
  CHECK(same_value(third.get(), value));
}

TEST_CASE("a reference destroyed on another thread is freed at the next call into the addon") {
  auto& in = environment::of(test_env);
  auto kept = reference(owner(), evaluated("({})"));
  std::thread([moved = std::move(kept)]() mutable { reference const gone = std::move(moved); }).join();
  CHECK(kept.get() == nullptr);
  in.free_released();
  in.free_released();
}
