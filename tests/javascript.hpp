#pragma once

#include <tendon/tendon.hpp>

#include <string>
#include <string_view>
#include <utility>

#include "doctest_env.hpp"

/// The value of a JavaScript expression or script.
inline napi_value evaluated(std::string_view script) {
  napi_value text = nullptr;
  napi_value result = nullptr;
  tendon::detail::check(test_env, napi_create_string_utf8(test_env, script.data(), script.size(), &text));
  tendon::detail::check(test_env, napi_run_script(test_env, text, &result));
  return result;
}

/// What a JavaScript function, given as its source, returns for a value, as text.
inline std::string asked(std::string_view function, napi_value about) {
  napi_value undefined = nullptr;
  napi_value result = nullptr;
  tendon::detail::check(test_env, napi_get_undefined(test_env, &undefined));
  tendon::detail::check(test_env,
                        napi_call_function(test_env, undefined, evaluated(function), 1, &about, &result));
  return tendon::caster<std::string>::from_js(tendon::value(test_env, result, "result"));
}

/// An Error as `name [code]: message`, and its chain of causes.
inline std::string shown_error(napi_value error) {
  return asked(R"js((function shown(error) {
    if (!(error instanceof Error)) return `${typeof error} ${String(error)}`;
    const code = Object.hasOwn(error, 'code') ? ` [${error.code}]` : '';
    const cause = Object.hasOwn(error, 'cause') ? `, because of ${shown(error.cause)}` : '';
    return `${error.name}${code}: ${error.message}${cause}`;
  }))js",
               error);
}

/// What `body` throws, as it comes out of a bound function of that name.
template <class Body>
std::string thrown_out_of(std::string_view function, Body const& body) {
  tendon::detail::guard(test_env, function.empty() ? "" : std::string(function) + "()", [&]() -> napi_value {
    body();
    return nullptr;
  });
  bool pending = false;
  napi_is_exception_pending(test_env, &pending);
  if (!pending) return "nothing was thrown";
  napi_value error = nullptr;
  napi_get_and_clear_last_exception(test_env, &error);
  return shown_error(error);
}

/// Whether two values are the same object, or equal primitives.
inline bool same_value(napi_value left, napi_value right) {
  bool same = false;
  tendon::detail::check(test_env, napi_strict_equals(test_env, left, right, &same));
  return same;
}

/// What a caster makes of the value of a JavaScript expression, as an element.
template <class T>
T converted(std::string const& expression) {
  return tendon::detail::read_element<T>(tendon::value(test_env, evaluated("(" + expression + ")"), "value"));
}

/// What a caster makes of it, as an argument: T, or what holds a T.
template <class T>
auto held(std::string const& expression) {
  return tendon::caster<T>::from_js(tendon::value(test_env, evaluated("(" + expression + ")"), "value"));
}

/// Why a caster refuses the value of a JavaScript expression, as an argument of a function f.
template <class T>
std::string refusal(std::string const& expression) {
  return thrown_out_of("f", [&] { (void)held<T>(expression); });
}

/// A JavaScript value much as its source.
inline std::string shown(napi_value value) {
  return asked(R"js((function show(value) {
    const list = (items) => Array.from(items, show).join(', ');
    if (typeof value === 'string') return JSON.stringify(value);
    if (typeof value === 'bigint') return `${value}n`;
    if (typeof value === 'function') return `function ${value.name}`;
    if (Object.is(value, -0)) return '-0';
    if (typeof value !== 'object' || value === null) return String(value);
    if (Array.isArray(value)) return `[${list(value)}]`;
    if (value instanceof Set) return `Set {${list(value)}}`;
    if (value instanceof Map) return `Map {${list(value)}}`;
    if (value instanceof Date) return value.toISOString();
    if (ArrayBuffer.isView(value)) return `${value.constructor.name} [${list(value)}]`;
    return `{${Object.entries(value).map(([key, each]) => `${key}: ${show(each)}`).join(', ')}}`;
  }))js",
               value);
}

/// What a caster gives JavaScript.
template <class T>
std::string given(T value) {
  return shown(tendon::caster<T>::to_js(test_env, std::move(value)));
}
