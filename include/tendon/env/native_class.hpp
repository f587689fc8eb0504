#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "../describe/type.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// What must be known of a C++ class to keep its objects; one constant per class, whose `type` identifies it.
struct object_type {
  type_description const* type;
  std::int64_t size;  ///< in bytes, as reported to the garbage collector
  bool has_virtual_destructor;
  bool shares_itself;             ///< its objects know the std::shared_ptr that owns them
  void (*destroy)(void* object);  ///< for objects that no std::shared_ptr owns
  /// Gives the object to a std::shared_ptr; owns it even when it throws.
  std::shared_ptr<void> (*share)(void* object);
  void* (*copy)(void const* object);  ///< makes a copy with `new`; null when there are none
};

/// A wrapped class in one environment, as far as its objects need it: what it is, and the wrapped classes
/// that it extends and that extend it. Pointers to objects are those of the class itself, which can differ
/// from those of its bases.
struct native_class {
  struct base {
    native_class const* made_of;
    std::ptrdiff_t offset;      ///< of the base in an object, where `up` is null
    void* (*up)(void* object);  ///< of a virtual base: looks into the object for it

    void* in(void* object) const { return up ? up(object) : static_cast<char*>(object) + offset; }
  };
  struct derived {
    native_class const* made_of;
    /// An object of `from` as one of the derived class, if it is one; else null.
    void* (*down)(void* object, void const* tag);
    void const* tag;           ///< what `down` compares with
    native_class const* from;  ///< the class itself or a base
  };

  explicit native_class(object_type const& made_of) : type(made_of) {}

  object_type const& type;
  std::vector<base> bases;
  std::vector<derived> extended_by;  ///< those that an object can be found to be of

  /// Adds a base, which has all of its own.
  void add(base added) {
    bases.push_back(added);
    has_virtual_base_ = has_virtual_base_ || added.up || added.made_of->has_virtual_base_;
    if (added.up) return;
    fixed_.push_back({added.made_of->type.type, added.offset});
    for (auto const& each : added.made_of->fixed_) fixed_.push_back({each.type, added.offset + each.offset});
  }

  /// Whether it is that class or extends it.
  bool is(type_description const& wanted) const { return distance(wanted) != unrelated; }

  /// By how many steps it extends that class.
  std::size_t distance(type_description const& wanted) const {
    if (type.type == &wanted) return 0;
    auto nearest = unrelated;
    for (auto const& each : bases) {
      auto const steps = each.made_of->distance(wanted);
      if (steps != unrelated && steps + 1 < nearest) nearest = steps + 1;
    }
    return nearest;
  }

  /// An object as one of another class: this one, or one that it extends; else null.
  void* as(void* object, type_description const& wanted) const {
    if (type.type == &wanted) return object;
    for (auto const& each : fixed_)
      if (each.type == &wanted) return static_cast<char*>(object) + each.offset;
    return has_virtual_base_ ? as_virtual_base(object, wanted) : nullptr;
  }

  /// Calls `action` with each other address by which C++ may name an object, which may be gone: not with
  /// those of virtual bases.
  template <class Action>
  void for_each_other_address(void* object, Action const& action) const {
    std::ptrdiff_t latest = 0;
    for (auto const& each : fixed_)
      if (std::exchange(latest, each.offset) != each.offset && each.offset != 0)
        action(static_cast<char*>(object) + each.offset);
  }

  static constexpr auto unrelated = static_cast<std::size_t>(-1);

 private:
  /// A base that stands at the same place in every object.
  struct fixed_base {
    type_description const* type;
    std::ptrdiff_t offset;
  };

  void* as_virtual_base(void* object, type_description const& wanted) const {
    for (auto const& each : bases)
      if (auto* const found = each.made_of->as(each.in(object), wanted)) return found;
    return nullptr;
  }

  std::vector<fixed_base> fixed_;  ///< of all steps
  bool has_virtual_base_ = false;  ///< at some step
};

/// An object and the class that it is of.
struct classed_object {
  native_class const* made_of = nullptr;
  void* object = nullptr;
};

/// The class that an object is really of, which may extend the one it is known as.
inline classed_object most_derived(classed_object known) {
  for (auto const& each : known.made_of->extended_by) {
    auto* const seen = known.made_of->as(known.object, *each.from->type.type);
    if (auto* const object = each.down(seen, each.tag)) return most_derived({each.made_of, object});
  }
  return known;
}

}  // namespace detail
}  // namespace tendon
