#include <tendon/base/fields.hpp>

#include <doctest/doctest.h>

#include <any>
#include <array>
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

using tendon::field_count;
using tendon::field_names;
using tendon::field_type;
using tendon::plain_struct;
using tendon::struct_fault;
using tendon::why_not_plain;

namespace sample {

struct empty {};
struct point {
  int x;
  double y;
};
struct segment {
  point from;
  point to;
  int width = 1;
};
struct drawing {
  segment first;
  std::string label;
};
struct tree {
  std::string label;
  std::vector<tree> children;
};
struct node {
  std::vector<node> list;
  std::map<std::string, node> named;
  std::shared_ptr<node> next;
  std::function<node(node)> change;
  std::optional<std::vector<node>> more;
};

enum class color { red };

struct everything {
  int a = 3;
  color b;
  std::string c;
  std::string_view d;
  std::optional<int> e;
  std::vector<int> f;
  std::array<int, 3> g;
  std::map<std::string, int> h;
  std::variant<int, std::string> i;
  std::unique_ptr<int> j;
  std::shared_ptr<int> k;
  std::function<int(int)> l;
  point m;
  segment n;
  int const o;
  std::any p;
  std::string const q;
  int* r;
  bool s;
  void (*t)(int);
  std::optional<std::string> u;
  std::variant<int> v;
  std::tuple<int> w;
  std::pair<int, int> x;
};

struct no_default {
  explicit no_default(int, int) {}
};
struct immovable {
  immovable() = default;
  immovable(immovable&&) = delete;
};
struct explicit_default {
  explicit explicit_default() = default;
  int value = 0;
};
struct greedy {
  greedy() = default;
  template <class T>
  greedy(T&&) {}
};
struct stubborn {
  std::optional<int> a;
  no_default b;
  std::unique_ptr<no_default> c;
  immovable d;
  explicit_default e;
  greedy f;
  std::reference_wrapper<int> g;
  std::optional<int> h;
};

struct greedy_first {
  greedy a;
  int b;
};

template <class T, char Separator>
struct box {
  T first;
  T second;
};
struct only_array {
  std::array<int, 3> values;
};
struct takes_address {
  void operator&() const {}
};
struct with_takes_address {
  takes_address field;
};
struct shares {
  [[no_unique_address]] empty nothing;
  int value;
};
struct alignas(64) aligned {
  char a;
  alignas(16) char b;
};

#define EIGHT(o) int o##0, o##1, o##2, o##3, o##4, o##5, o##6, o##7;
struct seven {
  int a, b, c, d, e, f, g;
};
struct eight {
  EIGHT(a)
};
struct nine {
  EIGHT(a) int last;
};
struct sixty_three {
  EIGHT(a) EIGHT(b) EIGHT(c) EIGHT(d) EIGHT(e) EIGHT(f) EIGHT(g) int p, q, r, s, t, u, v;
};
struct sixty_four {
  EIGHT(a) EIGHT(b) EIGHT(c) EIGHT(d) EIGHT(e) EIGHT(f) EIGHT(g) EIGHT(h)
};
struct sixty_five {
  EIGHT(a) EIGHT(b) EIGHT(c) EIGHT(d) EIGHT(e) EIGHT(f) EIGHT(g) EIGHT(h) int last;
};
#undef EIGHT

}  // namespace sample

namespace refused {

struct incomplete;
struct has_constructor {
  has_constructor() {}
  int value = 0;
};
class has_private {
  [[maybe_unused]] int value = 0;

 public:
  int other = 0;
};
struct has_virtual {
  virtual ~has_virtual() = default;
  int value = 0;
};
union number {
  int whole;
  float real;
};
struct cannot_be_destroyed {
  ~cannot_be_destroyed() = delete;
  int value;
};

struct base {
  int a;
};
struct derived : base {
  int b;
};
struct derived_from_empty : sample::empty {};

struct array {
  int values[3];
  int last;
};
struct array_of_one {
  int values[1];
};
struct long_array {
  char text[200];
};
struct array_behind {
  int first;
  std::unique_ptr<int> pointers[2];
};
struct array_without_default {
  sample::no_default values[2];
};

inline int global = 0;
struct reference {
  int& value;
};
struct reference_between {
  int first;
  int& value = global;
  int last;
};
struct const_reference {
  int const& value;
};
struct rvalue_reference {
  int&& value;
};

struct bits {
  int a : 3;
  int b : 5;
};
struct lone_bits {
  int a : 3;
};
struct [[gnu::packed]] packed {
  char a;
  int b;
};

struct anonymous_union {
  int a;
  union {
    int b;
    float c;
  };
  std::string d;
};
struct only_anonymous_union {
  union {
    int a;
    float b;
  };
};
struct named_union {
  number value;
};

}  // namespace refused

