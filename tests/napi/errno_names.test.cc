#include <tendon/napi/errno_names.hpp>

#include <doctest/doctest.h>

#include <cerrno>
#include <string>
#include <system_error>

using tendon::detail::errno_name;

TEST_CASE("numbers of errors have the names of the C library") {
  CHECK(errno_name(ENOENT) == std::string("ENOENT"));
  CHECK(errno_name(E2BIG) == std::string("E2BIG"));
  CHECK(errno_name(EXDEV) == std::string("EXDEV"));
  CHECK(errno_name(static_cast<int>(std::errc::owner_dead)) == std::string("EOWNERDEAD"));
}

TEST_CASE("of two names for one number the usual one counts") {
  CHECK(errno_name(EAGAIN) == std::string("EAGAIN"));
  CHECK(errno_name(ENOTSUP) == std::string("ENOTSUP"));
}

TEST_CASE("other numbers have no name") {
  CHECK(errno_name(0) == nullptr);
  CHECK(errno_name(-1) == nullptr);
  CHECK(errno_name(-ENOENT) == nullptr);
  CHECK(errno_name(100000) == nullptr);
}
