#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <utility>

#include "wire_texts.hpp"

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

  std::int32_t next_integer() {
    std::int32_t result = 0;
    std::memcpy(&result, cells_++, sizeof result);
    return result;
  }

  void skip(std::size_t count) { cells_ += count; }

  /// The text of a value of wire_kind::text; empty when there is none.
  std::u16string_view next_text() {
    auto const start = next();
    auto const length = next();
    std::u16string_view result;
    if (!texts_ || !texts_->find(start, length, result)) decline();
    return result;
  }

  /// Where its texts are.
  void use(detail::received_texts const& texts) { texts_ = &texts; }

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
  wire_reader at(double const* element) const {
    wire_reader result(in_, element, end_, end_);
    result.texts_ = texts_;
    return result;
  }

  void decline() { declined_ = true; }
  void decline_if(bool condition) { declined_ = declined_ || condition; }
  bool declined() const { return declined_; }

 private:
  detail::environment& in_;
  double const* cells_;
  double const* elements_;
  double const* end_;
  detail::received_texts const* texts_ = nullptr;
  bool declined_ = false;
};

/// The elements of the arrays of a result. Allocates nothing for results without.
class wire_elements {
 public:
  std::size_t size() const { return size_; }
  double const* data() const { return cells_.get(); }

  /// Room for as many more cells, whose content is not set.
  double* add(std::size_t count) {
    auto cells = std::make_unique_for_overwrite<double[]>(size_ + count);
    std::copy_n(cells_.get(), size_, cells.get());
    cells_ = std::move(cells);
    return cells_.get() + std::exchange(size_, size_ + count);
  }

 private:
  std::unique_ptr<double[]> cells_;
  std::size_t size_ = 0;
};

/// Takes a result until nothing can run any more that could use the frame: only then it is copied there.
class wire_writer {
 public:
  /// `cells` has room for the fixed cells of the result. Elements of arrays go to `elements`, `room` cells at
  /// most; null for results without arrays. Texts go to `texts`; null for results without.
  wire_writer(double* cells, wire_elements* elements, std::size_t room, detail::given_texts* texts)
      : cells_(cells), elements_(elements), room_(room), texts_(texts) {}

  void add(double value) { *cells_++ = value; }

  void add_integer(std::int32_t value) {
    std::int32_t const halves[] = {value, 0};
    std::memcpy(cells_++, halves, sizeof halves);
  }

  /// Cells that stand for nothing.
  void skip(std::size_t count) {
    while (count-- > 0) add(0);
  }

  /// A text of wire_kind::text, in UTF-8 or UTF-16.
  template <class View>
  void add_text(View text) {
    auto const start = texts_->size();
    fits_ = texts_->add(text) && fits_;
    add(static_cast<double>(start));
    add(static_cast<double>(texts_->size() - start));
  }

  /// Room for the elements of an array, whose number is written; null when there is none.
  double* add_elements(std::size_t count, std::size_t width) {
    fits_ = fits_ && count <= (room_ - elements_->size()) / width;
    if (!fits_) return nullptr;
    add(static_cast<double>(count));
    return elements_->add(count * width);
  }

  /// A writer of elements, one after the other; what does not fit there does not fit here.
  wire_writer at(double* element) const { return {element, nullptr, 0, texts_}; }
  void add_fault_of(wire_writer const& elements) { fits_ = fits_ && elements.fits_; }

  /// False when something did not fit: nothing of it counts then.
  bool fits() const { return fits_; }

 private:
  double* cells_;
  wire_elements* elements_;
  std::size_t room_;
  detail::given_texts* texts_;
  bool fits_ = true;
};

}  // namespace tendon
