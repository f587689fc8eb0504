#include <tendon/glue/entry.hpp>

#include "classes.hpp"
#include "functions.hpp"

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

// Signatures of many shapes, which tests/glue/entry.test.mjs calls through both tiers.

namespace {

enum class side { left, right };

struct place {
  double x;
  double y;
};

struct area {
  place corner;
  int width;
  std::optional<int> height;
  side aligned;
};

struct label {
  std::string text;
  place at;
};

struct event {
  std::chrono::system_clock::time_point at;
  std::u16string text;
  std::optional<std::chrono::sys_seconds> height;
};

struct path {
  std::vector<place> places;
  bool is_closed;
};

struct span {
  std::pair<int, double> from;
  std::tuple<place, std::vector<float>> width;
  std::optional<std::array<bool, 2>> height;
  std::pair<side, std::optional<place>> at;
};

/// Its caster knows what the stub can't: that it must be even.
struct even {
  int number;
};

int even_calls = 0;

class board {
 public:
  explicit board(double size = 8) : size_(size) {}

  double size() const { return size_; }
  void resize(double size) { size_ = size; }
  double add(place const& where) { return size_ += where.x + where.y; }
  double add_all(std::vector<double> const& numbers) {
    for (auto const each : numbers) size_ += each;
    return size_;
  }
  std::string named(std::string const& name) const { return name + std::to_string(static_cast<int>(size_)); }
  std::size_t count(std::vector<std::string> const& names) const { return names.size(); }
  board& self() { return *this; }
  bool is_same(board const* other) const { return other == this; }

 private:
  double size_;
};

}  // namespace

template <>
struct tendon::caster<even> {
  static constexpr std::string_view ts_in = "number", ts_out = "number";

  static even from_js(value const& from) {
    auto const number = caster<int>::from_js(from);
    if (number % 2 != 0) from.invalid("must be even");
    return {number};
  }

  static constexpr wire_kind wire = wire_kind::integer;
  static constexpr number_range range = number_range::int32;
  static constexpr bool refuses = true;
  static even from_wire(wire_reader& from) {
    auto const number = caster<int>::from_wire(from);
    from.decline_if(number % 2 != 0);
    return {number};
  }
};

