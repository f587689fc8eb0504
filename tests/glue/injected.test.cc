#include <tendon/glue/injected.hpp>

#include <doctest/doctest.h>

#include "functions.hpp"

#include <optional>
#include <string>

namespace {

struct seen {
  std::string last;
};

std::string type_of_this(napi_env env, tendon::this_value self) {
  return tendon::detail::received(env, self.value);
}

test_functions const injections([](tendon::addon& a) {
  a.export_function<&type_of_this>("type_of_this");
  a.export_function<[](tendon::this_value self, napi_env env, int first, tendon::env_state<seen>& state,
                       int second, napi_env again) {
    state->last = std::to_string(first) + "," + std::to_string(second);
    return type_of_this(env == again ? env : nullptr, self) + " " + state->last;
  }>("injected_between", a.arg("first"), a.arg("second") = 7);
  a.export_function<[](int only, tendon::this_value) { return only; }>("injected_last", a.arg("only"));
  a.export_function<[](napi_env, std::optional<int> only) { return only.value_or(-1); }>("injected_first");
});

}  // namespace
