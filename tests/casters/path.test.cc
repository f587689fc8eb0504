#include <tendon/casters/path.hpp>

#include <doctest/doctest.h>

#include "functions.hpp"
#include "javascript.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace {

namespace filesystem = std::filesystem;

template <class T>
T same(T value) {
  return value;
}

struct job {
  filesystem::path input;
  std::optional<filesystem::path> output;
};

test_functions const paths([](tendon::addon& a) {
  a.export_function<&same<filesystem::path>>("same_path", a.arg("value"));
  a.export_function<&same<std::vector<filesystem::path>>>("same_paths", a.arg("values"));
  a.export_function<&same<job>>("same_job", a.arg("value"));
  a.export_function<[](filesystem::path const& value) { return value.extension(); }>("extension",
                                                                                     a.arg("value"));
  a.export_function<[](filesystem::path const& value) { return filesystem::file_size(value); }>(
      "file_size", a.arg("value"));
  a.export_function<[](filesystem::path value) { return value; }>("path_or_tmp",
                                                                  a.arg("value") = filesystem::path("/tmp"));
});

}  // namespace

TEST_CASE("a path reads as a JavaScript string in documentation") {
  CHECK(tendon::caster<filesystem::path>::literal("/a \"b\"") == R"("/a \"b\"")");
}

TEST_CASE("a path converts both ways") {
  CHECK(converted<std::filesystem::path>("'a/\u00e9'") == std::filesystem::path(u8"a/\u00e9"));
  CHECK(given(std::filesystem::path("a/b")) == R"("a/b")");
  CHECK(
      refusal<std::filesystem::path>("'a\\0b'") ==
      R"js(TypeError [ERR_INVALID_ARG_VALUE]: f(): The argument 'value' must be a string without null bytes. Received 'a\x00b')js");
}
