#pragma once

/// Everything but the interop with node-addon-api.

#include "addon.hpp"
#include "casters/aggregate.hpp"
#include "casters/bigint.hpp"
#include "casters/bytes.hpp"
#include "casters/character.hpp"
#include "casters/chrono.hpp"
#include "casters/enumeration.hpp"
#include "casters/function.hpp"
#include "casters/napi_value.hpp"
#include "casters/nothing.hpp"
#include "casters/number.hpp"
#include "casters/optional.hpp"
#include "casters/path.hpp"
#include "casters/rest.hpp"
#include "casters/span.hpp"
#include "casters/string.hpp"
#include "casters/typed_array_handle.hpp"
#include "casters/unicode_string.hpp"
#include "casters/vector.hpp"
#include "casters/wrapped.hpp"
