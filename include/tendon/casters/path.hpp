#pragma once
// std::filesystem::path  <->  string

#include <string>
#include <string_view>
#include <type_traits>

#include "../base/pretty_name.hpp"
#include "unicode_string.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// std::filesystem::path, known by its name: <filesystem> would add a tenth to the time that every file takes
/// to compile, and who has paths has included it.
template <class T>
concept file_path = std::is_class_v<T> && type_name<T>()
.starts_with("std::") && type_name<T>().ends_with("::path") &&
    type_name<T>().find("filesystem::") != std::string_view::npos;

inline std::u8string read_path(value const& from) {
  auto text = read_units<char8_t>(from);
  refuse_null_bytes(from, text.find(u8'\0') != std::u8string::npos);
  return text;
}

}  // namespace detail

template <detail::file_path Path>
struct caster<Path> {
  static constexpr std::string_view ts_in = "string", ts_out = "string";

  static Path from_js(value const& from) { return Path(detail::read_path(from)); }
  static napi_value to_js(napi_env env, Path const& to) { return detail::write_string(env, to.u8string()); }
  static std::string literal(Path const& of) { return detail::quoted(of.u8string()); }
};

}  // namespace tendon
