#include <tendon/glue/object.hpp>

#include <doctest/doctest.h>

#include "classes.hpp"
#include "functions.hpp"

#include <atomic>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

using test_classes::crate;
using test_classes::destruction_log;
using test_classes::item;
using test_classes::witness;

namespace {

/// Its constructor calls back, before and after it has made something, and can throw.
class builder {
 public:
  static inline std::atomic<int> alive = 0;

  builder(std::function<void(std::string const&)> const& step, bool fails) : first_(1) {
    step("first");
    second_ = std::make_unique<item>(2);
    step("second");
    if (fails) throw std::runtime_error("the constructor has failed");
    ++alive;
  }
  builder(builder const&) = delete;
  builder& operator=(builder const&) = delete;
  ~builder() { --alive; }

  int sum() const { return first_.number() + second_->number(); }

 private:
  item first_;
  std::unique_ptr<item> second_;
};

/// Only looks at what it is given, which so ends with the call that makes it.
class receiver {
 public:
  receiver(std::unique_ptr<witness> const&, int number) : number_(number) {}
  int number() const { return number_; }

 private:
  int number_;
};

class keeper {
 public:
  explicit keeper(item& kept) : kept_(&kept) {}
  int number() const { return kept_->number(); }

 private:
  item* kept_;
};

/// Keeps a callback.
class bell {
 public:
  bell() { ++alive; }
  ~bell() { --alive; }
  bell(bell const&) = delete;
  bell& operator=(bell const&) = delete;

  static inline std::atomic<int> alive = 0;

  void on_ring(std::function<void()> call) { call_ = std::move(call); }
  void ring() const { call_(); }

 private:
  std::function<void()> call_;
};

struct options {
  int number;
  std::unique_ptr<item> gift;
};

test_functions const classes([](tendon::addon& a) {
  a.wrap_class<item>("Item", tendon::doc("Counts its objects."))
      .constructor<int>(a.arg("number") = 0)
      .method<&item::add>("add", a.arg("more"))
      .method<[](item& self) -> item& { return self; }>("self")
      .method<[](item const& self) -> item const& { return self; }>("constSelf")
      .method<[](item&, item& other) -> item& { return other; }>("other", a.arg("other"))
      .method<[](item& self, std::function<void()> const& callback) {
        callback();
        return self.number();
      }>("call", a.arg("callback"))
      .method<[](item& self, std::vector<int> const& numbers) {
        for (auto const each : numbers) self.add(each);
        return self.number();
      }>("addAll", a.arg("numbers"))
      .method<[](item& self, std::unique_ptr<item> const& other) { return self.add(other->number()); }>(
          "consume", a.arg("other"))
      .static_method<[](int number) { return std::make_unique<item>(number); }>("of", a.arg("number"))
      .accessor<&item::number, &item::set_number>("number")
      .constant("LIMIT", 100);
  a.export_function<[] { return item::alive.load(); }>("items_alive");

  a.wrap_class<witness>("Witness")
      .constructor<std::string>(a.arg("name"))
      .method<&witness::on_end>("onEnd", a.arg("callback"))
      .method<&witness::use>("use", a.arg("other"), tendon::keeps("other"))
      .getter<&witness::name>("name");
  a.export_function<[] { return destruction_log::instance().take(); }>("take_destroyed");

  a.wrap_class<crate>("Crate")
      .constructor<int>(a.arg("number"))
      .readonly<&crate::content>("content")
      .method<[](crate&, item&) {}>("keep", a.arg("item"), tendon::keeps("item"))
      .method<&crate::at>("at", a.arg("index"), tendon::borrowed)
      .method<[](crate& all, std::string_view label, int index) -> item& {
        return label == "content" ? all.content : all.at(index);
      }>("find", a.arg("label"), a.arg("index"), tendon::borrowed);

  a.wrap_class<builder>("Builder")
      .constructor<std::function<void(std::string const&)> const&, bool>(a.arg("step"), a.arg("fails"))
      .getter<&builder::sum>("sum");
  a.export_function<[] { return builder::alive.load(); }>("builders_alive");

  a.wrap_class<receiver>("Receiver")
      .constructor<std::unique_ptr<witness> const&, int>(a.arg("gift"), a.arg("number"))
      .getter<&receiver::number>("number");
  a.wrap_class<bell>("Bell")
      .constructor<>()
      .method<&bell::on_ring>("onRing", a.arg("call"))
      .method<&bell::ring>("ring");
  a.export_function<[] { return bell::alive.load(); }>("bells_alive");
  a.wrap_class<keeper>("Keeper")
      .constructor<item&>(a.arg("item"), tendon::keeps("item"))
      .getter<&keeper::number>("number");

  a.export_function<[](std::unique_ptr<witness> const&, int number) { return item(number); }>(
      "item_from_witness", a.arg("gift"), a.arg("number"));
  a.export_function<[](std::unique_ptr<crate> all) { return all->content.number(); }>("take_crate",
                                                                                      a.arg("all"));
  a.export_function<[](std::unique_ptr<crate> all, item& part) {
    all.reset();
    return part.number();
  }>("take_crate_and_part", a.arg("all"), a.arg("part"));
  a.export_function<[](item& part, std::unique_ptr<crate> all) {
    all.reset();
    return part.number();
  }>("take_part_and_crate", a.arg("part"), a.arg("all"));
  a.export_function<[](std::function<void(crate&)> const& callback) {
    crate lent(1);
    callback(lent);
  }>("lend_crate", a.arg("callback"));
  a.export_function<[](item const& one, item const& two) { return one.number() + two.number(); }>(
      "sum_of_items", a.arg("one"), a.arg("two"));
  a.export_function<[](item& one, options const& more) { return one.add(more.number); }>(
      "item_with_options", a.arg("one"), a.arg("more"));
  a.export_function<[](std::function<void()> const& callback, item& one) {
    callback();
    return one.number();
  }>("call_with_item", a.arg("callback"), a.arg("one"));
  a.export_function<[](std::unique_ptr<item> one, std::unique_ptr<item> two) {
    return (one ? one->number() : 0) + 10 * (two ? two->number() : 0);
  }>("take_two", a.arg("one"), a.arg("two"));
  a.export_function<[](std::vector<std::unique_ptr<item>> all) {
    int sum = 0;
    for (auto const& each : all) sum += each ? each->number() : 0;
    return sum;
  }>("take_all", a.arg("all"));
  a.export_function<[](std::vector<options> all) {
    int sum = 0;
    for (auto const& each : all) sum += each.number + (each.gift ? each.gift->number() : 0);
    return sum;
  }>("take_gifts", a.arg("all"));
  a.export_function<[](crate& from, int index) -> item& { return from.at(index); }>(
      "item_of", a.arg("from"), a.arg("index"), tendon::borrowed("from"));
  a.export_function<[](std::function<void(item&)> const& callback, int number) {
    item lent(number);
    callback(lent);
    return lent.number();
  }>("lend_item", a.arg("callback"), a.arg("number"));
  a.export_function<[](std::function<void(witness&)> const& callback) {
    witness lent("lent");
    callback(lent);
  }>("lend_witness", a.arg("callback"));
  a.export_function<[](std::function<void(item)> const& callback, int count) {
    for (int i = 0; i < count; ++i) callback(item(i));
    return item::alive.load();
  }>("give_items", a.arg("callback"), a.arg("count"));
});

}  // namespace
