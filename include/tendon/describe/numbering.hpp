#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "type.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// Numbers different names or types in the order in which they are met. With a vector of values beside it, it
/// is the one map and set of this layer: several kinds of those of the standard library would be most of what
/// a small addon compiles. Each key costs the same however many there are.
class numbering {
 public:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  struct entry {
    std::size_t number;
    bool is_new;
  };

  /// A name is copied.
  [[gnu::cold]] entry add(std::string_view key) {
    if (2 * keys_.size() >= slots_.size()) grow();
    auto& number = slots_[slot_of(key)];
    if (number != none) return {number, false};
    number = keys_.size();
    keys_.emplace_back(key);
    return {number, true};
  }

  /// `none` when it was not added.
  [[gnu::cold]] std::size_t find(std::string_view key) const {
    return slots_.empty() ? none : slots_[slot_of(key)];
  }

  entry add(type_description const& type) {
    auto const* const address = &type;
    return add(bytes_of(address));
  }

  std::size_t find(type_description const& type) const {
    auto const* const address = &type;
    return find(bytes_of(address));
  }

 private:
  /// A type is the key that the bytes of its address make.
  static std::string_view bytes_of(type_description const* const& address) {
    return {reinterpret_cast<char const*>(&address), sizeof address};
  }

  /// The slot that has the key, or the free one that it would get.
  std::size_t slot_of(std::string_view key) const {
    auto slot = std::hash<std::string_view>()(key) % slots_.size();
    while (slots_[slot] != none && keys_[slots_[slot]] != key) slot = (slot + 1) % slots_.size();
    return slot;
  }

  void grow() {
    slots_.assign(std::max<std::size_t>(16, 2 * slots_.size()), none);
    for (std::size_t i = 0; i < keys_.size(); ++i) slots_[slot_of(keys_[i])] = i;
  }

  std::vector<std::string> keys_;
  std::vector<std::size_t> slots_;  ///< numbers, at or soon behind the place that the hash of the key gives
};

}  // namespace detail
}  // namespace tendon
