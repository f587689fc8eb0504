#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "../base/text.hpp"
#include "../describe/description.hpp"
#include "../env/environment.hpp"
#include "../napi/value.hpp"

namespace [[gnu::visibility("hidden")]] tendon {

/// One call from JavaScript while it runs. Lives on the stack of the JavaScript thread.
class call {
 public:
  detail::environment& environment;
  signature_description const& signature;
  napi_value receiver;  ///< `this`
  napi_value const*
      arguments;      ///< at least as many as the signature has parameters; missing ones are `undefined`
  std::size_t count;  ///< how many of them the caller passed
  std::int32_t receiver_slot = -1;  ///< of the object that a member is called on
  void* object = nullptr;           ///< the C++ object that a member is called on
  bool kept_by_result = false;      ///< the object of the result is tied to what `keeps` names
  bool constructs = false;          ///< `receiver` is to stand for the first object of the result
  napi_value result = nullptr;  ///< null stands for `undefined`

  napi_env env() const { return environment.env(); }
};

namespace detail {

[[noreturn]] inline void throw_missing_arguments(call const& failed) {
  std::vector<std::string_view> names;
  for (auto i = failed.count; i < failed.signature.required(); ++i)
    names.push_back(failed.signature.parameters[i].name);
  throw conversion_error(
      conversion_error::kind::type, "ERR_MISSING_ARGS",
      "The " + listed(names) + (names.size() == 1 ? " argument" : " arguments") + " must be specified");
}

/// Runs a call: the count of its arguments is checked, then the glue of its signature does the rest.
inline void run(call& running) {
  auto const& signature = running.signature;
  if (running.count < signature.parameters.size() && running.count < signature.required())
    throw_missing_arguments(running);
  signature.invoke(running);
}

}  // namespace detail
}  // namespace tendon
