#pragma once

#include <exception>
#include <new>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <type_traits>

#include "api.hpp"
#include "conversion_error.hpp"
#include "errno_names.hpp"
#include "js_error.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

enum class error_class { error, type_error, range_error };

inline void define(napi_env env, napi_value object, char const* name, napi_value value,
                   napi_property_attributes attributes) {
  napi_property_descriptor const property{name,    nullptr, nullptr,    nullptr,
                                          nullptr, value,   attributes, nullptr};
  napi_define_properties(env, object, 1, &property);
}

/// Makes an Error object; null when even that fails.
inline napi_value make_error(napi_env env, error_class kind, std::string_view code,
                             std::string_view message) {
  napi_value text = nullptr;
  napi_value error = nullptr;
  napi_create_string_utf8(env, message.data(), message.size(), &text);
  // Calls, not a pointer to the function: that would have to be resolved where there is no Node.js, too.
  switch (kind) {
    case error_class::error:
      napi_create_error(env, nullptr, text, &error);
      break;
    case error_class::type_error:
      napi_create_type_error(env, nullptr, text, &error);
      break;
    case error_class::range_error:
      napi_create_range_error(env, nullptr, text, &error);
      break;
  }
  if (!error || code.empty()) return error;
  // Defined here, because Node-API would set it: a setter on Object.prototype must not see it.
  napi_value code_value = nullptr;
  if (napi_create_string_utf8(env, code.data(), code.size(), &code_value) == napi_ok)
    define(env, error, "code", code_value, napi_default_jsproperty);
  return error;
}

/// `code` and `errno` as Node.js puts them on its own system errors; `errno` is positive.
inline napi_value make_system_error(napi_env env, std::system_error const& error) {
  auto const condition = error.code().default_error_condition();
  auto const is_errno = condition.category() == std::generic_category();
  auto const number = is_errno ? condition.value() : error.code().value();
  auto const* name = is_errno ? errno_name(number) : nullptr;
  auto const code =
      name ? std::string(name) : error.code().category().name() + (":" + std::to_string(number));
  auto const result = make_error(env, error_class::error, code, error.what());
  napi_value errno_value = nullptr;
  if (result && napi_create_int32(env, number, &errno_value) == napi_ok)
    define(env, result, "errno", errno_value, napi_default_jsproperty);
  return result;
}

inline napi_value current_exception(napi_env env, std::string_view label, int depth);

/// What an exception was nested around; null when there is nothing.
inline napi_value cause_of(napi_env env, std::nested_exception const& outer, int depth) {
  constexpr int longest_chain = 32;
  if (depth >= longest_chain || !outer.nested_ptr()) return nullptr;
  try {
    outer.rethrow_nested();
  } catch (...) {
    return current_exception(env, {}, depth + 1);
  }
}

/// The value of an exception of another library that the addon uses, such as Napi::Error; else null.
inline napi_value translated_exception(napi_env env) {
  auto const* const owner = lifetime::current(env);
  return owner ? owner->translated() : nullptr;
}

/// The exception that is being handled as an object of a class that is exported for it, or null.
inline napi_value exported_exception(napi_env env, int depth) {
  auto const* const owner = lifetime::current(env);
  auto const error = owner ? owner->exported_error() : nullptr;
  if (!error) return nullptr;
  try {
    throw;
  } catch (std::nested_exception const& outer) {
    if (auto const cause = cause_of(env, outer, depth))
      define(env, error, "cause", cause, napi_default_method);
  } catch (...) {}
  return error;
}

/// Nothing throws one.
struct no_exception {};

/// The exception that is being handled, as a JavaScript value. `Nested` is std::nested_exception, or
/// no_exception when what it was nested around is being looked at already. Throwing again is what is dear
/// here: most exceptions are thrown once more.
template <class Nested>
napi_value exception_value(napi_env env, std::string_view label, int depth) {
  try {
    throw;
  } catch (js_error const& error) {
    auto const thrown = error.value();
    return thrown ? thrown : make_error(env, error_class::error, {}, error.what());
  } catch (std::bad_alloc const&) {
    return make_error(env, error_class::range_error, "ERR_MEMORY_ALLOCATION_FAILED", "out of memory");
  } catch ([[maybe_unused]] Nested const& outer) {
    auto const error = exception_value<no_exception>(env, label, depth);
    if constexpr (!std::is_same_v<Nested, no_exception>) {
      auto const cause = error ? cause_of(env, outer, depth) : nullptr;
      if (cause) define(env, error, "cause", cause, napi_default_method);
    }
    return error;
  } catch (conversion_error const& error) {
    auto const prefix = label.empty() ? std::string() : std::string(label) + ": ";
    auto const kind =
        error.type() == conversion_error::kind::range ? error_class::range_error : error_class::type_error;
    return make_error(env, kind, error.code(), prefix + error.what());
  } catch (std::system_error const& error) {
    return make_system_error(env, error);
  } catch (std::invalid_argument const& error) {
    return make_error(env, error_class::type_error, {}, error.what());
  } catch (std::out_of_range const& error) {
    return make_error(env, error_class::range_error, {}, error.what());
  } catch (std::range_error const& error) {
    return make_error(env, error_class::range_error, {}, error.what());
  } catch (std::exception const& error) {
    return make_error(env, error_class::error, {}, error.what());
  } catch (...) {
    return make_error(env, error_class::error, {}, "unknown C++ exception");
  }
}

/// The same, `label` being put before the messages of conversion errors when it is not empty.
inline napi_value current_exception(napi_env env, std::string_view label, int depth) {
  if (auto const translated = translated_exception(env)) return translated;
  if (auto const exported = exported_exception(env, depth)) return exported;
  return exception_value<std::nested_exception>(env, label, depth);
}

/// Throws the exception that is being handled into JavaScript.
inline void throw_into_js(napi_env env, std::string_view label) noexcept {
  napi_value error = nullptr;
  try {
    error = current_exception(env, label, 0);
  } catch (...) {
    error = make_error(env, error_class::range_error, "ERR_MEMORY_ALLOCATION_FAILED", "out of memory");
  }
  if (error) napi_throw(env, error);
}

/// The one catch site: runs `body`, which returns a napi_value, and turns whatever it throws into a
/// JavaScript exception. `label` names what was called in messages: `area()`. Inlined, as a call costs as
/// much as a small function does.
template <class Label, class Body>
[[gnu::always_inline]] inline napi_value guard(napi_env env, Label const& label, Body&& body) noexcept {
  try {
    return body();
  } catch (...) {
    throw_into_js(env, label);
    return nullptr;
  }
}

}  // namespace detail
}  // namespace tendon
