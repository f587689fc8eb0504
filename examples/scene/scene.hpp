#pragma once

#include <algorithm>
#include <memory>
#include <ostream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// A scene graph as drawing libraries have it: nodes of several kinds, some of which hold others.
namespace scene {

struct point {
  double x;
  double y;
};

/// A rectangle that is parallel to the axes.
struct box {
  double left;
  double top;
  double right;
  double bottom;

  box joined(box const& other) const {
    return {std::min(left, other.left), std::min(top, other.top), std::max(right, other.right),
            std::max(bottom, other.bottom)};
  }
  bool contains(point at) const { return at.x >= left && at.x <= right && at.y >= top && at.y <= bottom; }
};

/// What nodes are drawn on: it notes the commands.
class canvas {
 public:
  void draw(std::string command) { commands_.push_back(std::move(command)); }
  std::vector<std::string> const& commands() const { return commands_; }

 private:
  std::vector<std::string> commands_;
};

// [node]
/// Anything in a scene.
class node {
 public:
  explicit node(std::string name) : name_(std::move(name)) {}
  virtual ~node() = default;

  std::string const& name() const { return name_; }
  virtual box bounds() const = 0;
  virtual void draw(canvas& on) const { on.draw(name_); }

  /// How much space it takes.
  double area() const {
    auto const taken = bounds();
    return (taken.right - taken.left) * (taken.bottom - taken.top);
  }

 private:
  std::string name_;
};
// [/node]

/// A node that reacts to clicks, beside whatever else it is.
class clickable {
 public:
  virtual ~clickable() = default;
  int clicks() const { return clicks_; }
  int click() { return ++clicks_; }

 private:
  int clicks_ = 0;
};

class circle : public node {
 public:
  circle(std::string name, point center, double radius)
      : node(std::move(name)), center(center), radius(radius) {}

  box bounds() const override {
    return {center.x - radius, center.y - radius, center.x + radius, center.y + radius};
  }

  point center;
  double radius;
};

class button : public node, public clickable {
 public:
  button(std::string name, box place) : node(std::move(name)), place_(place) {}
  box bounds() const override { return place_; }
  void draw(canvas& on) const override { on.draw("[" + name() + "]"); }

 private:
  box place_;
};

// [group]
/// A node that holds others, which it shares with whoever has them.
class group : public node {
 public:
  using node::node;

  group& add(std::shared_ptr<node> added) {
    if (!added) throw std::invalid_argument("there is no node to add");
    nodes_.push_back(std::move(added));
    return *this;
  }

  /// The first of that name, in all groups below.
  std::shared_ptr<node> find(std::string_view wanted) const {
    for (auto const& each : nodes_) {
      if (each->name() == wanted) return each;
      if (auto const* const inner = dynamic_cast<group const*>(each.get()))
        if (auto found = inner->find(wanted)) return found;
    }
    return nullptr;
  }

  box bounds() const override {
    if (nodes_.empty()) return {};
    auto all = nodes_.front()->bounds();
    for (auto const& each : nodes_) all = all.joined(each->bounds());
    return all;
  }

  void draw(canvas& on) const override {
    for (auto const& each : nodes_) each->draw(on);
  }

  auto begin() const { return nodes_.begin(); }
  auto end() const { return nodes_.end(); }

 private:
  std::vector<std::shared_ptr<node>> nodes_;
};
// [/group]

inline std::ostream& operator<<(std::ostream& to, group const& printed) {
  to << printed.name() << ":";
  for (auto const& each : printed) to << " " << each->name();
  return to;
}

inline std::vector<std::string> render(node const& drawn) {
  canvas on;
  drawn.draw(on);
  return on.commands();
}

/// Clicks on what is there, and says how often it was.
inline int click_at(group const& in, point at) {
  for (auto const& each : in)
    if (auto* const found = dynamic_cast<clickable*>(each.get()); found && each->bounds().contains(at))
      return found->click();
  return 0;
}

inline int clicks_of(clickable const& clicked) { return clicked.clicks(); }

}  // namespace scene
