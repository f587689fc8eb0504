#include <tendon/env/bursts.hpp>

#include "functions.hpp"

namespace {

/// As large as that of object_wrap.cc.
struct block {
  block() {}
  char bytes[100] = {};
};

test_functions const bursts([](tendon::addon& a) {
  a.wrap_class<block>("Block").constructor<>();
  a.export_function<[] { return block(); }>("make_block");
});

}  // namespace
