#pragma once

#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

#include "../caster.hpp"
#include "call.hpp"
#include "callable.hpp"
#include "claim.hpp"
#include "injected.hpp"
#include "object_result.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// How the glue keeps what it passes to a parameter until the call is over.
template <class T>
struct keeper {
  using type = held<T>;
};
template <is_injected T>
struct keeper<T> {
  using type = T;
};
template <class Parameter>
using kept = typename keeper<bare<Parameter>>::type;

inline bool is_undefined(napi_env env, napi_value handle) {
  napi_valuetype type = napi_undefined;
  check(env, napi_typeof(env, handle, &type));
  return type == napi_undefined;
}

/// A default in the form in which arguments are held.
template <class T>
held<T> const& default_of(parameter_description const& parameter) {
  return *static_cast<held<T> const*>(parameter.default_value.get());
}

/// Reads an argument that a stub has left in the frame. One with a default tells first whether it is there.
template <class T>
held<T> read_wired(wire_reader& from, call const& running, std::size_t index) {
  if constexpr (std::is_copy_constructible_v<held<T>>)
    if ((running.defaults >> index & 1) != 0 && from.next() == 0) {
      from.skip(cell_count(type_of<T>));
      return default_of<T>(running.signature.parameters[index]);
    }
  return caster<T>::from_wire(from);
}

/// Reads one argument; instantiated once per type, not per function.
template <class T>
held<T> read_argument(call& from, std::size_t index) {
  if constexpr (comes_by_wire<T>)
    if (from.reader) return read_wired<T>(*from.reader, from, index);
  auto const& parameter = from.signature.parameters[index];
  auto const handle = from.take_argument(index);
  if constexpr (std::is_copy_constructible_v<held<T>> && !has_claims<T>())
    if (parameter.default_value && is_undefined(from.env(), handle)) return default_of<T>(parameter);
  return caster<T>::from_js(value(from.env(), handle, parameter.name));
}

template <class Parameter>
kept<Parameter> read_parameter(call& from, std::size_t index) {
  if constexpr (is_injected<bare<Parameter>>)
    return injected<bare<Parameter>>::get(from);
  else
    return read_argument<bare<Parameter>>(from, index);
}

/// What was kept for a parameter, as the parameter wants it.
template <class Parameter, class Kept>
decltype(auto) passed(Kept& kept_value) {
  if constexpr (!std::is_same_v<Kept, bare<Parameter>>)
    return kept_value.get();
  else if constexpr (std::is_lvalue_reference_v<Parameter>)
    return (kept_value);
  else
    return std::move(kept_value);
}

/// Holders of memory that a script could take away under the function's hands.
template <class Kept>
concept isolatable = requires(Kept& kept_value) { kept_value.isolate(); };

template <class Parameter>
consteval bool runs_js() {
  if constexpr (is_injected<bare<Parameter>>)
    return injected<bare<Parameter>>::runs_js;
  else
    return contains_function(type_of<bare<Parameter>>);
}

/// Whether reading an argument can run JavaScript, as far as can be told.
template <class Parameter>
consteval bool reading_runs_js() {
  if constexpr (is_injected<bare<Parameter>> || isolatable<kept<Parameter>>) return false;
  switch (type_of<bare<Parameter>>.wire) {
    case wire_kind::number:
    case wire_kind::boolean:
    case wire_kind::enumeration:
    case wire_kind::date:
    case wire_kind::object:
    case wire_kind::pointer:
      return false;
    default:
      return type_of<bare<Parameter>>.form != type_description::kind::function &&
             type_of<bare<Parameter>>.ts_in != "string";
  }
}

/// Tells the environment of the library that a parameter or result belongs to: the function may throw its
/// exceptions. This follows from the type alone, so the files of an addon need not include the same headers.
template <class T>
void learn_library(environment& in) {
  if constexpr (requires { injected<T>::translator; })
    in.learn(injected<T>::translator);
  else if constexpr (requires { caster<T>::translator; })
    in.learn(caster<T>::translator);
}

/// Stands for a scope where there is nothing to begin and to end.
struct no_scope {
  template <class From>
  explicit no_scope(From&) {}
};

template <std::size_t Index, class Kept>
struct kept_argument {
  Kept value;
};

template <class Indexes, class... Kept>
struct kept_arguments;

template <std::size_t... Index, class... Kept>
struct kept_arguments<std::index_sequence<Index...>, Kept...> : kept_argument<Index, Kept>... {};

template <std::size_t Index, class Kept>
Kept& kept_at(kept_argument<Index, Kept>& argument) {
  return argument.value;
}

template <class Result>
concept result_reference = std::is_lvalue_reference_v<Result> && wrapped_by_value<bare<Result>>;

