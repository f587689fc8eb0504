#include <tendon/glue/inheritance.hpp>

#include <doctest/doctest.h>

#include "functions.hpp"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

// Without RTTI, as node-gyp compiles: what an object really is must be told. examples/scene has RTTI.
namespace {

enum class species { none, dog, puppy, duck };

class animal {
 public:
  explicit animal(std::string name) : name_(std::move(name)) { ++alive; }
  animal(animal const& other) : name_(other.name_) { ++alive; }
  virtual ~animal() { --alive; }

  static inline int alive = 0;

  std::string const& name() const { return name_; }
  animal& rename(std::string name) {
    name_ = std::move(name);
    return *this;
  }
  virtual std::string sound() const { return "nothing"; }
  virtual species kind() const { return species::none; }

  int legs = 4;

 private:
  std::string name_;
};

class dog : public animal {
 public:
  using animal::animal;
  std::string sound() const override { return "woof"; }
  species kind() const override { return species::dog; }
  int fetch(int sticks) const { return sticks; }
};

class puppy : public dog {
 public:
  using dog::dog;
  std::string sound() const override { return "yip"; }
  species kind() const override { return species::puppy; }
};

/// Not wrapped.
class hound : public dog {
 public:
  using dog::dog;
  std::string sound() const override { return "howl"; }
  int sniff(int times) { return sniffs += times; }
  int sniffs = 0;
};

/// There is a class between it and its wrapped base.
class retriever : public hound {
 public:
  using hound::hound;
};

class swimmer {
 public:
  virtual ~swimmer() = default;
  int dive(int more) { return depth += more; }
  swimmer& surface() {
    depth = 0;
    return *this;
  }
  static std::string element() { return "water"; }

  int depth = 3;
};

class duck : public animal, public swimmer {
 public:
  using animal::animal;
  species kind() const override { return species::duck; }
  std::string sound() const override { return "quack"; }
};

class device {
 public:
  explicit device(int id) : id_(id) {}
  virtual ~device() = default;
  int id() const { return id_; }

 private:
  int id_;
};

class scanner : public virtual device {
 public:
  explicit scanner(int id) : device(id) {}
  int scan() const { return 10 * id(); }
};

class printer : public virtual device {
 public:
  explicit printer(int id) : device(id) {}
  int print() const { return 100 * id(); }
};

class copier : public scanner, public printer {
 public:
  explicit copier(int id) : device(id), scanner(id), printer(id) {}
};

/// Its destructor is not virtual, and a text tells what its objects are.
class node {
 public:
  explicit node(char const* tag = "node") : tag_(tag) {}
  char const* tag() const { return tag_; }

