#pragma once

class my_object {
 public:
  explicit my_object(double value) : value_(value) {}

  double value() const { return value_; }

 private:
  double value_;
};

inline my_object create_object(double value) { return my_object(value); }

inline double add(my_object const& left, my_object const& right) { return left.value() + right.value(); }
