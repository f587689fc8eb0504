#include <tendon/env/environment.hpp>

#include <doctest/doctest.h>

#include "javascript.hpp"

#include <stdexcept>
#include <string>

using tendon::detail::environment;

namespace {

struct number_state {
  int number = 7;
};

struct text_state {
  std::string text = "new";
};

struct failing_state {
  static inline bool fails = true;
  failing_state() {
    if (fails) throw std::runtime_error("no state yet");
  }
};

}  // namespace

TEST_CASE("an environment is made once") {
  auto& first = environment::of(test_env);
  auto& second = environment::of(test_env);
  CHECK(&first == &second);
  CHECK(first.env() == test_env);
}

TEST_CASE("there is one state of each type") {
  auto& in = environment::of(test_env);
  auto& number = in.state<number_state>();
  CHECK(number.number == 7);
  number.number = 8;
  CHECK(in.state<text_state>().text == "new");
  CHECK(&in.state<number_state>() == &number);
  CHECK(in.state<number_state>().number == 8);
}

TEST_CASE("a state whose constructor throws is made at the next attempt") {
  auto& in = environment::of(test_env);
  failing_state::fails = true;
  CHECK_THROWS_WITH_AS(in.state<failing_state>(), "no state yet", std::runtime_error);
  failing_state::fails = false;
  CHECK_NOTHROW(in.state<failing_state>());
}

TEST_CASE("buffers are lent while a loan lives") {
  auto& in = environment::of(test_env);
  CHECK_FALSE(in.lends_buffers());
  {
    environment::buffer_loan const outer(in);
    {
      environment::buffer_loan const inner(in);
      CHECK(in.lends_buffers());
    }
    CHECK(in.lends_buffers());
  }
  CHECK_FALSE(in.lends_buffers());
}

TEST_CASE("a shell has the name and length that were asked for, and passes receiver and arguments on") {
  auto const native = evaluated("(function (...args) { return `${this}: ${args}`; })");
  auto const shell = environment::of(test_env).wrap(native, "a shell", 3);
  CHECK(asked("(shell) => shell.name + shell.length", shell) == "a shell3");
  CHECK(asked("(shell) => shell.call('this', 1, 2)", shell) == "this: 1,2");
}
