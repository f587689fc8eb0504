#pragma once
// Napi::Value, Object, Function, Array, String, … of node-addon-api  <->  unknown, object, …, string
// Napi::Env: an injected parameter
// Napi::Error: arrives in JavaScript as the value it holds

#include <napi.h>

#include <concepts>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

#include "../tendon.hpp"

#ifndef NODE_ADDON_API_CPP_EXCEPTIONS
#error \
    "tendon: node-addon-api must throw C++ exceptions: define NODE_ADDON_API_CPP_EXCEPTIONS, not its opposite"
#endif

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// What JavaScript threw, or what is to be thrown there. Asking for it can run the traps of a Proxy.
inline napi_value value_of(napi_env env, Napi::Error const& error) {
  bool pending = false;
  napi_is_exception_pending(env, &pending);
  napi_value const result = error.Value();
  if (!pending) drop_exception(env);
  return result;
}

/// The value of the Napi::Error that is being handled; null for other exceptions and for an empty one.
inline napi_value translate_napi_error(napi_env env) {
  try {
    throw;
  } catch (Napi::Error const& error) {
    return error.IsEmpty() ? nullptr : value_of(env, error);
  } catch (...) {
    return nullptr;
  }
}

/// How a class of node-addon-api crosses:
///   static constexpr std::string_view ts_in, ts_out;
///   static void require(value const&);   refuses values of other kinds
template <class T>
struct napi_kind;

#define TENDON_NAPI_KIND(class_name, ts, expected)                                             \
  template <>                                                                                  \
  struct napi_kind<Napi::class_name> {                                                         \
    static constexpr std::string_view ts_in = ts, ts_out = ts;                                 \
    static void require(value const& from) {                                                   \
      if (!Napi::Value(from.env(), from.handle()).Is##class_name()) from.wrong_type(expected); \
    }                                                                                          \
  };
TENDON_NAPI_KIND(Object, "object", "of type object")
TENDON_NAPI_KIND(Array, "unknown[]", "an instance of Array")
TENDON_NAPI_KIND(String, "string", "of type string")
TENDON_NAPI_KIND(Number, "number", "of type number")
TENDON_NAPI_KIND(Boolean, "boolean", "of type boolean")
TENDON_NAPI_KIND(BigInt, "bigint", "of type bigint")
TENDON_NAPI_KIND(Symbol, "symbol", "of type symbol")
TENDON_NAPI_KIND(Date, "Date", "an instance of Date")
TENDON_NAPI_KIND(Promise, "Promise<unknown>", "an instance of Promise")
TENDON_NAPI_KIND(ArrayBuffer, "ArrayBuffer", "an instance of ArrayBuffer")
TENDON_NAPI_KIND(DataView, "DataView", "an instance of DataView")
#undef TENDON_NAPI_KIND

template <>
struct napi_kind<Napi::Value> {
  static constexpr std::string_view ts_in = "unknown", ts_out = "unknown";
  static void require(value const&) {}
};

template <>
struct napi_kind<Napi::Function> {
  // A parameter takes functions of any parameters, which TypeScript spells so.
  static constexpr std::string_view ts_in = "(...args: never[]) => unknown",
                                    ts_out = "(...args: unknown[]) => unknown";
  static void require(value const& from) {
    if (from.type() != napi_function) from.wrong_type("of type function");
  }
};

/// Refuses what is no typed array of that kind, or one whose memory C++ must not use.
inline void require_view(value const& from, typed_array_kind kind, std::size_t alignment) {
  auto const view = view_typed_array(from, kind.type);
  if (!view.matches) from.wrong_type("an instance of " + std::string(kind.name));
  if (reinterpret_cast<std::uintptr_t>(view.data) % alignment != 0) from.invalid("must be aligned in memory");
}

template <typed_array_element T>
struct napi_kind<Napi::TypedArrayOf<T>> {
  static constexpr std::string_view ts_in = typed_array_kind_of<T>().name, ts_out = ts_in;
  static void require(value const& from) { require_view(from, typed_array_kind_of<T>(), alignof(T)); }
};

/// Node-API takes every view for a Buffer; here it is a Uint8Array, as it is in JavaScript.
template <class T>
struct napi_kind<Napi::Buffer<T>> {
  static constexpr std::string_view ts_in = "Uint8Array", ts_out = ts_in;
  static void require(value const& from) {
    require_view(from, typed_array_kind_of<std::uint8_t>(), alignof(T));
  }
};

template <class T>
concept napi_handle = requires { sizeof(napi_kind<T>); };

/// Holds an argument. The object is made last: those of typed arrays look up the memory when they are made.
template <napi_handle T>
struct held_napi_handle {
  napi_env env;
  napi_value handle;
  T get() const { return T(env, handle); }
};

/// An empty handle is what node-addon-api returns after it has thrown; otherwise it is a fault, except that
/// an empty Napi::Value stands for `undefined`.
inline napi_value require_handle(napi_value handle) {
  if (!handle) throw std::runtime_error("an empty handle of node-addon-api was given to JavaScript");
  return handle;
}

template <>
struct injected<Napi::Env> {
  static constexpr bool runs_js = true;
  static constexpr exception_translator translator = &translate_napi_error;
  static Napi::Env get(call const& from) { return from.env(); }
};

}  // namespace detail

/// Handles live as long as the call. Each of them leads to its environment, and so can run JavaScript.
template <detail::napi_handle T>
struct caster<T> {
  static constexpr std::string_view ts_in = detail::napi_kind<T>::ts_in,
                                    ts_out = detail::napi_kind<T>::ts_out;
  static constexpr bool optional = std::same_as<T, Napi::Value>;
  static constexpr bool runs_js = true;
  static constexpr detail::exception_translator translator = &detail::translate_napi_error;

  static detail::held_napi_handle<T> from_js(value const& from) {
    detail::napi_kind<T>::require(from);
    return {from.env(), from.handle()};
  }

  static napi_value to_js([[maybe_unused]] napi_env env, T const& to) {
    if constexpr (optional)
      return detail::handle_or_undefined(env, to);
    else
      return detail::require_handle(to);
  }
};

/// Found by TENDON_ADDON in a file that includes this header.
constexpr detail::exception_translator translator_of(addon const*) { return &detail::translate_napi_error; }

/// install(napi_env, napi_value) for an initialiser that is written with node-addon-api. Throws Napi::Error.
template <class Addon>
Napi::Object install(Napi::Env env, Napi::Object exports) {
  auto const made =
      detail::load<Addon>(env, exports, unqualified_type_name<Addon>(), &detail::translate_napi_error);
  if (!made) throw Napi::Error::New(env);
  return {env, made};
}

}  // namespace tendon