/// Whether objects of wrapped classes are made for a result, so that they must know the call.
template <class Result>
consteval bool gives_objects() {
  return any_part(type_of<bare<Result>>,
                  [](type_description const& part) { return part.form == type_description::kind::object; });
}

inline napi_value null_of(napi_env env) {
  napi_value result = nullptr;
  check(env, napi_get_null(env, &result));
  return result;
}

/// A reference to a wrapped object. Without a word about who owns it, it is the object of the method itself,
/// or a const one is copied.
template <class T>
napi_value reference_to_js(call& to, T& result) {
  using object = std::remove_const_t<T>;
  auto const word = to.signature.result_ownership;
  auto const is_own = &result == to.object;
  auto const copies =
      word == ownership::copied || (word == ownership::automatic && std::is_const_v<T> && !is_own);
  if constexpr (std::is_copy_constructible_v<object>)
    if (copies) return give_unique(to.env(), std::make_unique<object>(result));
  return give_reference(to.environment, object_type_of<object>, const_cast<object*>(&result));
}

/// A result that is no reference to an object. A caster that makes something with a name takes the name too.
template <class Result, class Call, class Given>
napi_value plain_result_to_js(Call& to, Given&& result) {
  if constexpr (requires { caster<bare<Result>>::to_js(to.env(), result, std::string_view()); })
    return caster<bare<Result>>::to_js(to.env(), std::forward<Given>(result), to.signature.result_name);
  else
    return caster<bare<Result>>::to_js(to.env(), std::forward<Given>(result));
}

template <class Result, class Given>
napi_value result_to_js(call& to, Given&& result) {
  if constexpr (result_reference<Result>) {
    return reference_to_js(to, result);
  } else {
    if constexpr (type_of<bare<Result>>.form == type_description::kind::pointer)
      if (to.signature.nullable && !result) return null_of(to.env());
    return plain_result_to_js<Result>(to, std::forward<Given>(result));
  }
}

/// Whether a stub finds results of this type in the frame.
template <class Result>
consteval bool goes_in_cells() {
  if constexpr (goes_by_wire<bare<Result>>) return cell_count(type_of<bare<Result>>) > 0;
  return false;
}

/// Gives a result to the call: through the frame when a stub waits for it there and it fits.
/// Whether texts travel beside the frame with the value of a parameter that comes by wire.
template <class Parameter>
consteval bool brings_texts() {
  if constexpr (is_injected<bare<Parameter>>)
    return false;
  else
    return comes_by_wire<bare<Parameter>> && has_text(type_of<bare<Parameter>>);
}

template <class Result>
consteval bool sends_texts() {
  if constexpr (goes_in_cells<Result>()) return has_text(type_of<bare<Result>>);
  return false;
}

/// Stands for the texts of calls without.
struct no_texts {};

template <class Result, class Given>
void give_result(call& to, Given&& result) {
  if constexpr (goes_in_cells<Result>()) {
    if (to.writer) {
      auto writer = *to.writer;
      caster<bare<Result>>::to_wire(writer, result);
      if ((to.is_written = writer.fits())) return;
    }
  }
  if constexpr (gives_objects<Result>()) {
    environment::giving_scope const giving(to.environment, &to);
    to.result = result_to_js<Result>(to, std::forward<Given>(result));
  } else {
    to.result = result_to_js<Result>(to, std::forward<Given>(result));
  }
}

template <class Parameter>
consteval bool is_wired_argument() {
  if constexpr (is_injected<bare<Parameter>>)
    return false;
  else
    return comes_by_wire<bare<Parameter>>;
}

/// Whether a type needs no more than a lean call has. A value of it may hold functions, but no objects.
template <class T>
consteval bool is_lean_value() {
  constexpr auto& type = type_of<T>;
  if (travels(type)) return has_fixed_cells(type) && (comes_by_wire<T> || goes_by_wire<T>);
  return !any_part(type, [](type_description const& part) {
    return part.form == type_description::kind::object || part.runs_js;
  });
}

template <class Parameter>
consteval bool is_lean_argument() {
  if constexpr (is_injected<bare<Parameter>>)
    return false;
  else if constexpr (comes_by_wire<bare<Parameter>>)
    return is_lean_value<bare<Parameter>>();
  else
    return is_lean_value<bare<Parameter>>() && !reading_runs_js<Parameter>();
}

template <class Result>
consteval bool is_lean_result() {
  if constexpr (std::is_void_v<Result>)
    return true;
  else
    return is_lean_value<bare<Result>>() && !result_reference<Result>;
}

/// The glue of one signature, and the only place that calls what has it: every argument is read, spans are
/// looked up last, the callable runs, its result is converted.
template <class Result, class... Parameters>
struct invoker {
  static void invoke(call& running) { invoke(running, std::index_sequence_for<Parameters...>()); }

  /// Whether all arguments can come through the frame.
  static constexpr bool is_wired = (is_wired_argument<Parameters>() && ...);

