#include <tendon/describe/check_types.hpp>

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

#include "described.hpp"

using described::fault_of;

namespace checked_types {

enum class shade { light, dark };
struct spot {
  int x;
};
class reading_error : public std::runtime_error {
 public:
  using runtime_error::runtime_error;
};
class fine_error : public reading_error {
 public:
  using reading_error::reading_error;
};
class gadget {
 public:
  explicit gadget(int);
};
class gadget_error : public std::runtime_error {
 public:
  using runtime_error::runtime_error;
  gadget cause() const { return gadget(1); }
};

}  // namespace checked_types

using namespace checked_types;

TEST_CASE("an enum is exported once, by a name for a type") {
  CHECK(fault_of([](tendon::addon& a) {
          a.export_enum<shade>("Shade");
          a.export_enum<shade>("Tint");
        }) == "the enum \"checked_types::shade\" is exported twice");
  CHECK(fault_of([](tendon::addon& a) { a.export_enum<shade>("a-b"); }) ==
        "\"a-b\" can't name an enum in TypeScript");
  CHECK(fault_of([](tendon::addon& a) {
          a.export_enum<shade>("Shade");
          a.export_value("Shade", 1);
        }) == "a value and an enum are both exported as \"Shade\"");
  CHECK(fault_of([](tendon::addon& a) {
          a.export_enum<shade>("Spot");
          a.export_struct<spot>("Spot");
        }) == "an enum and a struct are both exported as \"Spot\"");
}

TEST_CASE("an error is exported once, behind what it extends") {
  CHECK(fault_of([](tendon::addon& a) {
          a.export_error<reading_error>("ReadingError");
          a.export_error<reading_error>("OtherError");
        }) == "\"ReadingError\" and \"OtherError\" are the same C++ exception");
  CHECK(fault_of([](tendon::addon& a) { a.export_error<fine_error, reading_error>("FineError"); }) ==
        "\"FineError\" extends an exception that is not exported; export it with export_error");
  CHECK(fault_of([](tendon::addon& a) { a.export_error<fine_error>("a-b"); }) ==
        "\"a-b\" can't name a class in TypeScript");
  CHECK(fault_of([](tendon::addon& a) {
          a.export_error<fine_error>("FineError");
          a.export_error<reading_error>("FineError");
        }) == "two errors are exported as \"FineError\"");
}

TEST_CASE("classes in properties of errors are wrapped") {
  CHECK(fault_of([](tendon::addon& a) {
          a.export_error<gadget_error>("GadgetError").property<&gadget_error::cause>("gadget");
        }) ==
        "GadgetError.gadget: the class \"checked_types::gadget\" is used, but not wrapped; describe it with "
        "wrap_class<checked_types::gadget>, or specialise tendon::caster for it (it is no plain struct: it "
        "has "
        "constructors, private members or virtual functions)");
}
