#pragma once

class my_object {
 public:
  explicit my_object(double value) : value_(value) {}

  double plus_one() { return value_ += 1; }

 private:
  double value_;
};

inline my_object create_object(double value) { return my_object(value); }
