#include <tendon/glue/callable.hpp>

#include <doctest/doctest.h>

#include "functions.hpp"

#include <atomic>
#include <memory>
#include <string>

using tendon::types;

namespace {

namespace callables {

int plain(int x) { return x + 1; }
int no_throw(int x) noexcept { return x + 2; }
extern "C" int tendon_test_c_function(int x) { return x + 3; }
struct holder {
  static int of_class(int x) { return x + 4; }
};
template <int By>
int of_template(int x) {
  return x + By;
}

}  // namespace callables

struct functor {
  int by;
  int operator()(int x) const noexcept { return x + by; }
};

test_functions const exported_callables([](tendon::addon& a) {
  a.export_function<&callables::plain>("callable_plain");
  a.export_function<&callables::no_throw>("callable_noexcept");
  a.export_function<&callables::tendon_test_c_function>("callable_c");
  a.export_function<&callables::holder::of_class>("callable_static_member");
  a.export_function<&callables::of_template<5>>("callable_template");
  a.export_function<[](int x) { return x + 6; }>("callable_lambda");
  a.export_function<functor{7}>("callable_functor");
  a.export_function("callable_with_state", [by = std::string("8")](int x) { return x + std::stoi(by); });
  a.export_function("callable_functor_object", functor{9}, a.arg("x"));
  auto const shared = std::make_shared<std::atomic<int>>(0);
  a.export_function("callable_counter", [shared] { return ++*shared; });
  a.export_function<&callables::tendon_test_c_function>();
});

}  // namespace

TEST_CASE("parameters that are injected are no arguments") {
  using tendon::detail::arguments_of;
  using tendon::detail::constant_callable;
  constexpr auto f = [](napi_env, int, tendon::this_value const&, std::string const&,
                        tendon::env_state<int>&) {};
  static_assert(std::is_same_v<arguments_of<constant_callable<f>>, types<int, std::string const&>>);
  static_assert(std::is_same_v<tendon::detail::result_of<constant_callable<f>>, void>);
  CHECK(arguments_of<constant_callable<f>>::size == 2);
}
