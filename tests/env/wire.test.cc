#include <tendon/env/wire.hpp>

#include <doctest/doctest.h>

#include "javascript.hpp"

using tendon::wire_reader;
using tendon::wire_writer;

TEST_CASE("doubles and integers stand in the same cells for scripts and for C++") {
  auto& in = tendon::detail::environment::of(test_env);
  auto const& frame = in.shared_frame();
  auto const integers = frame.integer_view();
  asked(R"js((integers) => {
    const cells = new Float64Array(integers.buffer, integers.byteOffset);
    integers[0] = -5;
    cells[1] = 2.5;
    integers[4] = 4294967295;
    return '';
  })js",
        integers);
  wire_reader reader(in, frame.cells(), nullptr, nullptr);
  CHECK(reader.next_integer() == -5);
  CHECK(reader.next() == 2.5);
  CHECK(reader.next_integer() == -1);
  CHECK(!reader.declined());
  wire_writer writer(frame.cells(), nullptr, 0, nullptr);
  writer.add_integer(-2147483647 - 1);
  writer.add(0.5);
  writer.add_integer(7);
  CHECK(writer.fits());
  CHECK(asked(R"js((integers) => {
    const cells = new Float64Array(integers.buffer, integers.byteOffset);
    return [integers[0], cells[1], integers[4], integers.length / cells.length].join();
  })js",
              integers) == "-2147483648,0.5,7,2");
}
