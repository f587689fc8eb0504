#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "../base/text.hpp"
#include "type.hpp"

namespace [[gnu::visibility("hidden")]] tendon {

class call;
struct lean_call;

namespace detail {
class environment;
class override_link;
enum class fast_outcome : std::int32_t;
}  // namespace detail

/// A fault in a TENDON_ADDON block that only shows when it runs, such as two exports of one name.
class describe_error : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

namespace detail {

/// Throws one with the sentence that the pieces make of the pattern.
[[noreturn, gnu::noinline, gnu::cold]] inline void throw_describe_error(char const* pattern,
                                                                        std::initializer_list<piece> pieces) {
  throw describe_error(composed(pattern, pieces));
}

}  // namespace detail

struct parameter_description {
  std::string name;
  type_description const* type = nullptr;
  std::string ts;               ///< replaces the type's own text when not empty
  std::string default_literal;  ///< the default as JavaScript, when there is one
  /// The default in the form that arguments of this type are held in; copied for each call.
  std::shared_ptr<void const> default_value;

  /// Whether callers may leave it out, as far as it alone is concerned.
  bool optional() const { return default_value || type->optional; }

  /// The type of one argument: of those that a rest parameter takes, too.
  type_description const& argument_type() const { return type->takes_rest ? *type->parts[0] : *type; }

  /// Whether an argument can be `undefined`.
  bool takes_undefined() const { return default_value || argument_type().optional; }
};

/// Who owns the objects that a result refers to.
enum class ownership {
  automatic,  ///< as the type says; a reference must be the object that the method was called on
  owned,      ///< JavaScript takes them over
  copied,     ///< JavaScript gets copies
  borrowed,   ///< the object or argument that they are part of, which is kept alive
  unmanaged,  ///< somebody in C++ who keeps them for ever
};

/// How a call comes through the fast body that the script has for a function, if it has one. Numbers of cells
/// are those of the frame, apart from elements of arrays.
struct stub_plan {
  bool exists = false;
  bool is_lean = false;         ///< it goes by `invoke_lean`
  bool takes_receiver = false;  ///< `this` is passed, which owns the result
  bool takes_values = false;    ///< what does not travel in the frame is passed; `this` too unless it is lean
  bool takes_texts = false;     ///< the texts in what travels are passed, before other values
  bool gives_texts = false;     ///< those of the result are returned
  bool stacks_cells = false;  ///< other calls can come while its cells are in use, so they stand behind those
  std::size_t argument_cells = 0;
  std::size_t result_cells = 0;
};

/// One C++ callable: what it takes and gives, and how it is called.
struct signature_description {
  std::vector<parameter_description> parameters;
  type_description const* result = nullptr;
  std::string result_ts;    ///< replaces the result's own text when not empty
  std::string result_name;  ///< the `name` of a returned function
  std::string doc;

  ownership result_ownership = ownership::automatic;
  bool nullable = false;  ///< the result may be a null pointer
  /// Positions of arguments, or `receiver`.
  std::size_t borrowed_from = receiver;  ///< what owns a borrowed result
  std::vector<std::size_t> kept;         ///< what lives as long as the result or the object
  /// The same by name, as the block gives them; empty for the receiver.
  std::string borrowed_from_name;
  std::vector<std::string> kept_names;

  bool takes_this = false;  ///< C++ asks for the JavaScript `this`
  bool constructs = false;  ///< the result becomes the object under construction
  /// Of a constructor whose objects JavaScript classes can extend for C++: what an object knows of its own.
  detail::override_link* (*link_of)(void* object) = nullptr;
  type_description const* receiver_type = nullptr;  ///< the class of `Symbol.dispose`

  stub_plan stub;

  static constexpr std::size_t receiver = static_cast<std::size_t>(-1);

  /// Converts the arguments, calls, converts the result; the glue fills it in.
  void (*invoke)(call&) = nullptr;
  /// The same for a call from a stub, when all arguments can come through the frame; else null.
  void (*invoke_wired)(call&) = nullptr;
  /// The same for a lean call; null when it must be more.
  detail::fast_outcome (*invoke_lean)(lean_call&) = nullptr;
  /// What these call, once the glue knows the parameters: a `thunk` of this signature.
  void (*callable)() = nullptr;
  std::shared_ptr<void const> target;  ///< a callable with state; empty when `callable` knows it

