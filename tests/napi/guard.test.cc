#include <tendon/napi/guard.hpp>

#include <doctest/doctest.h>

#include "javascript.hpp"

#include <cerrno>
#include <exception>
#include <filesystem>
#include <functional>
#include <ios>
#include <new>
#include <stdexcept>
#include <string>
#include <system_error>
#include <vector>

using tendon::conversion_error;
using tendon::js_error;

namespace {

class weather_category final : public std::error_category {
 public:
  char const* name() const noexcept override { return "weather"; }
  std::string message(int value) const override { return value == 3 ? "it rains" : "unknown weather"; }
};

weather_category const weather;

struct not_an_exception {};

struct own_error : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct nested_only : std::nested_exception {};

/// Of a library that has errors of its own.
struct foreign_error : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Its translator; errors without a text are none of its business.
napi_value translate_foreign(napi_env env) {
  try {
    throw;
  } catch (foreign_error const& error) {
    napi_value text = nullptr;
    if (*error.what()) napi_create_string_utf8(env, error.what(), NAPI_AUTO_LENGTH, &text);
    return text;
  } catch (...) {
    return nullptr;
  }
}

void throw_chain(int depth) {
  if (depth == 0) throw std::invalid_argument("innermost");
  try {
    throw_chain(depth - 1);
  } catch (...) {
    std::throw_with_nested(std::runtime_error("level " + std::to_string(depth)));
  }
}

template <class Thrown>
std::string shown(Thrown const& thrown) {
  return thrown_out_of("f", [&] { throw thrown; });
}

}  // namespace

TEST_CASE("standard exceptions become the matching errors") {
  CHECK(shown(std::runtime_error("a")) == "Error: a");
  CHECK(shown(std::logic_error("b")) == "Error: b");
  CHECK(shown(std::invalid_argument("c")) == "TypeError: c");
  CHECK(shown(std::out_of_range("d")) == "RangeError: d");
  CHECK(shown(std::range_error("e")) == "RangeError: e");
  CHECK(shown(std::length_error("g")) == "Error: g");
  CHECK(shown(std::domain_error("h")) == "Error: h");
  CHECK(shown(std::overflow_error("i")) == "Error: i");
  CHECK(shown(own_error("j")) == "Error: j");
  CHECK(shown(std::exception()) == "Error: std::exception");
  CHECK(shown(std::bad_alloc()) == "RangeError [ERR_MEMORY_ALLOCATION_FAILED]: out of memory");
  CHECK(shown(std::bad_array_new_length()) == "RangeError [ERR_MEMORY_ALLOCATION_FAILED]: out of memory");
  CHECK(shown(std::bad_function_call()).starts_with("Error: "));
}

TEST_CASE("what the standard library itself throws comes through") {
  CHECK(thrown_out_of("f", [] { (void)std::vector<int>().at(3); }).starts_with("RangeError: "));
  CHECK(thrown_out_of("f", [] { (void)std::stoi("x"); }).starts_with("TypeError: "));
  CHECK(thrown_out_of("f", [] { (void)std::stoi("99999999999999"); }).starts_with("RangeError: "));
  CHECK(thrown_out_of("f", [] {
          (void)std::filesystem::file_size("/no/such/file");
        }).starts_with("Error [ENOENT]: "));
}

TEST_CASE("what is no std::exception is an unknown one") {
  CHECK(shown(5) == "Error: unknown C++ exception");
  CHECK(shown("text") == "Error: unknown C++ exception");
  CHECK(shown(std::string("text")) == "Error: unknown C++ exception");
  CHECK(shown(not_an_exception()) == "Error: unknown C++ exception");
  CHECK(shown(nullptr) == "Error: unknown C++ exception");
}

TEST_CASE("a message may be empty, long, and invalid UTF-8") {
  CHECK(shown(std::runtime_error("")) == "Error: ");
  CHECK(shown(std::runtime_error(std::string(100000, 'x'))) == "Error: " + std::string(100000, 'x'));
  CHECK(shown(std::runtime_error("a\xff")) == "Error: a\xef\xbf\xbd");
}

TEST_CASE("a system_error has the code and errno of Node.js") {
  auto const code_of = [](std::error_code code) { return shown(std::system_error(code, "open")); };
  CHECK(code_of({ENOENT, std::generic_category()}) == "Error [ENOENT]: open: No such file or directory");
  CHECK(code_of({EACCES, std::system_category()}) == "Error [EACCES]: open: Permission denied");
  CHECK(code_of(std::make_error_code(std::errc::timed_out)) ==
        "Error [ETIMEDOUT]: open: Connection timed out");
  CHECK(code_of({99999, std::generic_category()}).starts_with("Error [generic:99999]: open: "));
  CHECK(code_of({3, weather}) == "Error [weather:3]: open: it rains");
  CHECK(code_of({}) == "Error [system:0]: open: Success");
  CHECK(shown(std::ios_base::failure("stream")).starts_with("Error [iostream:1]: stream"));
}

