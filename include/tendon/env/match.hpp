#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "../describe/alternatives.hpp"
#include "../napi/text.hpp"
#include "../napi/value.hpp"
#include "environment.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// How well a value fits a type, from bad to good.
enum class fit : int {
  none,
  nearly,   ///< it is of the kind, but will be refused for what it holds; this says best why
  unknown,  ///< the type does not say in known words what it takes
  any,      ///< the type takes every value
  object,   ///< the type takes objects, or records
  members,  ///< a struct, all of whose required members exist
  kind,     ///< the kind of value is right
  exact,    ///< an integer, an enumerator, or an object of a class
};

/// A value that is compared with several types. No getter runs for that; of structs is asked which properties
/// exist, which the traps of a Proxy see.
class matcher {
 public:
  /// `taken` are the kinds that the types take.
  matcher(value const& from, js_kinds taken)
      : from_(from), in_(environment::of(from.env())), taken_(taken), kind_(find_kind()) {}

  js_kind kind() const { return kind_; }

  /// Whether a score stands for a value that is not only nearly right.
  static bool is_fit(int score) { return score >= scored(fit::unknown); }

  /// 0 when the value does not fit; else more for a better fit.
  int score(type_description const& type) {
    int best = 0;
    for_each_taken(type, [&](type_description const& each) { best = std::max(best, own_score(each)); });
    return best;
  }

  /// The same for a parameter, whose default may stand for `undefined`.
  int score(parameter_description const& parameter) {
    if (parameter.default_value && kind_ == js_kind::undefined) return scored(fit::kind);
    return score(parameter.argument_type());
  }

 private:
  static constexpr int step = 1024;  // more than there are members, widths of integers, or bases
  static constexpr std::size_t most_steps = step - 1;

  static int scored(fit how, std::size_t more = 0) {
    return static_cast<int>(how) * step + static_cast<int>(more);
  }

  int own_score(type_description const& type) {
    switch (type.form) {
      case type_description::kind::enumeration:
        return kind_ == js_kind::string ? scored(is_enumerator(type) ? fit::exact : fit::nearly) : 0;
      case type_description::kind::aggregate:
        return is_object() ? struct_score(type) : 0;
      case type_description::kind::object:
        return is_object() ? instance_score(type) : 0;
      case type_description::kind::alternatives:
        return 0;
      default:
        return kind_score(type, own_kinds(type));
    }
  }

  int kind_score(type_description const& type, js_kinds kinds) {
    if (kind_ == js_kind::number && kinds.has(kind_)) return number_score(type.range);
    if (kind_ == js_kind::list && kinds.has(js_kinds::tuple))
      return scored(has_length(type.parts.size()) ? fit::kind : fit::nearly);
    if (kind_ == js_kind::object && kinds.has(kind_)) return scored(fit::object);
    if (kind_ != js_kind::object && kinds.has(kind_)) return scored(fit::kind);
    if (is_object() && kinds.has(js_kinds::any_object)) return scored(fit::object);
    if (kinds.has(js_kinds::any)) return scored(fit::any);
    return kinds.has(js_kinds::unknown) ? scored(fit::unknown) : 0;
  }

  /// The narrowest integer type that holds the number fits best. Of those that do not, the widest tells most.
  int number_score(number_range range) {
    auto const number = read_number();
    auto const width = static_cast<std::size_t>(width_of(range));
    if (!is_integer_range(range))
      return scored(range == number_range::float32 && rounds_to_infinity(number) ? fit::nearly : fit::kind,
                    width);
    return holds_integer(range, number) ? scored(fit::exact, 4 - width) : scored(fit::nearly, width);
  }

  static bool rounds_to_infinity(double number) {
    return std::isinf(static_cast<float>(number)) && !std::isinf(number);
  }

  /// An integer type has no negative zero.
  static bool holds_integer(number_range range, double number) {
    if (number != std::trunc(number) || (number == 0 && std::signbit(number))) return false;
    constexpr double most[] = {127, 32767, 2147483647, 9007199254740991};
    auto const limit = most[width_of(range)];
    if (!is_natural(range)) {
      auto const least = width_of(range) < 3 ? -limit - 1 : -limit;
      return number >= least && number <= limit;
    }
    return number >= 0 && number <= (width_of(range) < 3 ? 2 * limit + 1 : limit);
  }

  double read_number() const {
    double number = 0;
    check(from_.env(), napi_get_value_double(from_.env(), from_.handle(), &number));
    return number;
  }

