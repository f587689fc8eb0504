#include <tendon/describe/check_classes.hpp>

#include <doctest/doctest.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "described.hpp"

namespace checked_classes {

class engine {
 public:
  explicit engine(int);
  int power() const;
};

class boat {
 public:
  boat() = default;
  explicit boat(engine&);
  explicit boat(std::vector<engine*> const&);
  engine const& motor() const;
  int speed = 0;
};

struct port {
  std::string name;
  std::optional<engine> spare;
};

struct spot {
  int x;
};

struct grid {
  double cells[9];
};

struct bits {
  unsigned kind : 3;
};

struct derived : spot {
  int y;
};

class vehicle {
 public:
  virtual ~vehicle() = default;
  int wheels() const { return 0; }
};

class car : public vehicle {};
class van : public car {};

struct sixty_five {
  int a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12;
  int b0, b1, b2, b3, b4, b5, b6, b7, b8, b9, b10, b11, b12;
  int c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12;
  int d0, d1, d2, d3, d4, d5, d6, d7, d8, d9, d10, d11, d12;
  int e0, e1, e2, e3, e4, e5, e6, e7, e8, e9, e10, e11, e12;
};

}  // namespace checked_classes

using namespace checked_classes;

using described::fault_of;

TEST_CASE("a class that is used but not wrapped is named, wherever it stands") {
  std::string const sentence =
      "the class \"checked_classes::engine\" is used, but not wrapped; describe it with "
      "wrap_class<checked_classes::engine>, or specialise tendon::caster for it (it is no plain struct: it "
      "has "
      "constructors, private members or virtual functions)";
  CHECK(fault_of([](tendon::addon& a) { a.export_function<[](engine const&) {}>("f"); }) ==
        "f(): " + sentence);
  CHECK(fault_of([](tendon::addon& a) { a.export_function<[] { return engine(1); }>("f"); }) ==
        "f(): " + sentence);
  CHECK(fault_of([](tendon::addon& a) {
          a.export_function<[](std::vector<std::shared_ptr<engine>> const&) {}>("f");
        }) == "f(): " + sentence);
  CHECK(fault_of([](tendon::addon& a) { a.export_function<[](port const&) {}>("f"); }) == "f(): " + sentence);
  CHECK(fault_of([](tendon::addon& a) { a.wrap_class<boat>("Boat").constructor<engine&>(a.arg("motor")); }) ==
        "Boat(): " + sentence);
  CHECK(fault_of([](tendon::addon& a) { a.wrap_class<boat>("Boat").getter<&boat::motor>("motor"); }) ==
        "Boat.motor: " + sentence);
  CHECK(fault_of([](tendon::addon& a) {
          a.wrap_class<boat>("Boat").getter<&boat::motor>("motor");
          a.wrap_class<engine>("Engine");
        }) == "");
}

TEST_CASE("a class says why it is no plain struct") {
  auto const why = [](auto bind) {
    auto const sentence = fault_of(bind);
    auto const start = sentence.find("(it is no plain struct: ");
    return start == std::string::npos ? sentence : sentence.substr(start);
  };
  CHECK(why([](tendon::addon& a) { a.export_function<[](grid const&) {}>("f"); }) ==
        "(it is no plain struct: a member is a C array)");
  CHECK(why([](tendon::addon& a) { a.export_function<[](std::vector<grid> const&) {}>("f"); }) ==
        "(it is no plain struct: a member is a C array)");
  CHECK(why([](tendon::addon& a) { a.export_function<[](bits const&) {}>("f"); }) ==
        "(it is no plain struct: a member is a bit-field, or it is packed)");
  CHECK(why([](tendon::addon& a) { a.export_function<[] { return derived(); }>("f"); }) ==
        "(it is no plain struct: it has a base class)");
  CHECK(why([](tendon::addon& a) { a.export_function<[](sixty_five const&) {}>("f"); }) ==
        "(it is no plain struct: it has more than 64 members)");
}

TEST_CASE("a class is wrapped once, under one name") {
  CHECK(fault_of([](tendon::addon& a) {
          a.wrap_class<engine>("Engine");
          a.wrap_class<engine>("Motor");
        }) == R"(the class "checked_classes::engine" is wrapped twice)");
  CHECK(fault_of([](tendon::addon& a) {
          a.wrap_class<engine>("Same");
          a.wrap_class<boat>("Same");
        }) == R"(two classes are exported as "Same")");
  CHECK(fault_of([](tendon::addon& a) { a.wrap_class<engine>("a-b"); }) ==
        R"("a-b" can't name a class in TypeScript)");
}

