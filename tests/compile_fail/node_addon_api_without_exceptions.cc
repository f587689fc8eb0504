// expect: tendon: node-addon-api must throw C++ exceptions: define NODE_ADDON_API_CPP_EXCEPTIONS, not its
#define NODE_ADDON_API_DISABLE_CPP_EXCEPTIONS
#include <tendon/interop/node_addon_api.hpp>
