#pragma once

#include <exception>
#include <functional>
#include <string_view>
#include <type_traits>
#include <utility>

#include "../base/annotations.hpp"
#include "../base/pretty_name.hpp"
#include "../base/type_id.hpp"
#include "../caster.hpp"
#include "../describe/record.hpp"
#include "../env/exported_errors.hpp"
#include "describe_call.hpp"
#include "requirements.hpp"

namespace [[gnu::visibility("hidden")]] tendon {

namespace detail {

/// What F gives of an exception, as it is converted.
template <auto F, class E>
using error_property = std::remove_cvref_t<std::invoke_result_t<decltype(F), E const&>>;

template <auto F, class E>
concept error_property_of = requires {
                              typename error_property<F, E>;
                              requires to_js<error_property<F, E>>;
                            };

/// Catches the exception that is being handled, if it is an E.
template <class E>
bool handle_error(void* context, void (*found)(void* context, void const* exception, char const* message)) {
  try {
    throw;
  } catch (E const& error) {
    found(context, &error, error.what());
    return true;
  } catch (...) {
    return false;
  }
}

template <class E, class... Base>
concept exportable_error = sizeof
...(Base) <= 1 && std::is_convertible_v<E*, std::exception*> && (std::is_convertible_v<E*, Base*> && ...);

template <class E, class Base>
void record_error_base(error_description& made) {
  made.base_id = type_id_of<Base>();
  made.up = [](void const* error) -> void const* {
    return static_cast<Base const*>(static_cast<E const*>(error));
  };
}

}  // namespace detail

/// Records what an exported exception class has beside its message: what `export_error<E>("Name")` gives.
template <class E>
class error_builder {
 public:
  explicit error_builder(detail::error_place place) : place_(place) {}

  /// A property of the error, read when the exception leaves C++: a data member, a member function without
  /// parameters, or a function that takes the exception.
  template <auto F>
  error_builder& property(char const* name, doc description = doc("")) {
    if constexpr (detail::error_property_of<F, E>) {
      using type = detail::error_property<F, E>;
      auto const read = [](detail::error_reading& to, void const* exception) {
        auto const& error = *static_cast<E const*>(exception);
        to.result = caster<type>::to_js(to.env, type(std::invoke(F, error)));
      };
      place_->properties.push_back({name, description.text, &type_of<type>, read});
    } else {
      (void)detail::require_error_property<decltype(F), E>();
    }
    return *this;
  }

  /// The same under its C++ name.
  template <auto F>
  error_builder& property(doc description = doc("")) {
    return property<F>(detail::inferred_name<F>(), description);
  }

  /// A constant `code`, as the errors of Node.js have it.
  error_builder& code(char const* text) {
    place_->code = text;
    return *this;
  }

 private:
  detail::error_place place_;
};

}  // namespace tendon
