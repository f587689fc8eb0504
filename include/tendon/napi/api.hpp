#pragma once

// Version 9 is the newest that every supported runtime has (Node.js 18.17 and 20.3 on, Bun, Deno).
#ifndef NAPI_VERSION
#define NAPI_VERSION 9
#endif

#include <node_api.h>
