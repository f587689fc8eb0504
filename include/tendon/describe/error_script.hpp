#pragma once

#include <string>

#include "../base/text.hpp"
#include "description.hpp"
#include "hierarchy.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// The classes of exported errors, and what makes one of them, whose stack begins where C++ was called. Their
/// names are computed keys, never pasted.
[[gnu::cold]] inline std::string errors_text(description const& addon) {
  if (addon.errors.empty()) return "const make_error = undefined;\n";
  std::string text =
      "const errors = [];\n"
      "const { captureStackTrace: capture_stack_trace } = Error;\n"
      "const make_error = (index, message) => {\n"
      "  const made = new errors[index](message);\n"
      "  if (capture_stack_trace) capture_stack_trace(made, make_error);\n"
      "  return made;\n"
      "};\n";
  for (auto const index : errors_in_order(addon)) {
    auto const& made = addon.errors[index];
    auto const base =
        made.base == description::none ? std::string("Error") : composed("errors[$1]", {made.base});
    auto const code = made.code.empty() ? std::string() : composed(" code = $1; ", {in_quotes(made.code)});
    append(text,
           "errors[$1] = { [$2]: class extends $3 {$4} }[$2];\n"
           "defineProperty(errors[$1].prototype, 'name',\n"
           "  { __proto__: null, value: $2, writable: true, configurable: true });\n",
           {index, in_quotes(made.name), base, code});
  }
  return text;
}

}  // namespace detail
}  // namespace tendon
