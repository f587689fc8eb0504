#include <tendon/env/native_class.hpp>

#include <doctest/doctest.h>

#include <vector>

using tendon::detail::most_derived;
using tendon::detail::native_class;
using tendon::detail::object_type;

namespace {

struct first {
  int a = 1;
};
struct second {
  int b = 2;
};
struct both : first, second {};
struct last : both {
  bool is_last = true;
};

template <class T>
constexpr tendon::type_description type{};
template <class T>
constexpr object_type objects{&type<T>, sizeof(T), false, false, nullptr, nullptr, nullptr};

template <class T, class Base>
native_class::base base_of(native_class const& base) {
  T object;
  auto const offset = reinterpret_cast<char*>(static_cast<Base*>(&object)) - reinterpret_cast<char*>(&object);
  return {&base, offset, nullptr};
}

/// Its base is virtual.
struct far : virtual second {};

/// What extends what, without JavaScript.
struct classes {
  native_class a{objects<first>}, b{objects<second>}, ab{objects<both>}, end{objects<last>},
      distant{objects<far>};
  classes() {
    ab.add(base_of<both, first>(a));
    ab.add(base_of<both, second>(b));
    end.add(base_of<last, both>(ab));
    distant.add(
        {&b, 0, [](void* object) -> void* { return static_cast<second*>(static_cast<far*>(object)); }});
    auto const down = [](void* object, void const* tag) -> void* {
      auto* const known = static_cast<second*>(object);
      return known->b == *static_cast<int const*>(tag) ? static_cast<last*>(known) : nullptr;
    };
    static constexpr int tag = 2;
    ab.extended_by = {{&end, down, &tag, &b}};
  }
};

}  // namespace

TEST_CASE("a class knows by how many steps it extends another") {
  classes const all;
  CHECK(all.end.distance(type<last>) == 0);
  CHECK(all.end.distance(type<both>) == 1);
  CHECK(all.end.distance(type<second>) == 2);
  CHECK(all.b.distance(type<both>) == native_class::unrelated);
  CHECK(all.end.is(type<first>));
  CHECK_FALSE(all.a.is(type<second>));
}

TEST_CASE("an object is found as one of each class that its class extends") {
  classes const all;
  last object;
  CHECK(all.end.as(&object, type<last>) == &object);
  CHECK(all.end.as(&object, type<second>) == static_cast<second*>(&object));
  CHECK(all.ab.as(static_cast<both*>(&object), type<last>) == nullptr);
}

TEST_CASE("an object has the addresses of its bases") {
  classes const all;
  last object;
  std::vector<void*> found;
  all.end.for_each_other_address(&object, [&](void* address) { found.push_back(address); });
  CHECK(found == std::vector<void*>{static_cast<second*>(&object)});
}

TEST_CASE("a virtual base is looked for in the object") {
  classes const all;
  far object;
  CHECK(all.distant.as(&object, type<second>) == static_cast<second*>(&object));
  CHECK(all.distant.as(&object, type<first>) == nullptr);
  auto count = 0;
  all.distant.for_each_other_address(&object, [&](void*) { ++count; });
  CHECK(count == 0);
}

TEST_CASE("what an object really is, is found by its tag") {
  classes const all;
  last object;
  auto const found = most_derived({&all.ab, static_cast<both*>(&object)});
  CHECK(found.made_of == &all.end);
  CHECK(found.object == &object);
  object.b = 5;
  CHECK(most_derived({&all.ab, static_cast<both*>(&object)}).made_of == &all.ab);
}
