#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>

#include "../describe/collection_script.hpp"
#include "../napi/lifetime.hpp"
#include "../napi/reference.hpp"
#include "../napi/status.hpp"
#include "../napi/undefined.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// Calls a function of tendon's own script, which runs no code of users but for `find_override`.
inline napi_value call_script(napi_env env, napi_value function, std::size_t count,
                              napi_value const* arguments) {
  napi_value result = nullptr;
  check(env, napi_call_function(env, undefined_of(env), function, count, arguments, &result));
  return result;
}

/// What the script of an addon gives to the native side; see describe/script.hpp.
class script_functions {
 public:
  /// `made` is what the script returned. In a handle scope.
  script_functions(std::shared_ptr<lifetime> owner, napi_value made)
      : wrap_(owner, element(owner->env(), made, 1)) {
    std::uint32_t count = 0;
    check(owner->env(), napi_get_array_length(owner->env(), made, &count));
    blank_ = reference(owner, element(owner->env(), made, 2));
    is_list_ = reference(owner, element(owner->env(), made, 3));
    collections_ = reference(owner, element(owner->env(), made, 4));
    make_error_ = reference(owner, element(owner->env(), made, 5));
    if (count == 6) return;
    slot_of_ = reference(owner, element(owner->env(), made, 6));
    hold_ = reference(owner, element(owner->env(), made, 7));
    adopt_ = reference(owner, element(owner->env(), made, 8));
    find_override_ = reference(owner, element(owner->env(), made, 9));
    is_extended_ = reference(owner, element(owner->env(), made, 10));
  }

  /// Defines the exports with their constants, an array; gives what the module exports.
  static napi_value finish(napi_env env, napi_value made, napi_value values) {
    return call_script(env, element(env, made, 0), 1, &values);
  }

  /// A shell around a native function, with `name` and `length`.
  napi_value wrap(napi_value native, std::string_view name, std::size_t length) const {
    napi_value arguments[3] = {native, nullptr, nullptr};
    check(env(), napi_create_string_utf8(env(), name.data() ? name.data() : "", name.size(), &arguments[1]));
    check(env(), napi_create_double(env(), static_cast<double>(length), &arguments[2]));
    return call_script(env(), wrap_.get(), 3, arguments);
  }

  /// An array whose elements exist, so that no setter of a prototype sees what they are set to.
  napi_value blank_array(std::size_t length) const {
    napi_value count = nullptr;
    check(env(), napi_create_double(env(), static_cast<double>(length), &count));
    return call_script(env(), blank_.get(), 1, &count);
  }

  /// Whether Array.isArray says so: for arrays and for a Proxy of one.
  bool is_list(napi_value value) const {
    bool result = false;
    check(env(), napi_get_value_bool(env(), call_script(env(), is_list_.get(), 1, &value), &result));
    return result;
  }

  /// Looks into a collection, or makes one; see describe/collection_script.hpp. `undefined` when `from` is no
  /// such collection.
  napi_value call_collection(collection_function function, napi_value from) const {
    auto const called = element(env(), collections_.get(), static_cast<std::uint32_t>(function));
    return call_script(env(), called, 1, &from);
  }

  /// An exported error of that index.
  napi_value make_error(std::uint32_t index, std::string_view message) const {
    napi_value arguments[2] = {};
    check(env(), napi_create_uint32(env(), index, &arguments[0]));
    check(env(), napi_create_string_utf8(env(), message.data(), message.size(), &arguments[1]));
    return call_script(env(), make_error_.get(), 2, arguments);
  }

  /// The slot of an object of the addon; negative for any other value.
  std::int32_t slot_of(napi_value object) const {
    std::int32_t slot = -1;
    check(env(), napi_get_value_int32(env(), call_script(env(), slot_of_.get(), 1, &object), &slot));
    return slot;
  }

  /// Keeps `more` alive as long as a stamped object.
  void hold(napi_value object, napi_value more) const {
    napi_value const arguments[] = {object, more};
    call_script(env(), hold_.get(), 2, arguments);
  }

  /// An object of the class of that index, stamped as the header of the frame says.
  napi_value adopt(std::uint32_t class_index, napi_value held) const {
    napi_value arguments[2] = {nullptr, held};
    check(env(), napi_create_uint32(env(), class_index, &arguments[0]));
    return call_script(env(), adopt_.get(), held ? 2 : 1, arguments);
  }

  /// The method of that name which a stamped object has instead of one of its class, that of the index; null
  /// when it has none.
  napi_value find_override(napi_value object, std::uint32_t class_index, std::string_view name) const {
    napi_value arguments[3] = {object, nullptr, nullptr};
    check(env(), napi_create_uint32(env(), class_index, &arguments[1]));
    check(env(), napi_create_string_utf8(env(), name.data(), name.size(), &arguments[2]));
    auto const found = call_script(env(), find_override_.get(), 3, arguments);
    napi_valuetype type = napi_undefined;
    check(env(), napi_typeof(env(), found, &type));
    return type == napi_function ? found : nullptr;
  }

  /// Whether an object is of a JavaScript class that extends the one of that index.
  bool is_extended(napi_value object, std::uint32_t class_index) const {
    napi_value arguments[2] = {object, nullptr};
    bool result = false;
    check(env(), napi_create_uint32(env(), class_index, &arguments[1]));
    check(env(), napi_get_value_bool(env(), call_script(env(), is_extended_.get(), 2, arguments), &result));
    return result;
  }

 private:
  napi_env env() const { return wrap_.owner()->env(); }

  static napi_value element(napi_env env, napi_value array, std::uint32_t index) {
    napi_value result = nullptr;
    check(env, napi_get_element(env, array, index, &result));
    return result;
  }

  reference wrap_;
  reference blank_;
  reference is_list_;
  reference collections_;
  reference make_error_;
  reference slot_of_;
  reference hold_;
  reference adopt_;
  reference find_override_;
  reference is_extended_;
};

}  // namespace detail
}  // namespace tendon
