#pragma once

class my_object {
 public:
  explicit my_object(double value) : value_(value) {}

  double plus_one() { return value_ += 1; }

 private:
  double value_;
};
