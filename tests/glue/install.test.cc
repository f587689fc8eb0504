#include <tendon/glue/install.hpp>

#include <doctest/doctest.h>

#include "functions.hpp"
#include "javascript.hpp"

#include <string>
#include <vector>

namespace {

int one() { return 1; }

test_functions const odd_names([](tendon::addon& a) {
  a.export_function<&one>("a-b");
  a.export_function<&one>("__proto__");
  a.export_function<&one>("constructor");
  a.export_function<&one>("prototype");
  a.export_function<&one>("hasOwnProperty");
  a.export_function<&one>("delete");
  a.export_function<&one>("1");
  a.export_function<&one>("with space");
  a.export_function<&one>("日本");
  a.export_function<&one>("quote\"back\\slash\n\xE2\x80\xA8");
  a.export_function<&one>("${x}`");
  a.export_value("exported_number", 42, tendon::doc("The answer."));
  a.export_value("exported_text", std::string("text"));
  a.export_value("exported_list", std::vector<int>{1, 2});
});

struct greeting final : tendon::addon {
  void describe_() {
    export_assignment<[](std::string const& name) { return "hello " + name; }>("greet", arg("name"));
    export_function<&one>("one");
    export_value("version", 3);
  }
};

struct plain_exports final : tendon::addon {
  void describe_() { export_function<&one>("one"); }
};

struct faulty final : tendon::addon {
  void describe_() {
    export_function<&one>("one");
    export_value("one", 1);
  }
};

struct throwing_value {};

napi_value empty_object() {
  napi_value result = nullptr;
  tendon::detail::check(test_env, napi_create_object(test_env, &result));
  return result;
}

}  // namespace

template <>
struct tendon::caster<throwing_value> {
  static constexpr std::string_view ts_in = "never", ts_out = "never";
  static napi_value to_js(napi_env, throwing_value const&) { throw std::invalid_argument("no such value"); }
};

namespace {

struct unloadable final : tendon::addon {
  void describe_() { export_value("never", throwing_value()); }
};

}  // namespace

TEST_CASE("an assigned function is the module itself and has the other exports") {
  auto const target = tendon::detail::load<greeting>(test_env, empty_object(), "greeting");
  CHECK(asked("(greet) => greet('you')", target) == "hello you");
  CHECK(asked("(greet) => greet.name + greet.length", target) == "greet1");
  CHECK(asked("(greet) => String(greet.one()) + greet.version", target) == "13");
  CHECK(asked("(greet) => Object.keys(greet).join()", target) == "one,version");
}

TEST_CASE("an addon can be installed twice in one environment") {
  auto const first = tendon::detail::load<greeting>(test_env, empty_object(), "greeting");
  auto const second = tendon::detail::load<greeting>(test_env, empty_object(), "greeting");
  CHECK_FALSE(same_value(first, second));
  CHECK(asked("(greet) => greet('a')", first) == "hello a");
  CHECK(asked("(greet) => greet('b')", second) == "hello b");
}

TEST_CASE("a fault in a block is an error when the addon is loaded, each time") {
  for (int i = 0; i < 2; ++i) {
    auto const text =
        thrown_out_of("", [] { tendon::detail::load<faulty>(test_env, empty_object(), "faulty"); });
    CHECK(text == "Error: addon \"faulty\": a function and a value are both exported as \"one\"");
  }
}

TEST_CASE("a constant that can't be made is an error when the addon is loaded") {
  auto const text =
      thrown_out_of("", [] { tendon::detail::load<unloadable>(test_env, empty_object(), "unloadable"); });
  CHECK(text == "TypeError: no such value");
}

TEST_CASE("an object that can't be extended is an error when the addon is loaded") {
  auto const text = thrown_out_of("", [] {
    tendon::detail::load<plain_exports>(test_env, evaluated("Object.freeze({})"), "plain_exports");
  });
  CHECK(text == "TypeError: Cannot add property one, object is not extensible");
}
