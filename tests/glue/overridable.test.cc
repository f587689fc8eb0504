#include <tendon/glue/overridable.hpp>

#include <doctest/doctest.h>

#include "functions.hpp"

#include <atomic>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace {

/// What JavaScript draws on.
class canvas {
 public:
  void line(std::string const& text) { text_ += text + ";"; }
  std::string const& text() const { return text_; }

 private:
  std::string text_;
};

class shape {
 public:
  explicit shape(std::string name) : name_(std::move(name)) {
    ++alive;
    // A virtual call before there is a JavaScript object.
    first_area_ = area();
  }
  shape(shape const& other) : name_(other.name_), first_area_(other.first_area_) { ++alive; }
  virtual ~shape() { --alive; }

  static inline std::atomic<int> alive = 0;

  virtual double area() const { return 1; }
  virtual std::string describe(std::string const& prefix, int times) const {
    std::string result = prefix;
    for (int i = 0; i < times; ++i) result += name_;
    return result;
  }
  virtual void draw(canvas& on) const { on.line("shape " + name_); }
  virtual shape* self() { return this; }

  /// Not virtual, but it calls what is.
  std::string report() const {
    auto const described = describe("a ", 1);
    return described + " of " + std::to_string(static_cast<int>(area()));
  }
  double first_area() const { return first_area_; }

 private:
  std::string name_;
  double first_area_ = 0;
};

template <class Base>
struct js_shape_of : tendon::overridable<Base> {
  using tendon::overridable<Base>::overridable;

  double area() const override {
    return this->call_override("area", [&] { return Base::area(); });
  }
  std::string describe(std::string const& prefix, int times) const override {
    return this->call_override(
        "describe", [&] { return Base::describe(prefix, times); }, prefix, times);
  }
  void draw(canvas& on) const override {
    this->call_override(
        "draw", [&] { Base::draw(on); }, on);
  }
};

/// At another address than its shape.
struct tagged {
  virtual ~tagged() = default;
  int tag = 5;
};

class circle : public tagged, public shape {
 public:
  explicit circle(double radius) : shape("circle"), radius(radius) {}
  double area() const override { return 3 * radius * radius; }

  double radius;
};

class listener {
 public:
  virtual ~listener() = default;
  virtual void done(double result) = 0;
  virtual double next(double last) = 0;
};

struct js_listener : tendon::overridable<listener> {
  void done(double result) override { require_override<void>("done", result); }
  double next(double last) override { return require_override<double>("next", last); }
};

double area_of(shape const& one) { return one.area(); }
std::string drawing_of(shape const& one) {
  canvas on;
  one.draw(on);
  return on.text();
}
double areas_of(std::vector<std::shared_ptr<shape>> const& all) {
  double sum = 0;
  for (auto const& each : all) sum += each->area();
  return sum;
}
std::string describe_twice(shape const& one) { return one.describe("", 1) + one.describe("", 2); }
double shape_of_copy(shape const& one) { return shape(one).area(); }
shape const& same_shape(shape const& one) { return one; }
std::unique_ptr<shape> make_shape() { return std::make_unique<shape>("native"); }

std::vector<std::shared_ptr<shape>>& kept_shapes() {
  static std::vector<std::shared_ptr<shape>> all;
  return all;
}
void keep_shape(std::shared_ptr<shape> one) { kept_shapes().push_back(std::move(one)); }
double area_of_kept() { return areas_of(kept_shapes()); }
std::shared_ptr<shape> last_kept() { return kept_shapes().back(); }
void release_shapes() { kept_shapes().clear(); }
double take_shape(std::unique_ptr<shape> one) { return one->area(); }

std::atomic<int> ended_threads = 0;
int count_ended_threads() { return ended_threads; }

/// Calls both on a thread of its own: the area, then the listener with it.
void measure_in_thread(std::shared_ptr<shape> one, std::shared_ptr<listener> to) {
  std::thread([one = std::move(one), to = std::move(to)]() mutable {
    to->done(one->area());
    one.reset();
    to.reset();
    ++ended_threads;
  }).detach();
}

/// Counts on, by what the listener says, until it throws; then reports that.
void count_in_thread(std::shared_ptr<listener> to) {
  std::thread([to = std::move(to)]() mutable {
    double count = 0;
    try {
      for (;;) count = to->next(count);
    } catch (std::exception const&) {}
    to.reset();
    ++ended_threads;
  }).detach();
}

/// Waits for another thread, which waits for JavaScript.
std::string area_in_joined_thread(std::shared_ptr<shape> one) {
  std::string result;
  std::thread([&] {
    try {
      result = std::to_string(one->area());
    } catch (std::system_error const& error) {
      result = error.code() == std::errc::timed_out ? error.what() : "another error";
    }
  }).join();
  return result;
}

int alive() { return shape::alive; }

test_functions const classes([](tendon::addon& a) {
  a.wrap_class<canvas>("Canvas").method<&canvas::line>("line", a.arg("text"));
  a.wrap_class<shape>("Shape")
      .overridable<js_shape_of<shape>>()
      .constructor<std::string>(a.arg("name"))
      .method<&shape::area>("area")
      .method<&shape::describe>("describe", a.arg("prefix"), a.arg("times"))
      .method<&shape::draw>("draw", a.arg("on"))
      .method<&shape::report>("report")
      .getter<&shape::first_area>("firstArea")
      .static_method<&alive>("alive");
  a.wrap_class<circle, shape>("Circle")
      .overridable<js_shape_of<circle>>()
      .constructor<double>(a.arg("radius"))
      .property<&circle::radius>("radius");
  a.wrap_class<listener>("Listener").overridable<js_listener>().constructor<>();
  a.export_function<&area_of>("area_of", a.arg("one"));
  a.export_function<&drawing_of>("drawing_of", a.arg("one"));
  a.export_function<&areas_of>("areas_of", a.arg("all"));
  a.export_function<&describe_twice>("describe_twice", a.arg("one"));
  a.export_function<&shape_of_copy>("area_of_copy", a.arg("one"));
  a.export_function<&same_shape>("copied_shape", a.arg("one"));
  a.export_function<&make_shape>("make_shape");
  a.export_function<&keep_shape>("keep_shape", a.arg("one"));
  a.export_function<&area_of_kept>("area_of_kept");
  a.export_function<&last_kept>("last_kept_shape");
  a.export_function<&release_shapes>("release_shapes");
  a.export_function<&take_shape>("take_shape", a.arg("one"));
  a.export_function<&measure_in_thread>("measure_in_thread", a.arg("one"), a.arg("to"));
  a.export_function<&count_in_thread>("count_in_thread", a.arg("to"));
  a.export_function<&area_in_joined_thread>("area_in_joined_thread", a.arg("one"));
  a.export_function<&count_ended_threads>("count_ended_threads");
});

}  // namespace
