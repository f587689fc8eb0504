#include <tendon/napi/text.hpp>

#include <doctest/doctest.h>

#include <string>
#include <utility>

using tendon::detail::text_buffer;

TEST_CASE("a buffer keeps texts of every size, with a null behind them") {
  for (std::size_t const size : {0, 1, 15, 16, 2046, 2047, 2048, 2049, 100000}) {
    std::string const text(size, 'x');
    text_buffer const buffer{std::string_view(text)};
    CHECK(buffer.view() == text);
    CHECK(buffer.view().data()[size] == '\0');
    text_buffer copy = buffer;
    CHECK(copy.view() == text);
    CHECK(copy.view().data() != buffer.view().data());
    CHECK(std::move(copy).take() == text);
  }
}
