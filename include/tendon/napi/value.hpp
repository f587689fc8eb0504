#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "conversion_error.hpp"
#include "received.hpp"
#include "status.hpp"

namespace [[gnu::visibility("hidden")]] tendon {

/// One JavaScript value on its way into C++, with the path that leads to it, for messages. Lives on the stack
/// of one conversion: `property` and `element` refer back to it.
class value {
 public:
  /// The root of a path: an argument of the bound function, or what a callback has returned.
  enum class origin { argument, callback_result };

  value(napi_env env, napi_value handle, std::string_view name, origin from = origin::argument)
      : env_(env), handle_(handle), name_(name), origin_(from) {}
  value(value const&) = delete;
  value& operator=(value const&) = delete;

  napi_env env() const { return env_; }
  napi_value handle() const { return handle_; }

  /// The name of the argument or property; empty for an element.
  std::string_view name() const { return name_; }

  napi_valuetype type() const {
    napi_valuetype result = napi_undefined;
    detail::check(env_, napi_typeof(env_, handle_, &result));
    return result;
  }

  /// `undefined` or `null`.
  bool is_nullish() const {
    auto const kind = type();
    return kind == napi_undefined || kind == napi_null;
  }

  bool is_array() const {
    bool result = false;
    detail::check(env_, napi_is_array(env_, handle_, &result));
    return result;
  }

  /// Reads a property, once. Can run JavaScript, whose exception arrives as js_error. `name` must outlive the
  /// result.
  value property(std::string_view name) const {
    napi_value key = nullptr;
    detail::check(env_, napi_create_string_utf8(env_, name.data(), name.size(), &key));
    napi_value read = nullptr;
    detail::check(env_, napi_get_property(env_, handle_, key, &read));
    return {*this, read, name, no_index};
  }

  /// Reads an element, once. Can run JavaScript, whose exception arrives as js_error.
  value element(std::uint32_t index) const {
    napi_value read = nullptr;
    detail::check(env_, napi_get_element(env_, handle_, index, &read));
    return {*this, read, {}, index};
  }

  /// What stands at a position of a Set, already read.
  value item(napi_value handle, std::uint32_t index) const { return {*this, handle, {}, index}; }

  /// What stands under a key of a Map or record, already read. The handle of the key must outlive the result.
  value entry(napi_value handle, napi_value key) const { return {*this, handle, {}, no_index, key}; }

  /// The key at a position of a Map, already read.
  value key(napi_value handle, std::uint32_t index) const { return {*this, handle, "keys()", index}; }

  /// Where the value stands: `options.sizes[3]["small"].width`.
  std::string path() const {
    if (!parent_) return std::string(name_) + (origin_ == origin::callback_result ? "()" : "");
    auto const whole = parent_->path();
    if (key_) return whole + "[" + detail::shown_key(env_, key_) + "]";
    auto const named = name_.empty() ? whole : whole + "." + std::string(name_);
    return index_ == no_index ? named : named + "[" + std::to_string(index_) + "]";
  }

  /// Refuses the value for its type. `expected` completes the sentence "It must be …": "of type number",
  /// "an instance of Array".
  [[noreturn]] void wrong_type(std::string_view expected) const {
    auto const got = detail::received(env_, handle_);
    if (!parent_ && origin_ == origin::callback_result)
      fail(conversion_error::kind::type, "ERR_INVALID_RETURN_VALUE",
           "Expected a value " + std::string(expected) + " to be returned from the \"" + std::string(name_) +
               "\" function but got " + got + ".");
    fail(conversion_error::kind::type, "ERR_INVALID_ARG_TYPE",
         "The \"" + path() + "\" " + noun() + " must be " + std::string(expected) + ". Received " + got);
  }

  /// Refuses a number. `expected` completes the sentence "It must be …": "an integer", ">= 0 && <= 255".
  [[noreturn]] void out_of_range(std::string_view expected) const {
    fail(conversion_error::kind::range, "ERR_OUT_OF_RANGE",
         "The value of \"" + path() + "\" is out of range. It must be " + std::string(expected) +
             ". Received " + detail::inspected_in_groups(env_, handle_));
  }

  /// Refuses a value of the right type. `reason` reads "must be one of: 'a', 'b'".
  [[noreturn]] void invalid(std::string_view reason) const {
    fail(conversion_error::kind::type, "ERR_INVALID_ARG_VALUE",
         "The " + noun() + " '" + path() + "' " + std::string(reason) + ". Received " +
             detail::shortened(detail::inspected(env_, handle_), 128, 128));
  }

 private:
  static constexpr std::int64_t no_index = -1;
  /// Cyclic data ends here, long before the stack does.
  static constexpr int max_depth = 256;

  value(value const& parent, napi_value handle, std::string_view name, std::int64_t index,
        napi_value key = nullptr)
      : env_(parent.env_),
        handle_(handle),
        parent_(&parent),
        key_(key),
        name_(name),
        index_(index),
        origin_(parent.origin_),
        depth_(parent.depth_ + 1) {
    if (depth_ > max_depth) too_deep();
  }

  [[noreturn]] void too_deep() const {
    auto const* root = this;
    while (root->parent_) root = root->parent_;
    root->out_of_range("nested at most " + std::to_string(max_depth) + " levels deep");
  }

  std::string noun() const {
    return parent_ ? "property" : origin_ == origin::argument ? "argument" : "result";
  }

  [[noreturn]] static void fail(conversion_error::kind type, char const* code, std::string message) {
    throw conversion_error(type, code, std::move(message));
  }

  napi_env env_;
  napi_value handle_;
  value const* parent_ = nullptr;
  napi_value key_ = nullptr;  ///< of what stands under a key
  std::string_view name_;
  std::int64_t index_ = no_index;
  origin origin_;
  int depth_ = 0;
};

}  // namespace tendon
