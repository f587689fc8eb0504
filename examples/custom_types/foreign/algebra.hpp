#pragma once

// A matrix such as a library for linear algebra brings along. Nothing here knows of tendon.

#include <cstddef>
#include <vector>

namespace algebra {

template <class T>
class matrix {
 public:
  matrix() = default;
  matrix(std::size_t rows, std::size_t columns) : columns_(columns), elements_(rows * columns) {}

  std::size_t rows() const { return columns_ == 0 ? 0 : elements_.size() / columns_; }
  std::size_t columns() const { return columns_; }

  T& operator()(std::size_t row, std::size_t column) { return elements_[row * columns_ + column]; }
  T const& operator()(std::size_t row, std::size_t column) const {
    return elements_[row * columns_ + column];
  }

 private:
  std::size_t columns_ = 0;
  std::vector<T> elements_;
};

template <class T>
matrix<T> transposed(matrix<T> const& of) {
  matrix<T> result(of.columns(), of.rows());
  for (std::size_t row = 0; row < of.rows(); ++row)
    for (std::size_t column = 0; column < of.columns(); ++column) result(column, row) = of(row, column);
  return result;
}

}  // namespace algebra