  bool is_enumerator(type_description const& type) {
    if (!text_) text_.emplace().read(from_.env(), from_.handle());
    return std::find(type.enumerators.begin(), type.enumerators.end(), text_->view()) !=
           type.enumerators.end();
  }

  /// A Proxy of an array is not asked for its length, which would be read again.
  bool has_length(std::size_t wanted) const {
    std::uint32_t length = 0;
    return from_.is_array() && napi_get_array_length(from_.env(), from_.handle(), &length) == napi_ok &&
           length == wanted;
  }

  bool is_object() const { return kind_ >= js_kind::list; }

  /// What is no ordinary object is a struct only if it has all its members.
  int struct_score(type_description const& type) {
    std::size_t present = 0;
    for (std::size_t i = 0; i < type.members.size(); ++i)
      if (!in_.structs().may_be_absent(type, i) && has_property(type.members[i].name)) ++present;
    if (present == required_members(in_.structs(), type)) return scored(fit::members, present);
    return kind_ == js_kind::object ? scored(fit::nearly, present) : 0;
  }

  bool has_property(std::string_view name) const {
    napi_value key = nullptr;
    bool result = false;
    check(from_.env(), napi_create_string_utf8(from_.env(), name.data(), name.size(), &key));
    check(from_.env(), napi_has_property(from_.env(), from_.handle(), key, &result));
    return result;
  }

  /// Of the classes that an object is of, the one that extends most fits best.
  int instance_score(type_description const& type) const {
    auto& all = in_.wrapped_objects();
    auto const slot = all.class_of(type).script.slot_of(from_.handle());
    if (!all.table().has(slot)) return 0;
    auto const steps = all.table()[static_cast<std::uint32_t>(slot)].made_of->distance(type);
    return steps == native_class::unrelated ? 0
                                            : scored(fit::exact, most_steps - std::min(steps, most_steps));
  }

  js_kind find_kind() const {
    switch (from_.type()) {
      case napi_undefined:
        return js_kind::undefined;
      case napi_null:
        return js_kind::null;
      case napi_boolean:
        return js_kind::boolean;
      case napi_number:
        return js_kind::number;
      case napi_string:
        return js_kind::string;
      case napi_symbol:
        return js_kind::symbol;
      case napi_function:
        return js_kind::function;
      case napi_bigint:
        return js_kind::bigint;
      default:
        return find_object_kind();
    }
  }

  js_kind find_object_kind() const {
    auto const is = [this](auto* question) {
      bool result = false;
      check(from_.env(), question(from_.env(), from_.handle(), &result));
      return result;
    };
    if (is(napi_is_array)) return js_kind::list;
    if (is(napi_is_typedarray)) return typed_array_kind();
    if (is(napi_is_arraybuffer)) return js_kind::array_buffer;
    if (is(napi_is_dataview)) return js_kind::data_view;
    if (is(napi_is_date)) return js_kind::date;
    if (is(napi_is_promise)) return js_kind::promise;
    return find_collection_kind();
  }

  /// What takes a call of the script is only asked where it matters.
  js_kind find_collection_kind() const {
    if (!taken_.has(js_kinds(js_kind::set) | js_kind::map)) {
      auto const is_list =
          taken_.has(js_kinds(js_kind::list) | js_kinds::tuple) && in_.is_list(from_.handle());
      return is_list ? js_kind::list : js_kind::object;
    }
    return in_.kind_of_object(from_.handle());
  }

  js_kind typed_array_kind() const {
    napi_typedarray_type type = napi_int8_array;
    check(from_.env(),
          napi_get_typedarray_info(from_.env(), from_.handle(), &type, nullptr, nullptr, nullptr, nullptr));
    auto const known = type >= napi_int8_array && type <= napi_biguint64_array;
    return known ? static_cast<js_kind>(static_cast<int>(js_kind::int8_array) + static_cast<int>(type))
                 : js_kind::object;
  }

  value const& from_;
  environment& in_;
  js_kinds taken_;
  js_kind kind_;
  std::optional<text_buffer> text_;
};

/// All kinds that a type takes.
inline js_kinds taken_kinds(type_description const& type) {
  js_kinds kinds;
  for_each_taken(type, [&](auto const& each) { kinds = kinds | own_kinds(each); });
  return kinds;
}

inline void add_word(std::vector<std::string>& to, std::string_view word) {
  if (std::find(to.begin(), to.end(), word) == to.end()) to.emplace_back(word);
}

