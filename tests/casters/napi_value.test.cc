#include <tendon/casters/napi_value.hpp>

#include <doctest/doctest.h>

#include "functions.hpp"
#include "javascript.hpp"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace {

napi_value same(napi_value value) { return value; }

/// Resizes, detaches or whatever `script` does while it holds a span.
double sum_after(napi_value script, napi_env env, std::span<double const> samples) {
  napi_value undefined = nullptr;
  tendon::detail::check(env, napi_get_undefined(env, &undefined));
  tendon::detail::check(env, napi_call_function(env, undefined, script, 0, nullptr, nullptr));
  double sum = 0;
  for (auto const each : samples) sum += each;
  return sum;
}

test_functions const handles([](tendon::addon& a) {
  a.export_function<&same>("same_napi_value", a.arg("value"));
  a.export_function<[](napi_value const& value) { return value; }>("same_napi_value_by_reference");
  a.export_function<[]() -> napi_value { return nullptr; }>("no_napi_value");
  a.export_function<&sum_after>("sum_after_script", a.arg("script"), a.arg("samples"));
  a.export_function<[](napi_value value, tendon::function_ref<void(napi_value)> use) { use(value); }>(
      "use_napi_value", a.arg("value"), a.arg("use"));
  a.export_function<[](tendon::function_ref<void(napi_value)> use) { use(nullptr); }>("use_no_napi_value");
  a.export_function<[]() -> std::function<napi_value(napi_value)> { return &same; }>("napi_value_function");
  a.export_function<[](napi_value first, napi_value second) {
    return std::vector{first, second};
  }>("napi_value_pair", a.arg("first"), a.arg("second"));
});

}  // namespace

TEST_CASE("a napi_value is a handle: no element, no default, and it can run JavaScript") {
  static_assert(tendon::from_js<napi_value> && tendon::to_js<napi_value>);
  static_assert(!tendon::self_contained_from_js<napi_value>);
  static_assert(!tendon::from_js<std::vector<napi_value>>);
  static_assert(!tendon::from_js<std::optional<napi_value>>);
  static_assert(!tendon::detail::can_keep_default<napi_value>);
  static_assert(tendon::type_of<napi_value>.runs_js);
  CHECK(tendon::detail::contains_function(tendon::type_of<napi_value>));
  CHECK(tendon::detail::contains_function(tendon::type_of<std::vector<napi_value>>));
  CHECK_FALSE(tendon::type_of<double>.runs_js);
}

TEST_CASE("a napi_value is itself both ways") {
  auto const value = evaluated("({ a: 1 })");
  CHECK(tendon::caster<napi_value>::from_js(tendon::value(test_env, value, "value")).get() == value);
  CHECK(tendon::caster<napi_value>::to_js(test_env, value) == value);
  CHECK(given<napi_value>(nullptr) == "undefined");
}