namespace {

test_functions const tiers([](tendon::addon& a) {
  a.export_function<[](even value, int more) { return ++even_calls, value.number + more; }>(
      "tier_even", a.arg("value"), a.arg("more") = 1);
  a.export_function<[](even value, std::string const& text) {
    return ++even_calls, text + std::to_string(value.number);
  }>("tier_even_text", a.arg("value"), a.arg("text"));
  a.export_function<[](even value) { return ++even_calls, value.number; }>("tier_only_even", a.arg("value"));
  a.export_function<[] { return even_calls; }>("even_calls");
  a.export_function<[](place value) { return value; }>("tier_place", a.arg("place"));
  a.export_function<[](area const& value) { return value; }>("tier_area", a.arg("area"));
  a.export_function<[](place const& from, place const& to) {
    return place{to.x - from.x, to.y - from.y};
  }>("tier_between", a.arg("from"), a.arg("to"));
  a.export_function<[](int number, place const& where, bool flag) {
    return flag ? where.x + number : where.y;
  }>("tier_number_place", a.arg("number"), a.arg("place"), a.arg("flag"));
  a.export_function<[](place const& where, std::string const& text) {
    return text + std::to_string(where.x);
  }>("tier_place_text", a.arg("place"), a.arg("text"));
  a.export_function<[](std::string const& text, place const& where) {
    return text + std::to_string(where.x);
  }>("tier_text_place", a.arg("text"), a.arg("place"));
  a.export_function<[](std::vector<std::string> const& texts, std::int8_t number) {
    return texts.size() + static_cast<std::size_t>(number + 128);
  }>("tier_texts_number", a.arg("texts"), a.arg("number"));
  a.export_function<[](std::optional<place> value) { return value; }>("tier_optional", a.arg("place"));
  a.export_function<[](std::vector<place> value) { return value; }>("tier_places", a.arg("places"));
  a.export_function<[](span value) { return value; }>("tier_span", a.arg("span"));
  a.export_function<[](std::pair<int, double> value) { return value; }>("tier_pair", a.arg("pair"));
  a.export_function<[](std::optional<std::pair<int, int>> value, std::tuple<> nothing) {
    return std::pair(value, nothing);
  }>("tier_optional_pair", a.arg("pair"), a.arg("nothing"));
  a.export_function<[](std::array<double, 3> const& from, std::string const& text) {
    return text + std::to_string(from[2]);
  }>("tier_array_text", a.arg("from"), a.arg("text"));
  a.export_function<[](std::vector<std::pair<int, place>> value) { return value; }>("tier_pairs",
                                                                                    a.arg("pairs"));
  a.export_function<[](std::tuple<std::vector<int>, std::vector<place>, int> value) { return value; }>(
      "tier_tuple_of_arrays", a.arg("tuple"));
  a.export_function<[](std::pair<std::pair<int, int>, std::pair<std::string, int>> value) { return value; }>(
      "tier_text_pair", a.arg("pair"));
  a.export_function<[](path value) { return value; }>("tier_path", a.arg("path"));
  a.export_function<[](event value) { return value; }>("tier_event", a.arg("event"));
  a.export_function<[](std::chrono::sys_seconds value, std::vector<std::chrono::sys_seconds> more) {
    return std::pair(value, more);
  }>("tier_dates", a.arg("date"), a.arg("more"));
  a.export_function<[](label value) { return value; }>("tier_label", a.arg("label"));
  a.export_function<[](std::vector<label> value) { return value; }>("tier_labels", a.arg("labels"));
  a.export_function<[](std::optional<std::string> one, std::vector<std::string> more) {
    return std::pair(one, more);
  }>("tier_words", a.arg("one"), a.arg("more"));
  a.export_function<[](std::vector<std::uint8_t> const& bytes) {
    return label{std::string(bytes.begin(), bytes.end()), {1, 2}};
  }>("tier_label_of_bytes", a.arg("bytes"));
  a.export_function<[](even number, label const& value, std::string const& text) {
    return std::pair(number.number, value.text + text);
  }>("tier_even_label_text", a.arg("number"), a.arg("label"), a.arg("text"));
  a.export_function<[](std::vector<double> const& first, std::vector<int> const& second) {
    return std::pair(first, second).second.size() + first.size();
  }>("tier_two_arrays", a.arg("first"), a.arg("second"));
  a.export_function<[](double first, int second, bool third) { return first + second + third; }>(
      "tier_defaults", a.arg("first"), a.arg("second") = 2, a.arg("third") = false);
  a.export_function<[](std::optional<side> value) { return value; }>("tier_side", a.arg("side"));
  a.export_function<[](board& one, place const& where) { return one.add(where); }>(
      "tier_board_place", a.arg("board"), a.arg("place"));
  a.export_function<[](place const& where, board& one) { return one.add(where); }>(
      "tier_place_board", a.arg("place"), a.arg("board"));
  a.export_function<[](std::vector<std::string> const& texts, board const& one) { return one.count(texts); }>(
      "tier_texts_board", a.arg("texts"), a.arg("board"));
  a.wrap_class<board>("TierBoard")
      .constructor<double>(a.arg("size") = 8)
      .accessor<&board::size, &board::resize>("size")
      .method<&board::add>("add", a.arg("place"))
      .method<&board::add_all>("addAll", a.arg("numbers"))
      .method<&board::named>("named", a.arg("name"))
      .method<&board::count>("count", a.arg("names"))
      .method<&board::self>("self")
      .method<&board::is_same>("isSame", a.arg("other"));
});

}  // namespace
