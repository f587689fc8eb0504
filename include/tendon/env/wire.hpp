#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace [[gnu::visibility("hidden")]] tendon {

namespace detail {
class environment;
}

/// Reads what a stub has left in the frame. A stub looks at kinds of values only; what it could not know,
/// such as the range of a number, is found here: then the call is declined, and the generic tier does it
/// again and words the error. Nothing in the frame is trusted.
class wire_reader {
 public:
  /// `cells` are the fixed ones of all values; elements of arrays stand from `elements` to `end` at most.
  wire_reader(detail::environment& in, double const* cells, double const* elements, double const* end)
      : in_(in), cells_(cells), elements_(elements), end_(end) {}

  detail::environment& environment() const { return in_; }

  double next() { return *cells_++; }
  void skip(std::size_t count) { cells_ += count; }

  /// The elements of an array: as many cells as its next fixed cell says, times `width`. Null when there
  /// can't be as many.
  double const* next_elements(std::size_t width, std::size_t& count) {
    auto const claimed = next();
    auto const room = static_cast<std::size_t>(end_ - elements_) / width;
    if (!(claimed >= 0 && claimed <= static_cast<double>(room))) {
      decline();
      count = 0;
      return nullptr;
    }
    count = static_cast<std::size_t>(claimed);
    auto const* const result = elements_;
    elements_ += count * width;
    return result;
  }

  /// A reader of one element.
  wire_reader at(double const* element) const { return {in_, element, end_, end_}; }

  void decline() { declined_ = true; }
  void decline_if(bool condition) { declined_ = declined_ || condition; }
  bool declined() const { return declined_; }

 private:
  detail::environment& in_;
  double const* cells_;
  double const* elements_;
  double const* end_;
  bool declined_ = false;
};

/// Keeps a result until nothing can run any more that could use the frame, then copies it there.
class wire_writer {
 public:
  /// `room` is the number of cells that the frame has for it.
  explicit wire_writer(std::size_t room) : room_(room) {}

  void add(double value) {
    if (count_ < few)
      cells_[count_] = value;
    else
      more_.push_back(value);
    ++count_;
  }

  /// Cells that stand for nothing.
  void skip(std::size_t count) {
    while (count-- > 0) add(0);
  }

  /// Room for the elements of an array, whose number is written; null when there is none.
  double* add_elements(std::size_t count, std::size_t width) {
    if (!fits_ || count > room_ / width || elements_.size() + count * width > room_) {
      fits_ = false;
      return nullptr;
    }
    add(static_cast<double>(count));
    auto const start = elements_.size();
    elements_.resize(start + count * width);
    return elements_.data() + start;
  }

  /// False when something did not fit: nothing of it counts then.
  bool fits() const { return fits_; }

  void copy_to(double* frame) const {
    auto* const rest = std::copy_n(cells_, std::min(count_, few), frame);
    std::copy(elements_.begin(), elements_.end(), std::copy(more_.begin(), more_.end(), rest));
  }

 private:
  static constexpr std::size_t few = 8;

  std::size_t room_;
  std::size_t count_ = 0;
  bool fits_ = true;
  double cells_[few];
  std::vector<double> more_;
  std::vector<double> elements_;
};

}  // namespace tendon
