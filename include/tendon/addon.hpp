#pragma once

#include <memory>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/annotations.hpp"
#include "base/enum_names.hpp"
#include "base/pretty_name.hpp"
#include "base/signature.hpp"
#include "describe/check.hpp"
#include "describe/description.hpp"
#include "glue/automatic_members.hpp"
#include "glue/class_builder.hpp"
#include "glue/describe_call.hpp"
#include "glue/error_builder.hpp"
#include "glue/install.hpp"
#include "glue/struct_builder.hpp"

namespace [[gnu::visibility("hidden")]] tendon {

/// Records what an addon exports. The body of a TENDON_ADDON block is a member function of a class derived
/// from it, so the words below are found without qualification. It can also be filled and read in a plain
/// executable, for tests: describing calls nothing of Node.js. Members that are no words end in `_`, to hide
/// no user's name.
class addon {
 public:
  using doc = tendon::doc;
  using literal = tendon::literal;
  using named = tendon::named;
  using returns = tendon::returns;
  using ts = tendon::ts;

  static constexpr auto nullable = tendon::nullable;
  static constexpr auto prompt = tendon::prompt;
  static constexpr auto owned = tendon::owned;
  static constexpr auto copied = tendon::copied;
  static constexpr auto borrowed = tendon::borrowed;
  static constexpr auto unmanaged = tendon::unmanaged;

  template <class... Name>
  [[nodiscard]] static constexpr auto keeps(Name... names) {
    return tendon::keeps(names...);
  }

  template <class... Options>
  [[nodiscard, gnu::always_inline]] static constexpr auto arg(char const* name, Options... options) {
    return tendon::arg(name, options...);
  }

  addon() : own_(std::make_unique<description>()), raw_(own_.get()) {}
  addon(addon const&) = delete;
  addon& operator=(addon const&) = delete;

  /// Exports a function, member of a namespace or class, or lambda without captures. Functions of one name
  /// are overloads, chosen by the number and types of the arguments.
  template <auto F, class... Annotations>
  [[gnu::always_inline]] void export_function(char const* name, Annotations const&... annotations) {
    export_callable_<detail::constant_callable<F>>(name, annotations...);
  }

  /// The same under its own C++ name.
  template <auto F, class... Annotations>
    requires(!std::is_convertible_v<Annotations, char const*> && ...)
  void export_function(Annotations const&... annotations) {
    export_function<F>(detail::inferred_name<F>(), annotations...);
  }

  /// Exports a callable with state. All environments share it, so it is called as const and must be
  /// thread-safe.
  template <class F, class... Annotations>
  void export_function(char const* name, F callable, Annotations const&... annotations) {
    if (auto* const made = export_callable_<detail::stored_callable<F>>(name, annotations...))
      made->target = std::make_shared<F const>(std::move(callable));
  }

  /// Makes a function `module.exports` itself. Other exports become its properties.
  template <auto F, class... Annotations>
  void export_assignment(char const* name, Annotations const&... annotations) {
    export_callable_<detail::constant_callable<F>>(name, annotations...);
    assign_();
  }

  /// The same under its own C++ name.
  template <auto F, class... Annotations>
    requires(!std::is_convertible_v<Annotations, char const*> && ...)
  void export_assignment(Annotations const&... annotations) {
    export_assignment<F>(detail::inferred_name<F>(), annotations...);
  }

  /// Exports a constant: a copy of `value`, converted in each environment.
  template <class T, class... Annotations>
  void export_value(char const* name, T value, Annotations const&... annotations) {
    export_(description::export_kind::value, raw_->values.size());
    raw_->values.push_back(detail::described_value(name, std::move(value), annotations...));
  }

  /// Names and documents the interface of a plain struct in the typings. What it gives lists its defaults.
  template <class T, class... Annotations>
  struct_builder<T> export_struct(std::string_view name, Annotations const&... annotations) {
    if constexpr (!detail::check_exported_struct<T>()) {
      return struct_builder<T>({raw_, 0});
    } else {
      auto const place = detail::record_struct(*raw_, name, type_of<T>);
      place->module = module_;
      (annotate_struct_<T>(*place, annotations), ...);
      return struct_builder<T>(place);
    }
  }

  /// The same under its own C++ name.
  template <class T, class... Annotations>
    requires(!std::is_convertible_v<Annotations, std::string_view> && ...)
  struct_builder<T> export_struct(Annotations const&... annotations) {
    return export_struct<T>(unqualified_type_name<T>(), annotations...);
  }

  /// Exports an enum as a frozen object of what its enumerators cross as, and names its type.
  template <class E, class... Annotations>
    requires std::is_enum_v<E>
  void export_enum(std::string_view name, Annotations const&... annotations) {
    export_(description::export_kind::enumeration, raw_->enums.size());
    auto& made = detail::record_enum(*raw_, name, type_of<E>);
    for (auto const& each : enumerators<E>())
      made.enumerators.push_back({each.name, caster<E>::literal(each.value)});
    (annotate_enum_(made, annotations), ...);
  }