TEST_CASE("errno is positive, enumerable and the number of the error") {
  tendon::detail::guard(test_env, "f()",
                        [&]() -> napi_value { throw std::system_error(ENOENT, std::generic_category()); });
  napi_value error = nullptr;
  REQUIRE(napi_get_and_clear_last_exception(test_env, &error) == napi_ok);
  CHECK(asked("(error) => JSON.stringify(Object.entries(error))", error) ==
        R"([["code","ENOENT"],["errno",2]])");
}

TEST_CASE("a conversion error names the function") {
  CHECK(shown(conversion_error(conversion_error::kind::type, "ERR_X", "No.")) ==
        "TypeError [ERR_X]: f(): No.");
  CHECK(shown(conversion_error(conversion_error::kind::range, "ERR_Y", "No.")) ==
        "RangeError [ERR_Y]: f(): No.");
  auto const without_name =
      thrown_out_of("", [] { throw conversion_error(conversion_error::kind::type, "ERR_X", "No."); });
  CHECK(without_name == "TypeError [ERR_X]: No.");
}

TEST_CASE("other errors do not name the function") {
  CHECK(shown(std::invalid_argument("c")) == "TypeError: c");
}

TEST_CASE("nested exceptions become a chain of causes") {
  CHECK(thrown_out_of("f", [] { throw_chain(2); }) ==
        "Error: level 2, because of Error: level 1, because of TypeError: innermost");
  auto const around = [](auto const& inner) {
    return thrown_out_of("f", [&] {
      try {
        throw inner;
      } catch (...) {
        std::throw_with_nested(std::out_of_range("outer"));
      }
    });
  };
  CHECK(around(5) == "RangeError: outer, because of Error: unknown C++ exception");
  CHECK(around(std::system_error(ENOENT, std::generic_category())) ==
        "RangeError: outer, because of Error [ENOENT]: No such file or directory");
  CHECK(around(conversion_error(conversion_error::kind::type, "ERR_X", "No.")) ==
        "RangeError: outer, because of TypeError [ERR_X]: No.");
  CHECK(around(js_error(test_env, evaluated("'text'"))) == "RangeError: outer, because of string text");
}

TEST_CASE("a chain of causes ends after 32 links") {
  auto const text = thrown_out_of("f", [] { throw_chain(100); });
  CHECK(text.starts_with("Error: level 100, because of Error: level 99, "));
  CHECK(text.ends_with("Error: level 68"));
}

TEST_CASE("what was nested around nothing has no cause") {
  CHECK(thrown_out_of("f", [] { std::throw_with_nested(std::runtime_error("alone")); }) == "Error: alone");
  CHECK(thrown_out_of("f", [] { throw nested_only(); }) == "Error: unknown C++ exception");
}

TEST_CASE("a js_error comes out as the value that was thrown") {
  auto const value = evaluated("globalThis.test_value = { an: 'object' }");
  tendon::detail::guard(test_env, "f()", [&]() -> napi_value { throw js_error(test_env, value); });
  napi_value thrown = nullptr;
  REQUIRE(napi_get_and_clear_last_exception(test_env, &thrown) == napi_ok);
  CHECK(same_value(thrown, value));
  evaluated("delete globalThis.test_value");
}

TEST_CASE("the exceptions of a library that the environment knows arrive as the library says") {
  auto const owner = tendon::detail::lifetime::of(test_env);
  owner->learn(&translate_foreign);
  owner->learn(&translate_foreign);
  CHECK(shown(foreign_error("mine")) == "string mine");
  CHECK(shown(foreign_error("")) == "Error: ");
  CHECK(shown(std::runtime_error("other")) == "Error: other");
  CHECK(shown(5) == "Error: unknown C++ exception");
  CHECK(thrown_out_of("f", [] {
          try {
            throw foreign_error("inner");
          } catch (...) {
            std::throw_with_nested(std::out_of_range("outer"));
          }
        }) == "RangeError: outer, because of string inner");
}

TEST_CASE("an exception of JavaScript that is pending already stays") {
  auto const text = thrown_out_of("f", [] {
    napi_throw_error(test_env, "MINE", "pending");
    throw std::runtime_error("thrown over it");
  });
  CHECK(text == "Error [MINE]: pending");
}

TEST_CASE("setters on the prototypes of errors are not triggered") {
  evaluated(R"js(
    globalThis.seen = [];
    for (const name of ['code', 'errno', 'cause', 'message'])
      Object.defineProperty(Object.prototype, name, { set() { seen.push(name); }, configurable: true });
  )js");
  auto const text = thrown_out_of("f", [] {
    try {
      throw std::system_error(ENOENT, std::generic_category());
    } catch (...) {
      std::throw_with_nested(std::system_error(EACCES, std::generic_category(), "outer"));
    }
  });
  auto const seen = asked("() => seen.join()", evaluated("0"));
  evaluated(
      "for (const name of ['code', 'errno', 'cause', 'message']) delete Object.prototype[name]; delete "
      "globalThis.seen");
  CHECK(seen == "");
  CHECK(text ==
        "Error [EACCES]: outer: Permission denied, because of Error [ENOENT]: No such file or directory");
}

TEST_CASE("a body that throws nothing gives its result") {
  auto const made = evaluated("({})");
  auto const given = tendon::detail::guard(test_env, "f()", [&] { return made; });
  CHECK(same_value(given, made));
}
