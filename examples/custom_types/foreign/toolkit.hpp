#pragma once

// Types such as a graphics toolkit brings along. Nothing here knows of tendon, and nothing can be changed.

#include <cstddef>
#include <string_view>
#include <vector>

namespace toolkit {

// [text]
/// A text in UTF-16.
class text {
 public:
  text() = default;
  text(char16_t const* units, std::size_t count) : units_(units, units + count) {}

  char16_t const* units() const { return units_.data(); }
  std::size_t count() const { return units_.size(); }

  void append(text const& other) { units_.insert(units_.end(), other.units_.begin(), other.units_.end()); }

 private:
  std::vector<char16_t> units_;
};
// [/text]

/// From 0 to 1.
class opacity {
 public:
  explicit opacity(double value) : value_(value) {}
  double value() const { return value_; }

 private:
  double value_;
};

}  // namespace toolkit