  /// The same under its own C++ name.
  template <class E, class... Annotations>
    requires(std::is_enum_v<E> && (!std::is_convertible_v<Annotations, std::string_view> && ...))
  void export_enum(Annotations const&... annotations) {
    export_enum<E>(unqualified_type_name<E>(), annotations...);
  }

  /// Exports a C++ exception class, derived from std::exception: what is thrown of it becomes an object of a
  /// JavaScript class that extends Error, with `what()` as message. What it gives records its properties.
  /// `Base`: the exported class that it extends instead.
  template <class E, class... Base, class... Annotations>
  error_builder<E> export_error(char const* name, Annotations const&... annotations) {
    if constexpr (!detail::exportable_error<E, Base...>) (void)detail::require_exception<E, Base...>();
    export_(description::export_kind::error_type, raw_->errors.size());
    auto const place = detail::record_error(*raw_, name);
    place->id = detail::type_id_of<E>();
    place->handle = &detail::handle_error<E>;
    (detail::record_error_base<E, Base>(*place), ...);
    (annotate_error_(*place, annotations), ...);
    return error_builder<E>(place);
  }

  /// Exports a class. What it gives records its members. `Bases` are those of its C++ bases that are wrapped
  /// too: the JavaScript class extends the first, and has the members of all.
  template <class T, class... Bases, class... Annotations>
  class_builder<T> wrap_class(char const* name, Annotations const&... annotations) {
    if constexpr (!detail::wrappable<T>) {
      (void)detail::require_wrappable<T>();
      return class_builder<T>({raw_, 0});
    } else {
      constexpr auto* plain = [] {
        if constexpr (plain_struct<T> && !is_wrapped<T>)
          return &type_of<T>;
        else
          return static_cast<type_description const*>(nullptr);
      }();
      export_(description::export_kind::class_type, raw_->classes.size());
      auto const place =
          detail::record_class(*raw_, name, detail::wrapped_type<T>, detail::object_type_of<T>, plain);
      raw_->functions[place->dispose].overloads.front() = detail::dispose_signature(detail::wrapped_type<T>);
      detail::record_automatic_members<T>(place);
      (extend_<T, Bases>(*place), ...);
      (annotate_class_(*place, annotations), ...);
      return class_builder<T>(place);
    }
  }

  /// An object among the exports that has exports of its own, by the same words. The same one for the same
  /// name, so that parts of an addon can add to it.
  addon& submodule(std::string_view name, doc description = doc("")) {
    for (auto const& each : submodules_)
      if (raw_->modules[each->module_].name == name) return *each;
    export_(description::export_kind::submodule, raw_->modules.size());
    submodules_.emplace_back(new addon(*raw_, raw_->modules.size()));
    raw_->modules.push_back({std::string(name), description.text, module_});
    return *submodules_.back();
  }

  /// Runs a function or lambda without captures when an environment ends: once in each, the latest of the
  /// block first, after the event loop and the 'exit' listeners, while the VM is alive. It may take
  /// `napi_env`, to make JavaScript values, and `env_state<T>&`; its result is dropped. An exception is
  /// reported on stderr, and the other hooks still run. JavaScript thread.
  template <auto F>
  void at_exit() {
    raw_->exit_hooks.push_back(detail::exit_hook_of<detail::constant_callable<F>>());
  }

  /// The same with a callable that may have state. All environments share it, so it is called as const and
  /// must be thread-safe.
  template <class F>
  void at_exit(F callable) {
    auto target = std::make_shared<F const>(std::move(callable));
    raw_->exit_hooks.push_back(detail::exit_hook_of<detail::stored_callable<F>>(std::move(target)));
  }

  /// The same with a function and what it gets, which the caller keeps alive and all environments share.
  void at_exit(void (*function)(void*), void* data) {
    at_exit([function, data] { function(data); });
  }

  /// The finished description; asked for once. Throws describe_error with a sentence that names the fault.
  description description_() { return detail::checked(std::move(*raw_)); }

  void set_name_(std::string_view name) { raw_->name = name; }

 private:
  addon(description& shared, std::size_t module) : raw_(&shared), module_(module) {}

  template <class T, class Base>
  static void extend_(class_description& made) {
    if constexpr (detail::extended_by<Base, T>)
      made.bases.push_back(detail::described_base<T, Base>());
    else
      (void)detail::require_base<Base, T>();
  }

  static void annotate_class_(class_description& made, doc annotation) { made.doc = annotation.text; }
  static void annotate_class_(class_description& made, prompt_option) { made.prompt = true; }
  template <class Annotation>
  static void annotate_class_(class_description&, Annotation const&) {
    (void)detail::require_class_annotation<Annotation>();
  }