  /// Whether any number of arguments may follow those of the other parameters.
  bool takes_rest() const { return !parameters.empty() && parameters.back().type->takes_rest; }

  /// The number of arguments that a call must have: all but the trailing optional ones.
  std::size_t required() const {
    auto count = parameters.size();
    while (count > 0 && parameters[count - 1].optional()) --count;
    return count;
  }

  /// The number of arguments from which on they are ignored.
  std::size_t most() const { return takes_rest() ? static_cast<std::size_t>(-1) : parameters.size(); }

  /// What takes the argument at a position; null when it is ignored.
  parameter_description const* taker_of(std::size_t position) const {
    if (position < parameters.size()) return &parameters[position];
    return takes_rest() ? &parameters.back() : nullptr;
  }
};

/// What a JavaScript function is made as.
enum class function_kind { function, constructor, method, static_method, getter, setter, dispose };

/// One JavaScript function: a C++ callable, or several that are told apart by their parameters.
struct function_description {
  std::string name;
  function_kind kind = function_kind::function;
  std::size_t owner = static_cast<std::size_t>(-1);  ///< the class that it is a member of
  std::string label;                                 ///< names it in messages: `Counter.next()`
  std::vector<signature_description> overloads;
  bool compares_types = false;  ///< the number of arguments alone does not tell the overloads apart
  bool is_bound = false;        ///< the native entry point itself, without a script before it
  bool is_overridable = false;  ///< some objects that it is called on may override it, once the description
                                ///< is checked

  /// Whether it is called on an object.
  bool has_receiver() const {
    return kind == function_kind::method || kind == function_kind::getter || kind == function_kind::setter ||
           kind == function_kind::dispose;
  }

  /// The signature for a call with `count` arguments, where their number tells: of those with enough
  /// arguments the one that asks for most; arguments beyond it are ignored, as in JavaScript. With too few
  /// for any, the one that asks for least.
  signature_description const& for_count(std::size_t count) const {
    auto const* least = &overloads.front();
    signature_description const* best = nullptr;
    for (auto const& each : overloads) {
      if (each.required() < least->required()) least = &each;
      if (each.required() <= count && (!best || each.required() > best->required())) best = &each;
    }
    return best ? *best : *least;
  }
};

/// A constant export. Its value is the result of a call without arguments, made once per environment.
struct value_description {
  std::string name;
  signature_description source;
  std::string literal;  ///< the value as JavaScript, or empty
};

/// What runs when an environment ends.
struct exit_hook {
  void (*run)(detail::environment&, exit_hook const&) = nullptr;
  std::shared_ptr<void const> target;  ///< a callable with state; empty when `run` knows it
};

/// A member of a class, apart from its constructor.
struct class_member {
  enum class kind { method, static_method, accessor, constant, iterator };

  kind form;
  std::string name;
  std::size_t index;  ///< into `functions`, or `values` for a constant; none for
                      ///< an accessor that can only be written
  std::size_t setter = static_cast<std::size_t>(-1);  ///< of an accessor: into `functions`, or none

  bool is_static() const { return form == kind::static_method || form == kind::constant; }
};

/// A base of a class that is wrapped too. Pointers to objects are those of their classes.
struct base_description {
  type_description const* type;  ///< identifies the base
  std::ptrdiff_t offset;         ///< of the base in an object, where `up` is null
  void* (*up)(void* object);     ///< an object as one of a virtual base
  /// An object of the base as one of the class, if it is one, else null; not there when only a tag can tell.
  void* (*down)(void* object, void const* tag);
  std::size_t index = static_cast<std::size_t>(-1);  ///< into `classes`, once the description is checked
};

/// How objects that C++ gives as those of a base are found to be of a class, where C++ itself can't tell.
struct tag_description {
  type_description const* from = nullptr;  ///< the base whose objects have tags
  /// An object of the base as one of the class, if its tag is `tag`; else null.
  void* (*down)(void* object, void const* tag) = nullptr;
  std::shared_ptr<void const> value;  ///< the tag of the class
};

namespace detail {
struct object_type;
struct error_reading;
}  // namespace detail

/// One C++ class as a JavaScript class.
struct class_description {
  std::string name;
  std::string doc;
  type_description const* type = nullptr;        ///< identifies the C++ class
  detail::object_type const* objects = nullptr;  ///< how its objects are kept
  type_description const* plain_type = nullptr;  ///< how it crosses where it is taken for a plain struct
  std::size_t constructor = static_cast<std::size_t>(-1);  ///< into `functions`; none: can't be constructed
  std::size_t dispose = static_cast<std::size_t>(-1);      ///< into `functions`
  std::vector<class_member> members;                       ///< in the order of the block
  std::vector<class_member> automatic;                     ///< what it has unless the block says otherwise
  std::vector<base_description> bases;                     ///< the first is what the JavaScript class extends
  tag_description tag;
  bool is_extended = false;     ///< it is a base of others, once the description is checked
  bool is_overridable = false;  ///< JavaScript classes that extend it can override its functions for C++
  bool is_printed = false;      ///< its text is what C++ prints, once the description is checked
  bool is_abstract = false;     ///< only what extends it can be constructed
  bool callable_without_new = false;
  bool prompt = false;      ///< destroyed as soon as it is found dead, never together with others
  bool identified = false;  ///< its objects can come back, and are then the same JavaScript objects
};

/// What an addon says of a plain struct, beyond what its type says.
struct struct_description {
  struct member {
    std::string doc;
    std::string default_literal;  ///< the default as JavaScript, where it has such a form
    bool may_be_absent = false;   ///< JavaScript may leave it out; C++ then keeps its initializer
  };

