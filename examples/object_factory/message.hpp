#pragma once

#include <string>

struct message {
  std::string msg;
};

inline message create_object(std::string const& text) { return {text}; }
