#include <tendon/describe/type.hpp>

#include <doctest/doctest.h>

#include "by_hand.hpp"

using by_hand::form;
using tendon::member_description;
using tendon::type_description;
using tendon::detail::contains_function;
using tendon::detail::type_trail;

namespace {

constexpr auto& callback = by_hand::function<by_hand::nothing>;

constexpr member_description plain_members[] = {{"x", &by_hand::number}, {"name", &by_hand::string}};
constexpr type_description plain{.form = form::aggregate, .members = plain_members};

constexpr member_description handler_members[] = {{"name", &by_hand::string},
                                                  {"run", &by_hand::optional<callback>}};
constexpr type_description handler{.form = form::aggregate, .members = handler_members};

// struct tree { vector<tree> children; };
extern type_description const tree;
type_description const* const tree_parts[] = {&tree};
type_description const trees{.ts_in = "readonly $[]", .ts_out = "$[]", .parts = tree_parts};
member_description const tree_members[] = {{"children", &trees}};
type_description const tree{.form = form::aggregate, .members = tree_members};

// struct node { vector<node> next; function<void()> run; };
extern type_description const node;
type_description const* const node_parts[] = {&node};
type_description const nodes{.ts_in = "readonly $[]", .ts_out = "$[]", .parts = node_parts};
member_description const node_members[] = {{"next", &nodes}, {"run", &callback}};
type_description const node{.form = form::aggregate, .members = node_members};

}  // namespace

TEST_CASE("a number contains no function") { CHECK_FALSE(contains_function(by_hand::number)); }

TEST_CASE("a function contains a function") { CHECK(contains_function(callback)); }

TEST_CASE("a function is found in the parts of a type") {
  CHECK(contains_function(by_hand::array<callback>));
  CHECK(contains_function(by_hand::optional<by_hand::array<callback>>));
  CHECK_FALSE(contains_function(by_hand::optional<by_hand::array<by_hand::number>>));
}

TEST_CASE("a function is found in the members of a struct") {
  CHECK(contains_function(handler));
  CHECK(contains_function(by_hand::array<handler>));
  CHECK_FALSE(contains_function(plain));
}

TEST_CASE("a handle counts as a function, alone and inside") {
  static constexpr type_description handle{.ts_in = "unknown", .ts_out = "unknown", .runs_js = true};
  CHECK(contains_function(handle));
  CHECK(contains_function(by_hand::array<handle>));
}

TEST_CASE("the search for functions in a type that contains itself ends") {
  CHECK_FALSE(contains_function(tree));
  CHECK_FALSE(contains_function(trees));
  CHECK(contains_function(node));
  CHECK(contains_function(nodes));
}

TEST_CASE("the search for functions is a constant expression") {
  static_assert(contains_function(handler));
  static_assert(!contains_function(plain));
}

TEST_CASE("a trail knows the types on it and no others") {
  type_trail const outer{&plain, nullptr};
  type_trail const inner{&by_hand::number, &outer};
  CHECK(inner.has(&by_hand::number));
  CHECK(inner.has(&plain));
  CHECK_FALSE(inner.has(&by_hand::string));
  CHECK_FALSE(outer.has(&by_hand::number));
}

TEST_CASE("a type is a text that is not optional unless it says otherwise") {
  type_description const made{};
  CHECK(made.form == form::text);
  CHECK_FALSE(made.optional);
  CHECK_FALSE(made.runs_js);
}

TEST_CASE("a tuple travels like a struct: in the cells of its parts") {
  using tendon::wire_kind;
  static constexpr type_description cell{.wire = wire_kind::number};
  static constexpr type_description const* two[] = {&cell, &cell};
  static constexpr type_description pair{.wire = wire_kind::tuple, .parts = two};
  static constexpr type_description pairs{.wire = wire_kind::array, .parts = by_hand::parts<pair>};
  static constexpr type_description const* mixed_parts[] = {&cell, &pair, &pairs};
  static constexpr type_description mixed{.wire = wire_kind::tuple, .parts = mixed_parts};
  static constexpr type_description with_text{.wire = wire_kind::tuple,
                                              .parts = by_hand::parts<by_hand::string>};
  static constexpr type_description nothing{.wire = wire_kind::tuple};
  static constexpr type_description nothings{.wire = wire_kind::array, .parts = by_hand::parts<nothing>};
  using namespace tendon::detail;
  CHECK(cell_count(pair) == 2);
  CHECK(cell_count(mixed) == 4);
  CHECK(has_fixed_cells(pair));
  CHECK_FALSE(has_fixed_cells(mixed));
  CHECK(travels(pair));
  CHECK(travels_in_part(pair));
  CHECK(travels(pairs));
  CHECK(travels(mixed));
  CHECK_FALSE(travels_in_part(mixed));
  CHECK_FALSE(travels(with_text));
  CHECK(travels(nothing));
  CHECK_FALSE(travels(nothings));
}
