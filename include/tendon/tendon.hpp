#pragma once

/// Everything but the interop with node-addon-api.

#include "addon.hpp"
#include "casters/aggregate.hpp"
#include "casters/array.hpp"
#include "casters/bigint.hpp"
#include "casters/bytes.hpp"
#include "casters/deque.hpp"
#include "casters/enumeration.hpp"
#include "casters/function.hpp"
#include "casters/list.hpp"
#include "casters/map.hpp"
#include "casters/napi_value.hpp"
#include "casters/number.hpp"
#include "casters/optional.hpp"
#include "casters/set.hpp"
#include "casters/span.hpp"
#include "casters/string.hpp"
#include "casters/tuple.hpp"
#include "casters/variant.hpp"
#include "casters/vector.hpp"
#include "casters/wrapped.hpp"
