#include <tendon/env/exit_hooks.hpp>

#include <doctest/doctest.h>

#include "functions.hpp"
#include "javascript.hpp"

#include <cstdio>
#include <memory>
#include <string>
#include <utility>

using tendon::exit_hook;
using tendon::detail::environment;
using tendon::detail::exit_hooks;

namespace {

/// What the hooks of a case have done, and the list they are in.
struct record {
  exit_hooks hooks;
  std::string text;

  void run() { hooks.run(test_env, environment::of(test_env)); }
};

/// A hook that does something to a record.
template <class Body>
exit_hook hook_of(record& in, Body body) {
  auto bound = [&in, body] { body(in); };
  using bound_type = decltype(bound);
  return {[](environment&, exit_hook const& self) { (*static_cast<bound_type const*>(self.target.get()))(); },
          std::make_shared<bound_type const>(bound)};
}

exit_hook writer(record& in, std::string text) {
  return hook_of(in, [text](record& to) { to.text += text; });
}

void say(std::string const& text) {
  std::puts(text.c_str());
  std::fflush(stdout);
}

/// Registers a hook when the environment destroys it, which is after the hooks.
struct late_registrar {
  napi_env env = nullptr;
  ~late_registrar() {
    if (env) tendon::at_exit(env, [] { say("late"); });
    if (env) say("state destroyed");
  }
};

test_functions const exits([](tendon::addon& a) {
  a.export_function<[](napi_env env, std::string text) {
    tendon::at_exit(env, [text = std::move(text)] { say(text); });
  }>("say_at_exit", a.arg("text"));
  a.export_function<[](napi_env env, tendon::env_state<late_registrar>& state) { state->env = env; }>(
      "register_after_the_end");
});

}  // namespace

TEST_CASE("hooks run last in, first out, and once") {
  record seen;
  for (auto const* text : {"a", "b", "c"}) seen.hooks.add(writer(seen, text));
  CHECK_FALSE(seen.hooks.empty());
  seen.run();
  CHECK(seen.text == "cba");
  CHECK(seen.hooks.empty());
  seen.run();
  CHECK(seen.text == "cba");
}

TEST_CASE("a hook that a hook adds is the next") {
  record seen;
  seen.hooks.add(writer(seen, "a"));
  seen.hooks.add(hook_of(seen, [](record& in) {
    in.hooks.add(writer(in, "added"));
    in.text += "b ";
  }));
  seen.run();
  CHECK(seen.text == "b addeda");
}

TEST_CASE("a hook that runs the hooks runs the others") {
  record seen;
  seen.hooks.add(writer(seen, "a"));
  seen.hooks.add(hook_of(seen, [](record& in) {
    in.run();
    in.text += "b";
  }));
  seen.run();
  CHECK(seen.text == "ab");
}

TEST_CASE("a hook that is added after a run waits for the next") {
  record seen;
  seen.run();
  seen.hooks.add(writer(seen, "a"));
  CHECK(seen.text == "");
  seen.hooks.end(test_env, environment::of(test_env));
  CHECK(seen.text == "a");
}

TEST_CASE("the state of a hook dies with its run") {
  record seen;
  auto const counted = std::make_shared<int>(0);
  seen.hooks.add(hook_of(seen, [counted](record&) {}));
  CHECK(counted.use_count() == 2);
  seen.run();
  CHECK(counted.use_count() == 1);
}

TEST_CASE("the hooks of an addon are added in the order of its block") {
  record seen;
  tendon::description addon;
  addon.exit_hooks = {writer(seen, "a"), writer(seen, "b")};
  seen.hooks.add_described(addon);
  seen.hooks.add(writer(seen, "c"));
  seen.run();
  CHECK(seen.text == "cba");
  CHECK(addon.exit_hooks.size() == 2);
}
