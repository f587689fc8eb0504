#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "../base/text.hpp"
#include "../describe/description.hpp"
#include "../env/environment.hpp"
#include "../env/wire.hpp"
#include "../napi/value.hpp"

namespace [[gnu::visibility("hidden")]] tendon {

/// What a callable finds its state by, and the object that it is called on.
struct call_target {
  // Constructors are spelled out here and below, because g++ clears aggregates by dear means first.
  call_target(detail::environment& in, signature_description const& called)
      : environment(in), signature(called) {}
  call_target(call_target const&) = delete;
  call_target& operator=(call_target const&) = delete;

  detail::environment& environment;
  signature_description const& signature;
  void* object = nullptr;           ///< of a member: the C++ object, once the arguments are read
  std::uint32_t defaults = 0;       ///< from a stub: a bit for each parameter that has a default
  std::int32_t receiver_slot = -1;  ///< of the object that a member is called on
};

/// A call from a stub that needs little: its arguments and result are numbers, and structs of them, in fixed
/// cells, or values that are read without running JavaScript and have no objects of wrapped classes in them.
/// It may be called on such an object, and take some as arguments.
struct lean_call : call_target {
  lean_call(detail::environment& in, signature_description const& called, std::uint32_t has_defaults,
            double* at, napi_value const* passed)
      : call_target(in, called), cells(at), values(passed) {
    defaults = has_defaults;
  }

  napi_env env() const { return environment.env(); }

  double* cells;                  ///< of the arguments, then of the result
  napi_value const* values;       ///< the arguments that don't come through the frame, in order
  napi_value receiver = nullptr;  ///< `this`, when it owns the result
  napi_value result = nullptr;    ///< one that does not go through the frame
};

/// One call from JavaScript while it runs. Lives on the stack of the JavaScript thread.
class call : public call_target {
 public:
  call(detail::environment& in, signature_description const& called, napi_value on, napi_value const* values,
       std::size_t passed)
      : call_target(in, called), receiver(on), arguments(values), count(passed) {}

  napi_value receiver;  ///< `this`; null when a stub calls that does not pass it
  /// At least as many as the signature has parameters; missing ones are `undefined`. From a stub only those
  /// that don't come through the frame, in order.
  napi_value const* arguments;
  std::size_t count;            ///< how many of them the caller passed
  napi_value result = nullptr;  ///< null stands for `undefined`

  /// The class of that object; null when it needs not be found, because there is none.
  type_description const* receiver_type = nullptr;
  wire_reader* reader = nullptr;  ///< where a stub has left arguments; null in the generic tier
  wire_writer* writer = nullptr;  ///< where the result goes then
  std::uint32_t taken_arguments = 0;
  bool is_written = false;      ///< whether the result went there
  bool gives_receiver = false;  ///< the result is `receiver`, which a stub did not pass
  bool kept_by_result = false;  ///< the object of the result is tied to what `keeps` names

  /// Whether the script makes the JavaScript object of the result: `receiver` of a constructor, or a new one.
  /// It is told the slot when nothing can run any more before it does so.
  bool defers_object = false;
  std::uint32_t deferred_slot = detail::object_table::none;
  napi_value deferred_held = nullptr;  ///< what the object must hold, or null

  napi_env env() const { return environment.env(); }

  /// The argument of the parameter at `index`. Each is asked for once, in order.
  napi_value take_argument(std::size_t index) { return arguments[reader ? taken_arguments++ : index]; }
};

namespace detail {

[[noreturn]] inline void throw_missing_arguments(call const& failed) {
  std::vector<std::string_view> names;
  for (auto i = failed.count; i < failed.signature.required(); ++i)
    names.push_back(failed.signature.parameters[i].name);
  throw conversion_error(
      conversion_error::kind::type, "ERR_MISSING_ARGS",
      "The " + listed(names) + (names.size() == 1 ? " argument" : " arguments") + " must be specified");
}

/// Runs a call: the count of its arguments is checked, then the glue of its signature does the rest.
inline void run(call& running) {
  auto const& signature = running.signature;
  if (running.count < signature.parameters.size() && running.count < signature.required())
    throw_missing_arguments(running);
  signature.invoke(running);
}

}  // namespace detail
}  // namespace tendon
