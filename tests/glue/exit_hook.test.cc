#include <tendon/glue/exit_hook.hpp>

#include <doctest/doctest.h>

#include "functions.hpp"
#include "javascript.hpp"

#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string>
#include <system_error>
#include <thread>
#include <utility>

namespace {

/// Whether the hooks of the block speak. Each environment of the tests has a thread of its own.
thread_local bool heard = false;

void say(std::string const& text) {
  if (!heard) return;
  std::puts(text.c_str());
  std::fflush(stdout);
}

struct count {
  int hooks = 0;
};

void plain() { say("plain"); }
int counted(tendon::env_state<count>& hooks) noexcept { return ++hooks->hooks; }
extern "C" void tendon_test_c_hook(void* data) { say(static_cast<char const*>(data)); }

struct shared_text {
  std::shared_ptr<std::string const> text;
  void operator()() const { say(*text); }
};

/// What Node-API lets a hook do: make values always, run JavaScript while there is some.
void use_vm(napi_env env) {
  napi_value object = nullptr;
  napi_value text = nullptr;
  bool const makes = napi_create_object(env, &object) == napi_ok &&
                     napi_create_string_utf8(env, "1 + 1", NAPI_AUTO_LENGTH, &text) == napi_ok;
  bool const runs = napi_run_script(env, text, &object) == napi_ok;
  say(std::string(makes ? "makes values" : "makes nothing") + (runs ? ", runs JavaScript" : ""));
}

char yum[] = "yum yum";

test_functions const exit_hook_callables([](tendon::addon& a) {
  a.at_exit<&plain>();
  a.at_exit(shared_text{std::make_shared<std::string const>("state")});
  a.at_exit(&tendon_test_c_hook, yum);
  a.at_exit([](void* data) { say(static_cast<char*>(data)); }, yum + 4);
  a.at_exit(&plain);
  a.at_exit<[](tendon::env_state<count> const& hooks) { say(std::to_string(hooks->hooks)); }>();
  a.at_exit<&counted>();
  a.at_exit<&counted>();
  a.at_exit<&use_vm>();
  a.at_exit([](tendon::env_state<count> hooks, napi_env const& env) {
    say(env && hooks->hooks == 0 ? "both" : "wrong");
  });
  a.export_function<[] { heard = true; }>("hear_hooks");
});

[[noreturn]] void throw_text() { throw std::runtime_error("the text"); }

/// Hooks that fail, and one that doesn't before and after.
test_functions const failing([](tendon::addon& a) {
  a.export_function<[](napi_env env) {
    tendon::at_exit(env, [] { say("last"); });
    tendon::at_exit(env, [] { throw 5; });
    tendon::at_exit(env, &throw_text);
    tendon::at_exit(env, [] { throw std::system_error(2, std::generic_category(), "open"); });
    tendon::at_exit(env, [] { say("first"); });
  }>("fail_at_exit");
  a.export_function<[](napi_env env, std::string script) {
    tendon::at_exit(env, [script = std::move(script)](napi_env in) {
      napi_value text = nullptr;
      napi_create_string_utf8(in, script.data(), script.size(), &text);
      napi_run_script(in, text, &text);
    });
  }>("run_at_exit", a.arg("script"));
  a.export_function<[](napi_env env, std::string script) {
    tendon::at_exit(env, [script = std::move(script)](napi_env in) {
      napi_value text = nullptr;
      tendon::detail::check(in, napi_create_string_utf8(in, script.data(), script.size(), &text));
      tendon::detail::check(in, napi_run_script(in, text, &text));
    });
  }>("check_at_exit", a.arg("script"));
});

test_functions const added_later([](tendon::addon& a) {
  a.export_function<[](napi_env env) {
    auto owned = std::make_unique<int>(7);
    tendon::at_exit(env, [owned = std::move(owned)](napi_env in) {
      say("outer " + std::to_string(*owned));
      tendon::at_exit(
          in, [](tendon::env_state<count>& hooks) { say("inner " + std::to_string(++hooks->hooks)); });
    });
  }>("nest_at_exit");
});

}  // namespace

TEST_CASE("a hook can be added on its thread only") {
  std::string what;
  std::thread([&what, env = test_env] {
    try {
      tendon::at_exit(env, [] {});
    } catch (std::system_error const& error) {
      if (error.code() == std::errc::operation_not_permitted) what = error.what();
    }
  }).join();
  CHECK(what == "tendon::at_exit() is called off the JavaScript thread: Operation not permitted");
}

TEST_CASE("a hook can be added where the addon is loaded only") {
  CHECK_THROWS_WITH_AS(tendon::at_exit(nullptr, [] {}),
                       "tendon::at_exit() is called where the addon is not loaded", std::logic_error);
}

TEST_CASE("adding a hook leaves a pending exception to its owner") {
  tendon::at_exit(test_env, [] {});
  CHECK(thrown_out_of("f", [] {
          napi_throw_error(test_env, nullptr, "mine");
          tendon::at_exit(test_env, [] {});
        }) == "Error: mine");
}
