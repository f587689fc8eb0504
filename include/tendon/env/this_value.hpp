#pragma once

#include "../napi/api.hpp"

namespace [[gnu::visibility("hidden")]] tendon {

/// The `this` of a call, as an injected parameter: JavaScript doesn't pass it as an argument.
struct this_value {
  napi_value value;
};

}  // namespace tendon
