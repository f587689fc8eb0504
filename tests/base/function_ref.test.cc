#include <tendon/base/function_ref.hpp>

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <type_traits>
#include <utility>

using tendon::function_ref;

namespace {

int twice(int value) { return 2 * value; }

int call(function_ref<int(int)> function, int value) { return function(value); }

struct counter {
  int count = 0;
  int operator()(int by) { return count += by; }
};

}  // namespace

TEST_CASE("a function_ref calls a lambda with its captures") {
  int offset = 3;
  CHECK(call([offset](int value) { return value + offset; }, 4) == 7);
}

TEST_CASE("a function_ref calls a pointer to a function") {
  auto* const pointer = &twice;
  CHECK(call(pointer, 4) == 8);
}

TEST_CASE("a function_ref refers to the callable, it does not copy it") {
  counter count;
  function_ref<int(int)> const function = count;
  CHECK(function(2) == 2);
  CHECK(function(3) == 5);
  CHECK(count.count == 5);
}

TEST_CASE("a copy of a function_ref refers to the same callable") {
  counter count;
  function_ref<int(int)> const function = count;
  auto const copy = function;
  copy(1);
  CHECK(function(1) == 2);
}

TEST_CASE("a function_ref calls a const callable") {
  auto const add = [](int value) { return value + 1; };
  CHECK(call(add, 1) == 2);
}

TEST_CASE("a function_ref forwards references and moves what is passed by value") {
  std::string text = "a";
  auto const append = [](std::string& to) { to += "b"; };
  function_ref<void(std::string&)>{append}(text);
  CHECK(text == "ab");
  auto const unwrap = [](std::unique_ptr<int> owned) { return *owned; };
  CHECK(function_ref<int(std::unique_ptr<int>)>{unwrap}(std::make_unique<int>(5)) == 5);
}

TEST_CASE("a function_ref returns a reference as it is") {
  int value = 1;
  auto const get = [&]() -> int& { return value; };
  function_ref<int&()> const function = get;
  function() = 2;
  CHECK(value == 2);
}

TEST_CASE("a function_ref converts the result, or drops it") {
  auto const same = [](int value) { return value; };
  CHECK(function_ref<std::string(int)>([](int) { return "text"; })(1) == "text");
  function_ref<void(int)>{same}(1);
  static_assert(std::is_void_v<decltype(function_ref<void(int)>{same}(1))>);
}

TEST_CASE("a function_ref is two pointers") {
  static_assert(sizeof(function_ref<int(int)>) == 2 * sizeof(void*));
}

TEST_CASE("a function_ref takes only what can be called so") {
  static_assert(std::is_constructible_v<function_ref<int(int)>, counter&>);
  static_assert(!std::is_constructible_v<function_ref<int(int)>, counter const&>);
  static_assert(!std::is_constructible_v<function_ref<int(std::string)>, counter&>);
  static_assert(!std::is_constructible_v<function_ref<std::string(int)>, counter&>);
  static_assert(!std::is_constructible_v<function_ref<int(int)>, int>);
}
