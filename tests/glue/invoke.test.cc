#include <tendon/glue/invoke.hpp>

#include <doctest/doctest.h>

#include "functions.hpp"

#include <cerrno>
#include <functional>
#include <memory>
#include <new>
#include <optional>
#include <stdexcept>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace {

struct pair_of_numbers {
  int first;
  int second;
};

/// Throws the exception of that name.
void throw_exception(std::string const& name) {
  if (name == "invalid_argument") throw std::invalid_argument("bad value");
  if (name == "out_of_range") throw std::out_of_range("too far");
  if (name == "range_error") throw std::range_error("no such range");
  if (name == "runtime_error") throw std::runtime_error("failed");
  if (name == "bad_alloc") throw std::bad_alloc();
  if (name == "ENOENT") throw std::system_error(ENOENT, std::generic_category(), "open");
  if (name == "int") throw 5;
  if (name == "C string") throw "text";
  if (name == "conversion_error")
    throw tendon::conversion_error(tendon::conversion_error::kind::range, "ERR_OWN", "Not now.");
  try {
    throw std::invalid_argument("the reason");
  } catch (...) {
    std::throw_with_nested(std::runtime_error("the consequence"));
  }
}

void leave_pending(napi_env env) { napi_throw_range_error(env, "LEFT", "left pending"); }

test_functions const invocations([](tendon::addon& a) {
  a.export_function<&throw_exception>("throw_exception", a.arg("name"));
  a.export_function<[](std::string const& name) -> pair_of_numbers {
    throw_exception(name);
    return {};
  }>("throw_instead_of_result", a.arg("name"));
  a.export_function<[](napi_env env) { leave_pending(env); }>("pending_and_void");
  a.export_function<[](napi_env env) {
    leave_pending(env);
    return 5;
  }>("pending_and_number");
  a.export_function<[](napi_env env) {
    leave_pending(env);
    return std::string("text");
  }>("pending_and_string");
  a.export_function<[](napi_env env) {
    leave_pending(env);
    return std::vector<int>{1, 2};
  }>("pending_and_vector");
  a.export_function<[](napi_env env) {
    leave_pending(env);
    return pair_of_numbers{1, 2};
  }>("pending_and_struct");
  a.export_function<[](napi_env env) -> std::function<void()> {
    leave_pending(env);
    return [] {};
  }>("pending_and_function");
  a.export_function<[](napi_env env) -> int {
    leave_pending(env);
    throw std::runtime_error("thrown as well");
  }>("pending_and_throw");
  a.export_function<[](napi_env env, std::function<void()> const& callback) {
    leave_pending(env);
    callback();
  }>("pending_and_callback", a.arg("callback"));
  a.export_function<[](napi_env env) {
    bool pending = true;
    napi_is_exception_pending(env, &pending);
    return pending;
  }>("is_pending");
  a.export_function<[](std::string by_value, std::string const& by_const, std::string& by_reference,
                       std::string&& by_rvalue) {
    by_reference += "3";
    return by_value + by_const + by_reference + std::move(by_rvalue);
  }>("every_reference");
  a.export_function<[](pair_of_numbers first, pair_of_numbers second) {
    return first.first + second.second;
  }>("read_in_order", a.arg("first"), a.arg("second"));
  a.export_function<[](std::function<int(std::function<int(int)>)> const& outer, int x) {
    return outer([x](int y) {
      if (y < 0) throw std::out_of_range("negative");
      return x * y;
    });
  }>("give_function_to_callback", a.arg("outer"), a.arg("x"));
  a.export_function<[](tendon::function_ref<void()> first, tendon::function_ref<void()> second) {
    try {
      first();
    } catch (tendon::js_error const&) {
      second();
      throw;
    }
  }>("second_after_throw", a.arg("first"), a.arg("second"));
});

}  // namespace