  static void annotate_error_(error_description& made, doc annotation) { made.doc = annotation.text; }
  template <class Annotation>
  static void annotate_error_(error_description&, Annotation const&) {
    (void)detail::require_error_annotation<Annotation>();
  }

  static void annotate_enum_(enum_description& made, doc annotation) { made.doc = annotation.text; }
  template <class Annotation>
  static void annotate_enum_(enum_description&, Annotation const&) {
    (void)detail::require_enum_annotation<Annotation>();
  }

  template <class T>
  static void annotate_struct_(struct_description& made, doc annotation) {
    made.doc = annotation.text;
  }
  template <class T, class Annotation>
  static void annotate_struct_(struct_description&, Annotation const&) {
    (void)detail::require_struct_annotation<Annotation>();
  }

  /// Inlined, so that what is made for each function is no more than one call with the addresses of its
  /// parts.
  template <class Callable, class... Annotations>
  [[gnu::always_inline]] signature_description* export_callable_(char const* name,
                                                                 Annotations const&... annotations) {
    using fault = detail::fault_of<Callable, Annotations...>;
    if constexpr (!std::is_void_v<fault>) {
      (void)fault();
      return nullptr;
    } else {
      auto& made = record_function_(name, detail::glued<Callable>(), detail::plain(annotations)...);
      if constexpr ((detail::has_default<Annotations> || ...))
        detail::set_defaults(made, 0, detail::arguments_of<Callable>(), annotations...);
      return &made;
    }
  }

  template <class... Annotations>
  [[gnu::noinline]] signature_description& record_function_(char const* name, detail::glued_callable called,
                                                            Annotations... annotations) {
    export_(description::export_kind::function, raw_->functions.size());
    auto& added = raw_->functions.emplace_back();
    added.name = name;
    auto& made = added.overloads.emplace_back();
    detail::describe_call(made, called, annotations...);
    return made;
  }

  /// Takes the latest function out of the exports, to be the export itself.
  void assign_() {
    if (module_ != description::none) throw describe_error("module.exports can't be assigned in a submodule");
    if (raw_->assignment != description::none) throw describe_error("module.exports is assigned twice");
    raw_->assignment = raw_->exports.back().index;
    raw_->exports.pop_back();
  }

  void export_(description::export_kind kind, std::size_t index) {
    raw_->exports.push_back({kind, index, module_});
  }

  std::unique_ptr<description> own_;  ///< null in a submodule
  description* raw_;
  std::size_t module_ = description::none;
  std::vector<std::unique_ptr<addon>> submodules_;
};

namespace detail {

/// Describes an addon when the first environment of the process loads it.
template <class Addon>
installable const& described(napi_env env, std::string_view name) {
  static auto const& once = *[env, name] {
    Addon block;
    block.set_name_(name);
    try {
      block.describe_();
      return new installable(block.description_(), wants_stubs(env));
    } catch (describe_error const& fault) {
      throw describe_error("addon " + quoted(name) + ": " + fault.what());
    }
  }();
  return once;
}

/// What knows the exceptions of node-addon-api in a file that includes the interop with it, else null. Asked
/// for a type that no other file has, so that the files of an addon may differ.
template <class Addon>
constexpr exception_translator translator_for() {
  if constexpr (requires(Addon const* block) { translator_of(block); })
    return translator_of(static_cast<Addon const*>(nullptr));
  else
    return nullptr;
}

template <class Addon>
napi_value load(napi_env env, napi_value exports, std::string_view name,
                exception_translator translator = nullptr) {
  return guard(env, std::string_view(), [&] {
    if (translator) environment::of(env).learn(translator);
    return install(env, exports, described<Addon>(env, name));
  });
}

}  // namespace detail

/// Adds the exports of an addon to those of a module whose initialiser is written by hand. `Addon` is a
/// struct derived from tendon::addon whose member `void describe_()` holds what stands in a TENDON_ADDON
/// block otherwise. Gives `exports`, or the function that is assigned to module.exports; null when a
/// JavaScript exception is pending. JavaScript thread, once per environment.
template <class Addon>
napi_value install(napi_env env, napi_value exports) {
  return detail::load<Addon>(env, exports, unqualified_type_name<Addon>());
}

}  // namespace tendon

/// Opens the block that describes an addon, and makes the file a Node-API module. `name` is any identifier.
#define TENDON_ADDON(name)                                                                         \
  namespace {                                                                                      \
  struct name##_addon final : ::tendon::addon {                                                    \
    void describe_();                                                                              \
  };                                                                                               \
  }                                                                                                \
  NAPI_MODULE_INIT() {                                                                             \
    return ::tendon::detail::load<name##_addon>(env, exports, #name,                               \
                                                ::tendon::detail::translator_for<name##_addon>()); \
  }                                                                                                \
  void name##_addon::describe_()
