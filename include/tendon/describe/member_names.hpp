#pragma once

#include "description.hpp"
#include "numbering.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// The names of members of a class: those of static members and of instances are apart.
class member_names {
 public:
  /// Whether it is new.
  bool add(class_member const& member) { return names_[member.is_static()].add(member.name).is_new; }

 private:
  numbering names_[2];
};

}  // namespace detail
}  // namespace tendon