  /// The same for a call from a stub, when they all do.
  static void invoke_wired(call& running) { invoke_wired(running, std::index_sequence_for<Parameters...>()); }

  /// Whether a call from a stub needs none of what a `call` knows.
  static constexpr bool is_lean = (is_lean_argument<Parameters>() && ...) && is_lean_result<Result>();

  /// The same for such a call. The result is stored when the arguments are gone.
  static fast_outcome invoke_lean(lean_call& running) {
    constexpr auto count = goes_in_cells<Result>() ? cell_count(type_of<bare<Result>>) : 0;
    double result[count + 1];
    auto const outcome = invoke_lean(running, result, std::index_sequence_for<Parameters...>());
    if (outcome == fast_outcome::in_frame)
      for (std::size_t i = 0; i < count; ++i) running.cells[i] = result[i];
    return outcome;
  }

 private:
  static thunk<Result, Parameters...> callable_of(call_target const& running) {
    return reinterpret_cast<thunk<Result, Parameters...>>(running.signature.callable);
  }

  static constexpr bool has_texts = (brings_texts<Parameters>() || ...);
  using texts_type = std::conditional_t<has_texts, received_texts, no_texts>;

  /// Finds the texts of a call from a stub, which come before its other values; false when there are none.
  static bool find_texts([[maybe_unused]] wire_reader& reader, napi_env env, napi_value all,
                         texts_type& texts) {
    if constexpr (has_texts) {
      if (!texts.read(env, all)) return false;
      reader.use(texts);
    }
    return true;
  }

  static constexpr bool has_spans = (isolatable<kept<Parameters>> || ...);
  static constexpr bool can_run_js = (runs_js<Parameters>() || ...);
  static constexpr bool reading_can_run_js = (reading_runs_js<Parameters>() || ...);

  /// The position of each parameter among the JavaScript arguments.
  template <std::size_t Index>
  static constexpr std::size_t argument_index = [] {
    constexpr bool is_argument[] = {!is_injected<bare<Parameters>>..., true};
    std::size_t count = 0;
    for (std::size_t i = 0; i < Index; ++i) count += is_argument[i];
    return count;
  }();

  /// A stub must give way before any argument that it passed as such is read, so what comes through the frame
  /// is read twice then.
  template <std::size_t... Index>
  static fast_outcome invoke_lean(lean_call& running, double* result, std::index_sequence<Index...> indexes) {
    [[maybe_unused]] auto* next = running.values;
    wire_reader reader(running.environment, running.cells, nullptr, nullptr);
    [[maybe_unused]] texts_type texts;
    if constexpr (has_texts)
      if (!find_texts(reader, running.env(), *next++, texts)) return fast_outcome::declined;
    if constexpr (!is_wired && (is_wired_argument<Parameters>() || ...)) {
      auto trial = reader;
      (try_lean<Parameters>(trial), ...);
      if (trial.declined()) return fast_outcome::declined;
    }
    [[maybe_unused]] kept_arguments<std::index_sequence<Index...>, kept<Parameters>...> arguments{
        {read_lean<Parameters>(running, reader, next, Index)}...};
    if (reader.declined()) return fast_outcome::declined;
    auto outcome = fast_outcome::returned;
    call_with_spans(running, indexes, arguments, [&](auto&... kept_values) {
      auto const callable = callable_of(running);
      if constexpr (std::is_void_v<Result>)
        callable(running, passed<Parameters>(kept_values)...);
      else
        outcome = give_lean_result(running, result, callable(running, passed<Parameters>(kept_values)...));
    });
    return outcome;
  }

  template <class Given>
  static fast_outcome give_lean_result(lean_call& running, [[maybe_unused]] double* result, Given&& given) {
    if constexpr (goes_in_cells<Result>()) {
      [[maybe_unused]] std::conditional_t<sends_texts<Result>(), given_texts, no_texts> texts;
      given_texts* collector = nullptr;
      if constexpr (sends_texts<Result>()) collector = &texts;
      wire_writer writer(result, nullptr, 0, collector);
      caster<bare<Result>>::to_wire(writer, given);
      if constexpr (sends_texts<Result>()) {
        if (writer.fits()) {
          running.result = texts.take(running.env());
          return fast_outcome::in_frame;
        }
      } else {
        return fast_outcome::in_frame;
      }
    }
    running.result = plain_result_to_js<Result>(running, std::forward<Given>(given));
    return fast_outcome::returned;
  }

  template <class Parameter>
  static void try_lean(wire_reader& reader) {
    if constexpr (is_wired_argument<Parameter>()) (void)caster<bare<Parameter>>::from_wire(reader);
  }