TEST_CASE("the names of members are apart") {
  CHECK(fault_of([](tendon::addon& a) {
          a.wrap_class<engine>("Engine").getter<&engine::power>("power").method<&engine::power>("power");
        }) == R"(two members of "Engine" are named "power")");
  CHECK(fault_of([](tendon::addon& a) {
          a.wrap_class<engine>("Engine").method<&engine::power>("constructor");
        }) == R"(a member of "Engine" can't be named "constructor")");
  CHECK(fault_of([](tendon::addon& a) {
          a.wrap_class<engine>("Engine").getter<&engine::power>("power").constant("power", 1);
        }) == "");
}

TEST_CASE("keeps and borrowed name what can be kept") {
  CHECK(fault_of([](tendon::addon& a) {
          a.wrap_class<engine>("Engine");
          a.wrap_class<boat>("Boat").constructor<engine&>(a.arg("motor"), a.keeps("engine"));
        }) == R"(Boat(): keeps("engine") names no argument)");
  CHECK(fault_of([](tendon::addon& a) {
          a.wrap_class<engine>("Engine");
          a.wrap_class<boat>("Boat").constructor<std::vector<engine*> const&>(a.arg("motors"),
                                                                              a.keeps("motors"));
        }) == R"(Boat(): keeps("motors") names objects inside of another value; only an argument itself can )"
              "be kept");
  CHECK(fault_of([](tendon::addon& a) {
          a.wrap_class<engine>("Engine");
          a.export_function<[](engine& all, int) -> engine& { return all; }>(
              "f", a.arg("all"), a.arg("index"), a.borrowed("index"));
        }) == R"(f(): borrowed("index") names no object)");
  CHECK(fault_of([](tendon::addon& a) {
          a.wrap_class<engine>("Engine");
          a.export_function<[](engine& all) -> engine& { return all; }>("f", a.arg("all"), a.borrowed);
        }) == "f(): borrowed must name an argument: there is no object");
}

TEST_CASE("a plain struct crosses as a literal or as an object, not as both") {
  CHECK(fault_of([](tendon::addon& a) {
          a.wrap_class<spot>("Spot");
          a.export_function<[](spot const&) {}>("f");
        }) == R"(f(): "checked_classes::spot" is wrapped, but crosses as a plain struct here; set )"
              "tendon::is_wrapped<checked_classes::spot> to true before its first use");
}

TEST_CASE("an object is no constant") {
  CHECK(fault_of([](tendon::addon& a) {
          a.wrap_class<boat>("Boat");
          a.export_value("BOAT", boat());
        }) == "BOAT: an object of a wrapped class can't be a constant");
}

TEST_CASE("a base must be wrapped") {
  CHECK(fault_of([](tendon::addon& a) { a.wrap_class<car, vehicle>("Car"); }) ==
        "\"Car\" extends the class \"checked_classes::vehicle\", which is not wrapped; describe it with "
        "wrap_class<checked_classes::vehicle>");
  CHECK(fault_of([](tendon::addon& a) {
          a.wrap_class<car, vehicle>("Car");
          a.wrap_class<vehicle>("Vehicle");
        }) == "");
}

TEST_CASE("a base is named once") {
  CHECK(fault_of([](tendon::addon& a) {
          a.wrap_class<vehicle>("Vehicle");
          a.wrap_class<car, vehicle, vehicle>("Car");
        }) == "\"Car\" extends the class \"checked_classes::vehicle\" twice");
}

TEST_CASE("what extends a class is made with new") {
  CHECK(fault_of([](tendon::addon& a) {
          a.wrap_class<vehicle>("Vehicle").constructor<>().callable_without_new();
          a.wrap_class<car, vehicle>("Car").constructor<>();
        }) == "");
  CHECK(fault_of([](tendon::addon& a) {
          a.wrap_class<vehicle>("Vehicle");
          a.wrap_class<car, vehicle>("Car").constructor<>().callable_without_new();
        }) == "\"Car\" extends another class, and so can't be callable without new");
}

TEST_CASE("the dynamic type is told by a wrapped base") {
  CHECK(
      fault_of([](tendon::addon& a) {
        a.wrap_class<car>("Car");
        a.wrap_class<van, car>("Van").dynamic_type<&vehicle::wheels>(6);
      }) ==
      "dynamic_type of \"Van\" looks at objects of \"checked_classes::vehicle\", which is no wrapped base of "
      "it");
  CHECK(fault_of([](tendon::addon& a) {
          a.wrap_class<vehicle>("Vehicle");
          a.wrap_class<car, vehicle>("Car");
          a.wrap_class<van, car>("Van").dynamic_type<&vehicle::wheels>(6);
        }) == "");
}

TEST_CASE("objects of a class that extends others come back as theirs") {
  tendon::addon made;
  made.wrap_class<van, car>("Van");
  made.wrap_class<car, vehicle>("Car");
  made.wrap_class<vehicle>("Vehicle");
  made.export_function<[](std::shared_ptr<car>) {}>("f", tendon::arg("car"));
  auto const described = made.description_();
  CHECK(described.classes[0].identified);
  CHECK(described.classes[1].identified);
  CHECK_FALSE(described.classes[2].identified);
}
