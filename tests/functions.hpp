#pragma once

#include <tendon/tendon.hpp>

#include <vector>

/// The C++ half of a test pair: exports what the JavaScript half calls. One object per file, at namespace
/// scope:
///   static test_functions const pair([](tendon::addon& a) { a.export_function<&f>("f"); });
struct test_functions {
  using binder = void (*)(tendon::addon&);

  explicit test_functions(binder bind) { all().push_back(bind); }

  static std::vector<binder>& all() {
    static std::vector<binder> binders;
    return binders;
  }
};

/// An object with all of them.
napi_value make_test_functions(napi_env env);
