#pragma once

#include <functional>
#include <string>

inline void greet(std::function<void(std::string)> const& callback) { callback("hello world"); }
