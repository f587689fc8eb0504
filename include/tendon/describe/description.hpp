#pragma once

#include <cstddef>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "type.hpp"

namespace [[gnu::visibility("hidden")]] tendon {

class call;

namespace detail {
class environment;
}

/// A fault in a TENDON_ADDON block that only shows when it runs, such as two exports of one name.
class describe_error : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

struct parameter_description {
  std::string name;
  type_description const* type = nullptr;
  std::string ts;               ///< replaces the type's own text when not empty
  std::string default_literal;  ///< the default as JavaScript, when there is one
  /// The default in the form that arguments of this type are held in; copied for each call.
  std::shared_ptr<void const> default_value;

  /// Whether callers may leave it out, as far as it alone is concerned.
  bool optional() const { return default_value || type->optional; }
};

/// One C++ callable: what it takes and gives, and how it is called.
struct signature_description {
  std::vector<parameter_description> parameters;
  type_description const* result = nullptr;
  std::string result_ts;    ///< replaces the result's own text when not empty
  std::string result_name;  ///< the `name` of a returned function
  std::string doc;

  void (*invoke)(call&) =
      nullptr;  ///< converts the arguments, calls, converts the result; generic glue fills it in
  std::shared_ptr<void const> target;  ///< a callable with state; empty when `invoke` knows it

  /// The number of arguments that a call must have: all but the trailing optional ones.
  std::size_t required() const {
    auto count = parameters.size();
    while (count > 0 && parameters[count - 1].optional()) --count;
    return count;
  }
};

/// One JavaScript function: a C++ callable, or several with different numbers of parameters.
struct function_description {
  std::string name;
  std::vector<signature_description> overloads;

  /// The signature for a call with `count` arguments: of those with enough arguments the one that asks for
  /// most; arguments beyond it are ignored, as in JavaScript. With too few for any, the one that asks for
  /// least.
  signature_description const& for_count(std::size_t count) const {
    auto const* least = &overloads.front();
    signature_description const* best = nullptr;
    for (auto const& each : overloads) {
      if (each.required() < least->required()) least = &each;
      if (each.required() <= count && (!best || each.required() > best->required())) best = &each;
    }
    return best ? *best : *least;
  }
};

/// A constant export. Its value is the result of a call without arguments, made once per environment.
struct value_description {
  std::string name;
  signature_description source;
  std::string literal;  ///< the value as JavaScript, or empty
};

/// What runs when an environment ends.
struct exit_hook {
  void (*run)(detail::environment&, exit_hook const&) = nullptr;
  std::shared_ptr<void const> target;  ///< a callable with state; empty when `run` knows it
};

/// What an addon exports: the only input of the installer, the script writer and the typings writer. Filled
/// by a TENDON_ADDON block, then immutable and shared by all environments.
struct description {
  enum class export_kind { function, value };

  struct export_entry {
    export_kind kind;
    std::size_t index;  ///< into `functions` or `values`
  };

  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  std::string name;
  std::vector<function_description> functions;
  std::vector<value_description> values;
  std::vector<export_entry> exports;  ///< in the order of the block
  std::size_t assignment = none;      ///< the function that is `module.exports` itself
  std::vector<exit_hook> exit_hooks;  ///< in the order of the block; they run in the opposite one

  std::string_view name_of(export_entry const& entry) const {
    return entry.kind == export_kind::function ? functions[entry.index].name : values[entry.index].name;
  }
};

}  // namespace tendon