  template <class Parameter>
  static kept<Parameter> read_lean(lean_call const& running, wire_reader& reader, napi_value const*& next,
                                   std::size_t index) {
    if constexpr (is_wired_argument<Parameter>())
      return caster<bare<Parameter>>::from_wire(reader);
    else
      return caster<bare<Parameter>>::from_js(
          value(running.env(), *next++, running.signature.parameters[index].name));
  }

  /// A copy of the reader is what the compiler can keep in registers.
  template <std::size_t... Index>
  static void invoke_wired(call& running, std::index_sequence<Index...>) {
    [[maybe_unused]] texts_type texts;
    if constexpr (has_texts)
      if (!find_texts(*running.reader, running.env(), running.take_argument(0), texts))
        return running.reader->decline();
    auto reader = *running.reader;
    [[maybe_unused]] kept_arguments<std::index_sequence<Index...>, kept<Parameters>...> arguments{
        {read_wired<bare<Parameters>>(reader, running, Index)}...};
    if (reader.declined()) return running.reader->decline();
    if (!find_receiver(running)) return;
    call_with<Parameters...>(running, kept_at<Index>(arguments)...);
  }

  template <class... Parameter, class... Kept>
  static void call_with(call& running, Kept&... kept_values) {
    if constexpr (std::is_void_v<Result>)
      callable_of(running)(running, passed<Parameter>(kept_values)...);
    else
      give_result<Result>(running, callable_of(running)(running, passed<Parameter>(kept_values)...));
  }

  /// A stub must give way before any argument that it passed as such is read: none is read twice.
  static bool declines(call& running) {
    if (!running.reader) return false;
    auto reader = *running.reader;
    std::size_t index = 0;
    ((try_wired<Parameters>(reader, running, index)), ...);
    if (reader.declined()) running.reader->decline();
    return reader.declined();
  }

  template <class Parameter>
  static void try_wired(wire_reader& reader, call const& running, std::size_t& index) {
    if constexpr (is_injected<bare<Parameter>>)
      return;
    else {
      if constexpr (comes_by_wire<bare<Parameter>>) (void)read_wired<bare<Parameter>>(reader, running, index);
      ++index;
    }
  }

  template <std::size_t... Index>
  static void invoke(call& running, std::index_sequence<Index...> indexes) {
    [[maybe_unused]] texts_type texts;
    if constexpr (has_texts)
      if (running.reader && !find_texts(*running.reader, running.env(), running.take_argument(0), texts))
        return running.reader->decline();
    if constexpr (!is_wired && (is_wired_argument<Parameters>() || ...))
      if (declines(running)) return;
    learn_library<bare<Result>>(running.environment);
    (learn_library<bare<Parameters>>(running.environment), ...);
    // Braces evaluate in order, and make the arguments where they stay.
    [[maybe_unused]] kept_arguments<std::index_sequence<Index...>, kept<Parameters>...> arguments{
        {read_parameter<Parameters>(running, argument_index<Index>)}...};
    // A lean signature with defaults comes here from its stub.
    if constexpr (is_lean && sizeof...(Parameters) > 0)
      if (running.reader && running.reader->declined()) return;
    if (!find_receiver(running)) return;
    (claim_argument<Parameters>(running.environment, kept_at<Index>(arguments)), ...);
    if constexpr (has_spans && reading_can_run_js) (refresh(kept_at<Index>(arguments)), ...);
    call_with_spans(running, indexes, arguments,
                    [&](auto&... kept_values) { call_with<Parameters...>(running, kept_values...); });
  }

  /// Calls with all arguments, whose spans stay what they are meanwhile.
  template <std::size_t... Index, class Arguments, class Call>
  static void call_with_spans(call_target const& running, std::index_sequence<Index...>,
                              [[maybe_unused]] Arguments& arguments, Call const& call) {
    if constexpr (has_spans && can_run_js) (isolate(kept_at<Index>(arguments)), ...);
    // Scripts must not run while the function looks into their buffers.
    using loan = std::conditional_t<has_spans && !can_run_js, environment::buffer_loan, no_scope>;
    [[maybe_unused]] loan const lent(running.environment);
    call(kept_at<Index>(arguments)...);
    if constexpr (has_spans && can_run_js) (commit(kept_at<Index>(arguments)), ...);
  }

  template <class Parameter, class Kept>
  static void claim_argument(environment& in, Kept& argument) {
    if constexpr (!is_injected<bare<Parameter>>)
      if constexpr (has_claims<bare<Parameter>>()) claim(in, argument);
  }

  template <class Kept>
  static void refresh(Kept& argument) {
    if constexpr (isolatable<Kept>) argument.refresh();
  }

  template <class Kept>
  static void isolate(Kept& argument) {
    if constexpr (isolatable<Kept>) argument.isolate();
  }

  template <class Kept>
  static void commit(Kept& argument) {
    if constexpr (isolatable<Kept>) argument.commit();
  }
};

}  // namespace detail
}  // namespace tendon
