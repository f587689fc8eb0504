#include <tendon/glue/automatic_members.hpp>

#include <doctest/doctest.h>

#include "functions.hpp"

#include <compare>
#include <map>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace {

class length {
 public:
  explicit length(double value) : value_(value) {}
  double value() const { return value_; }
  auto operator<=>(length const&) const = default;
  friend std::ostream& operator<<(std::ostream& to, length const& one) { return to << one.value_ << " m"; }

 private:
  double value_;
};

/// It converts to what streams write, but has no operator of its own.
class flag {
 public:
  flag() {}
  operator bool() const { return true; }
};

class mark {
 public:
  mark() {}
  bool operator==(mark const& other) const { return this == &other; }
};

class person {
 public:
  explicit person(std::string name) : name(std::move(name)) {}

  std::string name;
  std::optional<int> age;
  std::vector<std::string> const tags = {"a", "b"};
  int hidden() const { return 1; }
  void set_hidden(int) {}
};

class worker : public person {
 public:
  using person::person;
  std::map<std::string, double> wages = {{"may", 10}};
  tendon::bigint<std::int64_t> id = 5;
};

class bag {
 public:
  explicit bag(std::vector<double> items) : items_(std::move(items)) {}
  auto begin() const { return items_.begin(); }
  auto end() const { return items_.end(); }
  void add(double item) { items_.push_back(item); }

 private:
  std::vector<double> items_;
};

class crowd {
 public:
  auto begin() const { return people_.begin(); }
  auto end() const { return people_.end(); }

 private:
  std::vector<std::shared_ptr<person>> people_{std::make_shared<person>("Ada"),
                                               std::make_shared<person>("Bob")};
};

/// Its elements have no owner.
class pointers {
 public:
  person** begin() const { return nullptr; }
  person** end() const { return nullptr; }
};

class renamed : public length {
 public:
  using length::length;
  std::string text() const { return "renamed"; }
};

test_functions const classes([](tendon::addon& a) {
  a.wrap_class<length>("Length")
      .constructor<double>(a.arg("value"))
      .getter<&length::value>("value")
      .comparable();
  a.wrap_class<renamed, length>("Renamed")
      .constructor<double>(a.arg("value"))
      .method<&renamed::text>("toString")
      .method<&renamed::text>("toJSON");
  a.wrap_class<flag>("Flag").constructor<>();
  a.wrap_class<mark>("Mark").constructor<>().comparable();
  a.wrap_class<person>("Person")
      .constructor<std::string>(a.arg("name"))
      .property<&person::name>("name")
      .property<&person::age>("age")
      .property<&person::tags>("tags");
  a.wrap_class<worker, person>("Worker")
      .constructor<std::string>(a.arg("name"))
      .property<&worker::wages>("wages")
      .property<&worker::id>("id");
  a.wrap_class<bag>("Bag")
      .constructor<std::vector<double>>(a.arg("items"))
      .method<&bag::add>("add", a.arg("item"));
  a.wrap_class<crowd>("Crowd").constructor<>();
  a.wrap_class<pointers>("Pointers").constructor<>();
});

}  // namespace
