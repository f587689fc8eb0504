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

/// What kinds of exceptions there are for JavaScript.
enum class exception_kind {
  unknown,      ///< of a class that is none of the following
  thrown,       ///< a js_error
  no_memory,    ///< a std::bad_alloc
  conversion,   ///< a conversion_error
  system,       ///< a std::system_error
  type_error,   ///< of a class of the standard library that says as much
  range_error,  ///< likewise
  error         ///< any other std::exception
};

/// An exception while it is being handled.
struct handled_exception {
  exception_kind kind = exception_kind::unknown;
  std::exception const* error = nullptr;         ///< null for an unknown one
  std::nested_exception const* outer = nullptr;  ///< the same, when it is known to be nested around another
};

/// Nothing throws one.
struct no_exception {};

/// Runs `body`, which returns a napi_value, or else `handle` with what it throws. All classes are told apart
/// here, since throwing again to find out is dear: only what is nested around another exception, by `Nested`,
/// is yet to be looked at. Inlined, as a call costs as much as a small function does.
template <class Nested = std::nested_exception, class Body, class Handle>
[[gnu::always_inline]] inline napi_value run_handling(Body&& body, Handle const& handle) {
  using kind = exception_kind;
  try {
    return body();
  } catch (js_error const& error) {
    return handle({kind::thrown, &error});
  } catch (std::bad_alloc const& error) {
    return handle({kind::no_memory, &error});
  } catch ([[maybe_unused]] Nested const& outer) {
    if constexpr (std::is_same_v<Nested, std::nested_exception>)
      return handle({kind::unknown, nullptr, &outer});
    else
      return nullptr;
  } catch (conversion_error const& error) {
    return handle({kind::conversion, &error});
  } catch (std::system_error const& error) {
    return handle({kind::system, &error});
  } catch (std::invalid_argument const& error) {
    return handle({kind::type_error, &error});
  } catch (std::out_of_range const& error) {
    return handle({kind::range_error, &error});
  } catch (std::range_error const& error) {
    return handle({kind::range_error, &error});
  } catch (std::exception const& error) {
    return handle({kind::error, &error});
  } catch (...) {
    return handle({});
  }
}

/// An exception as such. `label` is put before the messages of conversion errors when it is not empty.
inline napi_value plain_value(napi_env env, std::string_view label, handled_exception const& handled) {
  auto const* const message = handled.error ? handled.error->what() : "unknown C++ exception";
  switch (handled.kind) {
    case exception_kind::thrown: {
      auto const thrown = static_cast<js_error const*>(handled.error)->value();
      return thrown ? thrown : make_error(env, error_class::error, {}, message);
    }
    case exception_kind::no_memory:
      return make_error(env, error_class::range_error, "ERR_MEMORY_ALLOCATION_FAILED", "out of memory");
    case exception_kind::conversion: {
      auto const& error = *static_cast<conversion_error const*>(handled.error);
      auto const prefix = label.empty() ? std::string() : std::string(label) + ": ";
      auto const kind =
          error.type() == conversion_error::kind::range ? error_class::range_error : error_class::type_error;
      return make_error(env, kind, error.code(), prefix + message);
    }
    case exception_kind::system:
      return make_system_error(env, *static_cast<std::system_error const*>(handled.error));
    case exception_kind::type_error:
      return make_error(env, error_class::type_error, {}, message);
    case exception_kind::range_error:
      return make_error(env, error_class::range_error, {}, message);
    default:
      return make_error(env, error_class::error, {}, message);
  }
}

/// The exception that is being handled, as a JavaScript value: of a class that is known for it, or exported;
/// what it is nested around is the `cause`, but for very long chains.
inline napi_value value_of_exception(napi_env env, std::string_view label, handled_exception const& handled,
                                     int depth = 0) {
  constexpr int longest_chain = 32;
  auto const* const owner = lifetime::current(env);
  if (auto const translated = owner ? owner->translated() : nullptr) return translated;
  auto error = owner ? owner->exported_error() : nullptr;
  auto const* const outer = handled.outer;
  if (!error && outer)
    error = run_handling<no_exception>(
        []() -> napi_value { throw; },
        [&](handled_exception const& inner) { return plain_value(env, label, inner); });
  if (!error) return plain_value(env, label, handled);
  if (!outer || !outer->nested_ptr() || depth >= longest_chain) return error;
  auto const cause = run_handling(
      [outer]() -> napi_value { outer->rethrow_nested(); },
      [&](handled_exception const& inner) { return value_of_exception(env, {}, inner, depth + 1); });
  if (cause) define(env, error, "cause", cause, napi_default_method);
  return error;
}

/// Throws the exception that is being handled into JavaScript.
inline void throw_into_js(napi_env env, std::string_view label, handled_exception const& handled) noexcept {
  napi_value error = nullptr;
  try {
    error = value_of_exception(env, label, handled);
  } catch (...) {
    error = make_error(env, error_class::range_error, "ERR_MEMORY_ALLOCATION_FAILED", "out of memory");
  }
  if (error) napi_throw(env, error);
}

/// Runs `body`, and turns whatever it throws into a JavaScript exception. `label` names what was called in
/// messages: `area()`.
template <class Label, class Body>
[[gnu::always_inline]] inline napi_value guard(napi_env env, Label const& label, Body&& body) noexcept {
  return run_handling(body, [&](handled_exception const& handled) -> napi_value {
    throw_into_js(env, label, handled);
    return nullptr;
  });
}

}  // namespace detail
}  // namespace tendon
