#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

// The classes that tests of several headers use. tests/glue/object.test.cc wraps them.
namespace test_classes {

/// Counts its objects in the process.
class item {
 public:
  static inline std::atomic<int> alive = 0;

  explicit item(int number) : number_(number) { ++alive; }
  item(item const& other) : number_(other.number_) { ++alive; }
  item(item&& other) noexcept : number_(std::exchange(other.number_, -1)) { ++alive; }
  item& operator=(item const&) = default;
  ~item() { --alive; }

  int number() const { return number_; }
  void set_number(int number) { number_ = number; }
  int add(int more) { return number_ += more; }

 private:
  int number_;
};

/// The names of destroyed objects, in order, of all environments.
class destruction_log {
 public:
  void add(std::string name) {
    std::lock_guard const lock(mutex_);
    names_.push_back(std::move(name));
  }
  std::vector<std::string> take() {
    std::lock_guard const lock(mutex_);
    return std::exchange(names_, {});
  }
  static destruction_log& instance() {
    static auto& only = *new destruction_log;
    return only;
  }

 private:
  std::mutex mutex_;
  std::vector<std::string> names_;
};

/// Says when it is destroyed, and can call JavaScript then.
class witness {
 public:
  explicit witness(std::string name) : name_(std::move(name)) {}
  witness(witness const&) = delete;
  witness& operator=(witness const&) = delete;
  ~witness() {
    destruction_log::instance().add(name_);
    if (on_end_) on_end_();
  }

  std::string const& name() const { return name_; }
  void on_end(std::function<void()> callback) { on_end_ = std::move(callback); }
  void use(witness&) {}

 private:
  std::string name_;
  std::function<void()> on_end_;
};

/// Has an item as a part.
struct crate {
  item content;
  std::vector<item> more;

  explicit crate(int number) : content(number), more(3, item(number + 1)) {}
  item& at(int index) { return more.at(static_cast<std::size_t>(index)); }
};

}  // namespace test_classes
