#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>

#include "arguments.hpp"
#include "call.hpp"
#include "lean.hpp"
#include "results.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

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
  /// is read twice then, if any of it may be declined.
  template <std::size_t... Index>
  static fast_outcome invoke_lean(lean_call& running, double* result, std::index_sequence<Index...> indexes) {
    [[maybe_unused]] auto* next = running.values;
    using pins = std::conditional_t<(is_pinned_argument<Parameters>() || ...), objects::call_scope, no_scope>;
    [[maybe_unused]] pins const pinned(running.environment.wrapped_objects());
    wire_reader reader(running.environment, running.cells, nullptr, nullptr);
    [[maybe_unused]] texts_type texts;
    if constexpr (has_texts)
      if (!find_texts(reader, running.env(), *next++, texts)) return fast_outcome::declined;
    if constexpr (!is_wired && (may_be_declined<Parameters>() || ...)) {
      auto trial = reader;
      (try_wired<Parameters>(trial, running, Index), ...);
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
    if constexpr (result_reference<Result>) {
      return give_lean_reference(running, given);
    } else if constexpr (goes_in_cells<Result>() && !sends_texts<Result>()) {
      wire_writer writer(result, nullptr, 0, nullptr);
      caster<bare<Result>>::to_wire(writer, given);
      return fast_outcome::in_frame;
    } else {
      if constexpr (sends_texts<Result>()) {
        given_texts texts;
        wire_writer writer(result, nullptr, 0, &texts);
        caster<bare<Result>>::to_wire(writer, given);
        if (writer.fits()) {
          running.result = texts.take(running.env());
          return fast_outcome::in_frame;
        }
      }
      running.result = plain_result_to_js<Result>(running, std::forward<Given>(given));
      return fast_outcome::returned;
    }
  }

  template <class Parameter>
  static kept<Parameter> read_lean(lean_call const& running, wire_reader& reader, napi_value const*& next,
                                   std::size_t index) {
    if constexpr (is_wired_argument<Parameter>())
      return read_wired<bare<Parameter>>(reader, running, index);
    else
      return read_value<bare<Parameter>>(running.env(), *next++, running.signature.parameters[index]);
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
  template <std::size_t... Index>
  static bool declines(call& running, std::index_sequence<Index...>) {
    if (!running.reader) return false;
    auto reader = *running.reader;
    (try_wired<Parameters>(reader, running, argument_index<Index>), ...);
    if (reader.declined()) running.reader->decline();
    return reader.declined();
  }

  template <class Parameter>
  static void try_wired(wire_reader& reader, call_target const& running, std::size_t index) {
    if constexpr (is_wired_argument<Parameter>()) (void)read_wired<bare<Parameter>>(reader, running, index);
  }

  template <std::size_t... Index>
  static void invoke(call& running, std::index_sequence<Index...> indexes) {
    [[maybe_unused]] texts_type texts;
    if constexpr (has_texts)
      if (running.reader && !find_texts(*running.reader, running.env(), running.take_argument(0), texts))
        return running.reader->decline();
    if constexpr (!is_wired && (may_be_declined<Parameters>() || ...))
      if (declines(running, indexes)) return;
    learn_library<bare<Result>>(running.environment);
    (learn_library<bare<Parameters>>(running.environment), ...);
    // Braces evaluate in order, and make the arguments where they stay.
    [[maybe_unused]] kept_arguments<std::index_sequence<Index...>, kept<Parameters>...> arguments{
        {read_parameter<Parameters>(running, argument_index<Index>)}...};
    // A lean signature comes here from a stub whose cells stand behind those of others.
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
