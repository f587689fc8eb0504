#pragma once

#include <functional>
#include <string>

inline std::function<std::string()> create_function() {
  return [] { return std::string("hello world"); };
}
