#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "../base/text.hpp"
#include "description.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// One exported error, behind what it extends. Its name is a computed key, never pasted.
[[gnu::cold]] inline void add_error(std::string& text, std::vector<bool>& is_made, description const& addon,
                                    std::size_t index) {
  if (is_made[index]) return;
  is_made[index] = true;
  auto const& made = addon.errors[index];
  if (made.base != description::none) add_error(text, is_made, addon, made.base);
  auto const base =
      made.base == description::none ? std::string("Error") : composed("errors[$1]", {made.base});
  append(text,
         "errors[$1] = { [$2]: class extends $3 {$4} }[$2];\n"
         "defineProperty(errors[$1].prototype, 'name',\n"
         "  { __proto__: null, value: $2, writable: true, configurable: true });\n",
         {index, in_quotes(made.name), base,
          made.code.empty() ? std::string() : composed(" code = $1; ", {in_quotes(made.code)})});
}

/// The classes of exported errors, and what makes one of them, whose stack begins where C++ was called.
[[gnu::cold]] inline std::string errors_text(description const& addon) {
  std::string text =
      "const errors = [];\n"
      "const { captureStackTrace: capture_stack_trace } = Error;\n"
      "const make_error = (index, message) => {\n"
      "  const made = new errors[index](message);\n"
      "  if (capture_stack_trace) capture_stack_trace(made, make_error);\n"
      "  return made;\n"
      "};\n";
  std::vector<bool> is_made(addon.errors.size());
  for (std::size_t i = 0; i < addon.errors.size(); ++i) add_error(text, is_made, addon, i);
  return text;
}

}  // namespace detail
}  // namespace tendon