  std::string name;
  std::string doc;
  type_description const* type = nullptr;
  std::vector<member> members;                        ///< by position, as in the type
  std::size_t module = static_cast<std::size_t>(-1);  ///< the submodule that has it
  /// Reads one of which members may be absent, a `T (*)(value const&)`; else null.
  void (*read)() = nullptr;
};

/// An enum as an object of its enumerators.
struct enum_description {
  struct enumerator {
    std::string_view name;
    std::string literal;  ///< what it crosses as, as JavaScript
  };

  std::string name;
  std::string doc;
  type_description const* type = nullptr;
  std::vector<enumerator> enumerators;
};

/// A C++ exception class as a JavaScript class that extends Error, or another one.
struct error_description {
  struct property {
    std::string name;
    std::string doc;
    type_description const* type;
    void (*read)(detail::error_reading& to, void const* exception);
  };

  std::string name;
  std::string doc;
  std::string code;  ///< the value of `code`; empty: none
  std::vector<property> properties;
  void const* id = nullptr;                         ///< identifies the C++ class
  void const* base_id = nullptr;                    ///< the same for what it extends; null: Error
  std::size_t base = static_cast<std::size_t>(-1);  ///< into `errors`, once the description is checked
  void const* (*up)(void const* exception) = nullptr;
  /// Calls `found` with the exception that is being handled and its message, if it is of the class.
  bool (*handle)(void* context,
                 void (*found)(void* context, void const* exception, char const* message)) = nullptr;
};

/// An object of exports among the exports.
struct module_description {
  std::string name;
  std::string doc;
  std::size_t parent = static_cast<std::size_t>(-1);  ///< into `modules`; none: the addon itself
};

/// What an addon exports: the only input of the installer, the script writer and the typings writer. Filled
/// by a TENDON_ADDON block, then immutable and shared by all environments.
struct description {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  enum class export_kind { function, value, class_type, enumeration, error_type, submodule };

  struct export_entry {
    export_kind kind;
    std::size_t index;          ///< into `functions`, `values`, `classes`, `enums`, `errors` or `modules`
    std::size_t module = none;  ///< the submodule that has it; none: the addon itself
  };

  std::string name;
  std::vector<function_description> functions;
  std::vector<value_description> values;
  std::vector<class_description> classes;
  std::vector<struct_description> structs;
  std::vector<enum_description> enums;
  std::vector<error_description> errors;
  std::vector<module_description> modules;  ///< each behind the one that has it
  std::vector<export_entry> exports;        ///< in the order of the block
  std::size_t assignment = none;            ///< the function that is `module.exports` itself
  std::vector<exit_hook> exit_hooks;        ///< in the order of the block; they run in the opposite one

  std::string_view name_of(export_entry const& entry) const {
    switch (entry.kind) {
      case export_kind::function:
        return functions[entry.index].name;
      case export_kind::value:
        return values[entry.index].name;
      case export_kind::class_type:
        return classes[entry.index].name;
      case export_kind::enumeration:
        return enums[entry.index].name;
      case export_kind::error_type:
        return errors[entry.index].name;
      case export_kind::submodule:
        break;
    }
    return modules[entry.index].name;
  }
};

}  // namespace tendon