namespace {

struct hidden {
  int number;
  std::string text;
};

template <class T>
constexpr bool has_fields(auto... name) {
  if constexpr (plain_struct<T>) {
    return field_names<T> == std::array<std::string_view, sizeof...(name)>{name...};
  } else {
    return false;
  }
}

}  // namespace

TEST_CASE("names in order of declaration") {
  static_assert(has_fields<sample::empty>());
  static_assert(has_fields<sample::point>("x", "y"));
  static_assert(has_fields<sample::point const>("x", "y"));
  static_assert(has_fields<sample::tree>("label", "children"));
  static_assert(has_fields<hidden>("number", "text"));
  static_assert(has_fields<sample::box<std::string, '>'>>("first", "second"));
  CHECK(field_names<sample::point>[1] == "y");
}

TEST_CASE("structs inside structs count as one field") {
  static_assert(has_fields<sample::segment>("from", "to", "width"));
  static_assert(has_fields<sample::drawing>("first", "label"));
  static_assert(has_fields<sample::only_array>("values"));
}

TEST_CASE("structs inside functions") {
  struct local {
    int one;
    hidden two;
  };
  static_assert(has_fields<local>("one", "two"));
  [](auto) {
    struct inner {
      local three;
    };
    static_assert(has_fields<inner>("three"));
  }(0);
}

TEST_CASE("fields of every kind") {
  using sample::everything;
  static_assert(has_fields<everything>("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n",
                                       "o", "p", "q", "r", "s", "t", "u", "v", "w", "x"));
  static_assert(std::is_same_v<field_type<everything, 0>, int>);
  static_assert(std::is_same_v<field_type<everything, 1>, sample::color>);
  static_assert(std::is_same_v<field_type<everything, 9>, std::unique_ptr<int>>);
  static_assert(std::is_same_v<field_type<everything, 14>, int const>);
  static_assert(std::is_same_v<field_type<everything const, 0>, int>);
}

TEST_CASE("recursion through containers") {
  static_assert(has_fields<sample::node>("list", "named", "next", "change", "more"));
}

TEST_CASE("fields that are hard to make") {
  static_assert(has_fields<sample::stubborn>("a", "b", "c", "d", "e", "f", "g", "h"));
  static_assert(has_fields<sample::greedy_first>("a", "b"));
  static_assert(has_fields<sample::with_takes_address>("field"));
}

TEST_CASE("unusual layouts") {
  static_assert(has_fields<sample::shares>("nothing", "value"));
  static_assert(has_fields<sample::aligned>("a", "b"));
}

TEST_CASE("up to 64 fields") {
  static_assert(field_count<sample::empty> == 0);
  static_assert(field_count<sample::seven> == 7);
  static_assert(field_count<sample::eight> == 8);
  static_assert(field_count<sample::nine> == 9);
  static_assert(field_count<sample::sixty_three> == 63);
  static_assert(field_count<sample::sixty_four> == 64);
  static_assert(field_names<sample::nine>[8] == "last");
  static_assert(field_names<sample::sixty_four>[63] == "h7");
}

TEST_CASE("references to the fields") {
  using sample::point;
  static_assert(
      std::is_same_v<decltype(tendon::tie_fields(std::declval<point&>())), std::tuple<int&, double&>>);
  static_assert(std::is_same_v<decltype(tendon::tie_fields(std::declval<point const&>())),
                               std::tuple<int const&, double const&>>);

  point value{1, 2};
  std::get<1>(tendon::tie_fields(value)) = 2.5;
  CHECK(value.y == 2.5);
  CHECK(&std::get<0>(tendon::tie_fields(value)) == &value.x);

  sample::sixty_four many{};
  std::get<63>(tendon::tie_fields(many)) = 63;
  CHECK(many.h7 == 63);
}

