#include <tendon/env/frame.hpp>

#include <doctest/doctest.h>

#include "javascript.hpp"

TEST_CASE("what a script writes into the header is what C++ reads") {
  auto const& frame = tendon::detail::environment::of(test_env).shared_frame();
  auto const header = frame.header_view();
  CHECK(asked("(header) => `${header.constructor.name} ${header.length}`", header) == "Int32Array 16");
  asked("(header) => { header[0] = -1; header[1] = 123456; header[2] = 7; return ''; }", header);
  CHECK(frame.function_index() == -1);
  CHECK(frame.argument_count() == 123456);
  CHECK(frame.slot() == 7);
  asked("(header) => { header.fill(0); return ''; }", header);
  CHECK(frame.function_index() == 0);
}
