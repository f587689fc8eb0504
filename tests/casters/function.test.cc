#include <tendon/casters/function.hpp>

#include <doctest/doctest.h>

#include "functions.hpp"
#include "javascript.hpp"

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

namespace {

using number_function = std::function<double(double)>;
using plain_function = std::function<void()>;

plain_function& kept() {
  static plain_function callback;
  return callback;
}

struct listener {
  std::string event;
  std::function<std::string(std::string const&, int)> on;
};

/// Counts the objects that C++ functions keep for JavaScript.
struct counted {
  static inline std::atomic<int> alive = 0;
  counted() { ++alive; }
  counted(counted const&) { ++alive; }
  ~counted() { --alive; }
};

std::string call_on_thread(plain_function const& callback) {
  std::string result = "called";
  std::thread([&] {
    try {
      callback();
    } catch (std::system_error const& error) {
      result = error.what();
    }
  }).join();
  return result;
}

void rethrow_from_thread(plain_function const& callback) {
  std::exception_ptr thrown;
  std::thread([&] {
    try {
      callback();
    } catch (...) {
      thrown = std::current_exception();
    }
  }).join();
  if (thrown) std::rethrow_exception(thrown);
}

test_functions const callbacks([](tendon::addon& a) {
  a.export_function<[](number_function const& f, double x) { return f(x); }>("call_function", a.arg("f"),
                                                                             a.arg("x"));
  a.export_function<[](tendon::function_ref<double(double)> f, double x) { return f(x); }>(
      "call_function_ref", a.arg("f"), a.arg("x"));
  a.export_function<[](plain_function const& f) { f(); }>("call_plain", a.arg("f"));
  a.export_function<[](tendon::function_ref<void()> f) { f(); }>("call_plain_ref", a.arg("f"));
  a.export_function<[](tendon::function_ref<void()>) {}>("ignore_function_ref", a.arg("f"));
  a.export_function<[](std::function<std::optional<int>()> const& f) { return f(); }>("call_optional",
                                                                                      a.arg("f"));
  a.export_function<[](std::function<std::vector<int>()> const& f) { return f(); }>("call_for_vector",
                                                                                    a.arg("f"));
  a.export_function<[](listener const& on, int count) {
    std::string result;
    for (int i = 0; i < count; ++i) result += on.on(on.event, i);
    return result;
  }>("call_listener", a.arg("listener"), a.arg("count"));
  a.export_function<[](plain_function const& f) {
    try {
      f();
    } catch (std::exception const& error) {
      return std::string(error.what());
    }
    return std::string("nothing was thrown");
  }>("what_was_thrown", a.arg("f"));
  a.export_function<[](plain_function const& f) {
    try {
      f();
    } catch (...) {
      std::throw_with_nested(std::runtime_error("around"));
    }
  }>("throw_around", a.arg("f"));
  a.export_function<[](plain_function const& f, int count) {
    int failures = 0;
    for (int i = 0; i < count; ++i) {
      try {
        f();
      } catch (tendon::js_error const&) {
        ++failures;
      }
    }
    return failures;
  }>("count_throws", a.arg("f"), a.arg("count"));
  a.export_function<[](plain_function f) { kept() = std::move(f); }>("keep", a.arg("f"));
  a.export_function<[] { kept()(); }>("call_kept");
  a.export_function<[] { kept() = nullptr; }>("forget");
  a.export_function<[] {
    std::thread([gone = std::exchange(kept(), nullptr)]() mutable { gone = nullptr; }).join();
  }>("forget_on_thread");
  a.export_function<[](plain_function f) { return call_on_thread(f); }>("call_on_thread", a.arg("f"));
  a.export_function<[](tendon::function_ref<void()> f) { return call_on_thread(f); }>("call_ref_on_thread",
                                                                                      a.arg("f"));
  a.export_function<[](plain_function f) { rethrow_from_thread(f); }>("rethrow_from_thread", a.arg("f"));
  a.export_function<[] { return call_on_thread(kept()); }>("call_kept_on_thread");
  a.export_function<[](std::function<number_function(number_function)> const& f, number_function const& g,
                       double x) { return f(g)(x); }>("call_higher_order", a.arg("f"), a.arg("g"),
                                                      a.arg("x"));

  a.export_function<[](double a) -> number_function { return [a](double b) { return a + b; }; }>("adder",
                                                                                                 a.arg("a"));
  a.export_function<[](double a) -> number_function { return [a](double b) { return a + b; }; }>(
      "named_adder", a.arg("a"), tendon::returns(tendon::named("add to")));
  a.export_function<[]() -> number_function { return {}; }>("empty_function");
  a.export_function<[](number_function f) { return f; }>("same_function", a.arg("f"));
  a.export_function<[]() -> std::function<int(int, std::optional<int>, std::optional<int>)> {
    return [](int a, std::optional<int> b, std::optional<int> c) {
      return a + b.value_or(10) + c.value_or(100);
    };
  }>("function_with_optionals");
  a.export_function<[]() -> plain_function { return [] { throw std::invalid_argument("from within"); }; }>(
      "thrower");
  a.export_function<[]() -> std::function<int()> {
    return [object = counted(), count = std::make_shared<int>(0)] { return ++*count; };
  }>("counter_function");
  a.export_function<[] { return counted::alive.load(); }>("captured_alive");
});

}  // namespace

TEST_CASE("a function_ref calls what it was made from") {
  int calls = 0;
  auto const count = [&calls](int by) { return calls += by; };
  tendon::function_ref<int(int)> const ref = count;
  CHECK(ref(2) == 2);
  CHECK(ref(3) == 5);
}

TEST_CASE("a function converts both ways") {
  CHECK(converted<std::function<double(double)>>("(x) => x * 2")(1.5) == 3);
  auto holder = held<tendon::function_ref<int(int)>>("(x) => x + 1");
  CHECK(holder.get()(4) == 5);
  CHECK(asked("(f) => String(f(20))",
              tendon::caster<std::function<int(int)>>::to_js(test_env, [](int x) { return x + 1; })) == "21");
  CHECK(
      refusal<std::function<void()>>("{}") ==
      R"js(TypeError [ERR_INVALID_ARG_TYPE]: f(): The "value" argument must be of type function. Received an instance of Object)js");
}