TEST_CASE("a visitor gets each name with its field") {
  hidden value{7, "seven"};
  std::string seen;
  tendon::for_each_field(std::as_const(value), [&]<class Field>(std::string_view name, Field const& field) {
    seen += name;
    if constexpr (std::is_same_v<Field, std::string>) seen += '=' + field;
    seen += ' ';
  });
  CHECK(seen == "number text=seven ");

  sample::point point{1, 2};
  tendon::for_each_field(point, [](std::string_view, auto& field) { field = 0; });
  CHECK(point.x == 0);
  CHECK(point.y == 0);

  sample::empty nothing;
  tendon::for_each_field(nothing, [](std::string_view, auto&) { FAIL("an empty struct has no fields"); });
}

TEST_CASE("move-only fields stay where they are") {
  struct owner {
    std::unique_ptr<int> number;
  };
  owner value{std::make_unique<int>(4)};
  CHECK(*std::get<0>(tendon::tie_fields(value)) == 4);
  CHECK(value.number != nullptr);
}

TEST_CASE("types that are no aggregates") {
  static_assert(why_not_plain<refused::incomplete>() == struct_fault::incomplete);
  static_assert(why_not_plain<int>() == struct_fault::not_an_aggregate);
  static_assert(why_not_plain<void>() == struct_fault::not_an_aggregate);
  static_assert(why_not_plain<void()>() == struct_fault::not_an_aggregate);
  static_assert(why_not_plain<int[3]>() == struct_fault::not_an_aggregate);
  static_assert(why_not_plain<sample::point&>() == struct_fault::not_an_aggregate);
  static_assert(why_not_plain<sample::color>() == struct_fault::not_an_aggregate);
  static_assert(why_not_plain<std::string>() == struct_fault::not_an_aggregate);
  static_assert(why_not_plain<refused::has_constructor>() == struct_fault::not_an_aggregate);
  static_assert(why_not_plain<refused::has_private>() == struct_fault::not_an_aggregate);
  static_assert(why_not_plain<refused::has_virtual>() == struct_fault::not_an_aggregate);
  static_assert(why_not_plain<refused::number>() == struct_fault::not_an_aggregate);
  static_assert(why_not_plain<refused::cannot_be_destroyed>() == struct_fault::not_constructible);
  static_assert(!plain_struct<refused::has_private>);
}

TEST_CASE("types that are tuples already") {
  static_assert(why_not_plain<std::array<int, 3>>() == struct_fault::tuple_like);
  static_assert(why_not_plain<std::array<int, 0>>() == struct_fault::tuple_like);
  static_assert(why_not_plain<std::pair<int, int>>() == struct_fault::tuple_like);
}

TEST_CASE("derived structs") {
  static_assert(why_not_plain<refused::derived>() == struct_fault::has_base);
  static_assert(why_not_plain<refused::derived_from_empty>() == struct_fault::has_base);
}

TEST_CASE("C arrays") {
  static_assert(why_not_plain<refused::array>() == struct_fault::has_array);
  static_assert(why_not_plain<refused::array_of_one>() == struct_fault::has_array);
  static_assert(why_not_plain<refused::long_array>() == struct_fault::has_array);
  static_assert(why_not_plain<refused::array_behind>() == struct_fault::has_array);
  static_assert(why_not_plain<refused::array_without_default>() == struct_fault::has_array);
}

TEST_CASE("reference members") {
  static_assert(why_not_plain<refused::reference>() == struct_fault::has_reference);
  static_assert(why_not_plain<refused::reference_between>() == struct_fault::has_reference);
  static_assert(why_not_plain<refused::const_reference>() == struct_fault::has_reference);
  static_assert(why_not_plain<refused::rvalue_reference>() == struct_fault::has_reference);
}

TEST_CASE("bit-fields, packed members and unions") {
  static_assert(why_not_plain<refused::bits>() == struct_fault::has_bit_field);
  static_assert(why_not_plain<refused::lone_bits>() == struct_fault::has_bit_field);
  static_assert(why_not_plain<refused::packed>() == struct_fault::has_bit_field);
  static_assert(why_not_plain<refused::anonymous_union>() == struct_fault::has_union);
  static_assert(why_not_plain<refused::only_anonymous_union>() == struct_fault::has_union);
  static_assert(why_not_plain<refused::named_union>() == struct_fault::has_union);
}

TEST_CASE("too many fields") {
  static_assert(why_not_plain<sample::sixty_four>() == struct_fault::none);
  static_assert(why_not_plain<sample::sixty_five>() == struct_fault::too_many_fields);
}
