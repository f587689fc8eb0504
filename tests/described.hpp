#pragma once

#include <tendon/tendon.hpp>

#include <string>

/// What becomes of blocks that tests describe, `bind(addon)`, without Node.js.
namespace described {

/// The declarations of an addon.
template <class Bind>
std::string typings_of(Bind const& bind) {
  tendon::addon made;
  bind(made);
  return tendon::detail::write_typings(made.description_());
}

/// What is wrong with an addon, or nothing.
template <class Bind>
std::string fault_of(Bind const& bind) {
  try {
    typings_of(bind);
    return {};
  } catch (tendon::describe_error const& fault) {
    return fault.what();
  }
}

}  // namespace described