 private:
  char const* tag_;
};

class leaf : public node {
 public:
  leaf() : node("leaf") {}
  int weight = 7;
};

std::string name_of(animal const& one) { return one.name(); }
std::string sound_of(animal* one) { return one ? one->sound() : "silence"; }
std::string sound_of_all(std::vector<std::shared_ptr<animal>> const& all) {
  std::string sounds;
  for (auto const& each : all) sounds += sound_of(each.get());
  return sounds;
}
std::string adopt(std::unique_ptr<animal> one) { return one ? one->name() : "nobody"; }
int depth_of(swimmer const& one) { return one.depth; }
int depth_of_taken(std::unique_ptr<swimmer> one) { return one->depth; }
int id_of(device const& one) { return one.id(); }
std::string animal_by_value(animal one) { return one.sound(); }
void take_node(std::unique_ptr<node>) {}
void share_node(std::shared_ptr<node>) {}

std::unique_ptr<animal> make(std::string const& what) {
  if (what == "dog") return std::make_unique<dog>("Rex");
  if (what == "puppy") return std::make_unique<puppy>("Bo");
  if (what == "duck") return std::make_unique<duck>("Donald");
  if (what == "hound") return std::make_unique<hound>("Baskerville");
  return std::make_unique<animal>("Noname");
}

std::shared_ptr<animal> kept;
void keep(std::shared_ptr<animal> one) { kept = std::move(one); }
std::shared_ptr<animal> kept_animal() { return kept; }
void keep_new(std::string const& what) { kept = make(what); }
int kept_uses() { return static_cast<int>(kept.use_count()); }

std::shared_ptr<swimmer> kept_by_depth;
void keep_swimmer(std::shared_ptr<swimmer> one) { kept_by_depth = std::move(one); }
std::shared_ptr<swimmer> kept_swimmer() { return std::exchange(kept_by_depth, nullptr); }

animal const& same_animal(animal const& one) { return one; }
animal& borrowed_animal(animal& one) { return one; }
swimmer& own_swimmer(swimmer& one) { return one; }
device& own_device(device& one) { return one; }
std::vector<std::unique_ptr<animal>> make_all(std::vector<std::string> const& kinds) {
  std::vector<std::unique_ptr<animal>> all;
  for (auto const& each : kinds) all.push_back(make(each));
  return all;
}
animal const& global_animal() {
  static puppy const one("Global");
  return one;
}

std::string which(int) { return "a number"; }
std::string which_animal(animal const&) { return "an animal"; }
std::string which_dog(dog const&) { return "a dog"; }
std::string which_swimmer(swimmer const&) { return "a swimmer"; }
std::string which_name(std::variant<animal, dog> const& one) {
  return one.index() == 0 ? "an animal" : "a dog";
}

node* some_node(bool is_leaf) {
  static node one;
  static leaf other;
  return is_leaf ? &other : &one;
}
int weight_of(leaf const& one) { return one.weight; }

int alive() { return animal::alive; }

test_functions const classes([](tendon::addon& a) {
  // Those that extend come first: the order does not matter.
  a.wrap_class<puppy, dog>("Puppy")
      .constructor<std::string>(a.arg("name"))
      .dynamic_type<&animal::kind>(species::puppy);
  a.wrap_class<dog, animal>("Dog")
      .constructor<std::string>(a.arg("name"))
      .dynamic_type<&animal::kind>(species::dog)
      .method<&dog::fetch>("fetch", a.arg("sticks"))
      .method<&dog::rename>("renamed", a.arg("name"));
  a.wrap_class<retriever, dog>("Retriever")
      .constructor<std::string>(a.arg("name"))
      .method<&hound::sniff>("sniff", a.arg("times"))
      .property<&hound::sniffs>("sniffs");
  a.wrap_class<animal>("Animal")
      .constructor<std::string>(a.arg("name"))
      .getter<&animal::name>("name")
      .method<&animal::rename>("rename", a.arg("name"))
      .method<&animal::sound>("sound")
      .property<&animal::legs>("legs")
      .static_method<&alive>("alive")
      .constant("KINGDOM", "animals");
  a.wrap_class<swimmer>("Swimmer")
      .method<&swimmer::dive>("dive", a.arg("more"))
      .method<&swimmer::surface>("surface")
      .property<&swimmer::depth>("depth")
      .static_method<&swimmer::element>("element")
      .constant("UNIT", "m");
  a.wrap_class<duck, animal, swimmer>("Duck")
      .constructor<std::string>(a.arg("name"))
      .dynamic_type<&animal::kind>(species::duck);
  a.wrap_class<device>("Device").getter<&device::id>("id");
  a.wrap_class<scanner, device>("Scanner").constructor<int>(a.arg("id")).method<&scanner::scan>("scan");
  a.wrap_class<printer, device>("Printer").constructor<int>(a.arg("id")).method<&printer::print>("print");
  a.wrap_class<copier, scanner, printer>("Copier").constructor<int>(a.arg("id"));
  a.wrap_class<node>("Node").constructor<>();
  a.wrap_class<leaf, node>("Leaf").constructor<>().dynamic_type<&node::tag>("leaf").property<&leaf::weight>(
      "weight");
  a.export_function<&name_of>("name_of", a.arg("one"));
  a.export_function<&sound_of>("sound_of", a.arg("one"));
  a.export_function<&sound_of_all>("sound_of_all", a.arg("all"));
  a.export_function<&adopt>("adopt_animal", a.arg("one"));
  a.export_function<&depth_of>("depth_of", a.arg("one"));
  a.export_function<&depth_of_taken>("depth_of_taken", a.arg("one"));
  a.export_function<&id_of>("id_of", a.arg("one"));
  a.export_function<&animal_by_value>("animal_by_value", a.arg("one"));
  a.export_function<&take_node>("take_node", a.arg("one"));
  a.export_function<&share_node>("share_node", a.arg("one"));
  a.export_function<&make>("make_animal", a.arg("what"));
  a.export_function<&make_all>("make_animals", a.arg("kinds"));
  a.export_function<&keep>("keep_animal", a.arg("one"));
  a.export_function<&kept_animal>("kept_animal", tendon::returns(tendon::nullable));
  a.export_function<&keep_new>("keep_new_animal", a.arg("what"));
  a.export_function<&kept_uses>("kept_animal_uses");
  a.export_function<&keep_swimmer>("keep_swimmer", a.arg("one"));
  a.export_function<&kept_swimmer>("kept_swimmer");
  a.export_function<&same_animal>("copied_animal", a.arg("one"));
  a.export_function<&borrowed_animal>("borrowed_animal", a.arg("one"), tendon::borrowed("one"));
  a.export_function<&own_swimmer>("borrowed_swimmer", a.arg("one"), tendon::borrowed("one"));
  a.export_function<&own_device>("borrowed_device", a.arg("one"), tendon::borrowed("one"));
  a.export_function<&global_animal>("global_animal", tendon::unmanaged);
  a.export_function<&which>("which", a.arg("one"));
  a.export_function<&which_animal>("which", a.arg("one"));
  a.export_function<&which_dog>("which", a.arg("one"));
  a.export_function<&which_animal>("which_base", a.arg("one"));
  a.export_function<&which_swimmer>("which_base", a.arg("one"));
  a.export_function<&which_name>("which_alternative", a.arg("one"));
  a.export_function<&some_node>("some_node", a.arg("isLeaf"), tendon::unmanaged);
  a.export_function<&weight_of>("weight_of", a.arg("one"));
});

}  // namespace
