#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "../describe/description.hpp"
#include "../napi/guard.hpp"
#include "script_functions.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// Where a property of an exception leaves its value.
struct error_reading {
  napi_env env;
  napi_value result;
};

/// The exception classes that the addons of one environment export. JavaScript thread.
class exported_errors {
 public:
  /// Adds those of an addon, whose script has made them.
  void add(description const& addon, script_functions const& script) {
    for (std::uint32_t i = 0; i < addon.errors.size(); ++i)
      all_.push_back({&addon, &script, i, depth(addon, i)});
    // What extends another is caught before it; of those without a word about it, the latest first.
    std::stable_sort(all_.begin(), all_.end(), [](entry const& one, entry const& other) {
      return one.depth != other.depth ? one.depth > other.depth : one.index > other.index;
    });
  }

  /// The exception that is being handled as an object of its class; null when that is not exported.
  napi_value made(napi_env env) const {
    finding found{env};
    for (auto const& each : all_) {
      found.in = &each;
      if (each.source().handle(&found, &make)) return found.error;
    }
    return nullptr;
  }

 private:
  struct entry {
    description const* addon;
    script_functions const* script;
    std::uint32_t index;
    std::size_t depth;

    error_description const& source() const { return addon->errors[index]; }
  };

  struct finding {
    napi_env env;
    entry const* in = nullptr;
    napi_value error = nullptr;
  };

  static std::size_t depth(description const& addon, std::size_t index) {
    std::size_t steps = 0;
    for (auto at = addon.errors[index].base; at != description::none; at = addon.errors[at].base) ++steps;
    return steps;
  }

  static void make(void* context, void const* exception, char const* message) {
    auto& found = *static_cast<finding*>(context);
    auto const& in = *found.in;
    found.error = in.script->make_error(in.index, message);
    define_properties(found, *in.addon, in.source(), exception);
  }

  /// Those of bases first.
  static void define_properties(finding& found, description const& addon, error_description const& of,
                                void const* exception) {
    if (of.base != description::none)
      define_properties(found, addon, addon.errors[of.base], of.up(exception));
    for (auto const& each : of.properties) {
      error_reading reading{found.env, nullptr};
      // One that can't be converted must not hide the error.
      try {
        each.read(reading, exception);
      } catch (std::exception const&) {
        continue;
      }
      define(found.env, found.error, each.name.c_str(), reading.result, napi_default_jsproperty);
    }
  }

  std::vector<entry> all_;
};

}  // namespace detail
}  // namespace tendon
