#pragma once

#include <napi.h>

// [session]
/// What the addon keeps for one environment, as its instance data.
struct session {
  Napi::FunctionReference tally_class;
  int calls = 0;
};
// [/session]