/// `a`, `a or b`, `a, b, or c`: alternatives as Node.js lists them.
inline std::string listed_alternatives(std::vector<std::string> const& words) {
  std::string result;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) result += words.size() == 2 ? " or " : i + 1 == words.size() ? ", or " : ", ";
    result += words[i];
  }
  return result;
}

/// What a type takes, as it completes the sentence "It must be …".
class expectation {
 public:
  explicit expectation(environment& in, type_description const& type) {
    for_each_taken(type, [&](type_description const& each) { add(in, each); });
  }

  /// `one of type string or number or an instance of Map`.
  std::string text() const {
    std::string result;
    if (!types_.empty())
      result = (types_.size() > 1 ? "one of type " : "of type ") + listed_alternatives(types_);
    if (!classes_.empty())
      result += (result.empty() ? "an instance of " : " or an instance of ") + listed_alternatives(classes_);
    if (!others_.empty()) result += (result.empty() ? "" : " or ") + listed_alternatives(others_);
    return result;
  }

 private:
  void add(environment& in, type_description const& type) {
    switch (type.form) {
      case type_description::kind::enumeration:
        return add_word(types_, "string");
      case type_description::kind::aggregate:
        return add_word(types_, "object");
      case type_description::kind::object:
        return add_word(classes_, in.wrapped_objects().class_of(type).source.name);
      default:
        break;
    }
    constexpr std::string_view classes[] = {
        "Array",       "Int8Array",   "Uint8Array",   "Uint8ClampedArray", "Int16Array",    "Uint16Array",
        "Int32Array",  "Uint32Array", "Float32Array", "Float64Array",      "BigInt64Array", "BigUint64Array",
        "ArrayBuffer", "DataView",    "Date",         "Promise",           "Set",           "Map"};
    constexpr std::string_view types[] = {"boolean", "number", "bigint", "string", "symbol", "function"};
    auto const kinds = own_kinds(type);
    auto const has = [kinds](js_kind first, std::size_t i) {
      return kinds.has(static_cast<js_kind>(static_cast<std::size_t>(first) + i));
    };
    for (std::size_t i = 0; i < std::size(types); ++i)
      if (has(js_kind::boolean, i)) add_word(types_, types[i]);
    if (kinds.has(js_kinds(js_kind::object) | js_kinds::any_object)) add_word(types_, "object");
    for (std::size_t i = 0; i < std::size(classes); ++i)
      if (has(js_kind::list, i)) add_word(classes_, classes[i]);
    if (kinds.has(js_kinds::tuple)) add_word(classes_, "Array");
    if (kinds.has(js_kind::null)) add_word(others_, "null");
    if (kinds.has(js_kind::undefined)) add_word(others_, "undefined");
  }

  std::vector<std::string> types_;
  std::vector<std::string> classes_;
  std::vector<std::string> others_;
};

/// Says why a value is none of several types: it fits none, or those that `tied` names equally well.
[[noreturn]] inline void throw_unmatched(value const& from, type_description const& type,
                                         std::vector<type_description const*> const& tied,
                                         matcher const& match, bool fits) {
  if (fits) from.invalid("fits several of its types equally well");
  std::string names;
  for (auto const* each : tied)
    for_each_taken(*each, [&names](type_description const& taken) {
      for (auto const name : taken.enumerators)
        names += (names.empty() ? "'" : ", '") + std::string(name) + "'";
    });
  if (!names.empty()) from.invalid("must be one of: " + names);
  if (!tied.empty() && match.kind() == js_kind::list)
    from.invalid("must have as many elements as one of its types");
  if (!tied.empty() && match.kind() == js_kind::object)
    from.invalid("must have all properties that one of its types requires");
  from.wrong_type(expectation(environment::of(from.env()), type).text());
}

/// Which of the alternatives of a type a value is. Refuses one that is none, or fits several equally well.
inline std::size_t chosen_alternative(value const& from, type_description const& type) {
  matcher match(from, taken_kinds(type));
  std::vector<type_description const*> tied;
  std::size_t chosen = 0;
  int best = 0;
  for (std::size_t i = 0; i < type.parts.size(); ++i) {
    auto const score = match.score(*type.parts[i]);
    if (score > best) {
      best = score;
      chosen = i;
      tied.clear();
    }
    if (score == best && score > 0) tied.push_back(type.parts[i]);
  }
  if (tied.size() != 1) throw_unmatched(from, type, tied, match, matcher::is_fit(best));
  return chosen;
}

}  // namespace detail
}  // namespace tendon
