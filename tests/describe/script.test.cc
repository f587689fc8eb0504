#include <tendon/describe/script.hpp>

#include <doctest/doctest.h>

#include <string>

#include "by_hand.hpp"

using by_hand::add_function;
using by_hand::add_value;
using by_hand::number;
using by_hand::parameter;
using by_hand::signature;
using by_hand::with_default;
using tendon::description;
using tendon::function_description;
using tendon::function_kind;
using tendon::detail::declared_parameters;
using tendon::detail::plan_bound_functions;
using tendon::detail::write_script;

namespace {

auto const optional_number = parameter("o", by_hand::optional<number>);

function_description function_of(tendon::signature_description made) {
  function_description function;
  function.overloads.push_back(std::move(made));
  return function;
}

/// The line of a script that starts so.
std::string line_of(std::string const& script, std::string const& start) {
  auto const at = script.find("\n" + start) + 1;
  return at == 0 ? "" : script.substr(at, script.find('\n', at) - at);
}

std::string script_of_name(std::string const& name) {
  description addon;
  add_function(addon, name);
  return write_script(addon);
}

std::size_t count_of(std::string const& text, std::string const& wanted) {
  std::size_t count = 0;
  for (auto at = text.find(wanted); at != std::string::npos; at = text.find(wanted, at + 1)) ++count;
  return count;
}

}  // namespace

TEST_CASE("a script makes functions by factories, defines the exports and the typings, and is named") {
  description addon;
  addon.name = "geometry";
  add_function(addon, "area",
               signature({parameter("width"), with_default(parameter("height"), "1")}, number));
  add_value(addon, "VERSION");
  add_function(addon, "reset");
  auto const script = write_script(addon);
  CHECK(
      script.starts_with("((enter, enter_cells, enter_values, enter_bound, header, cells, integers, exports) "
                         "=> {\n'use strict';\n"));
  CHECK(script.substr(script.find("let top")) == R"js(let top = 64;
const make_0 = (name, index) => ({ __proto__: null, [name](a0, a1 = undefined) {
  header[0] = index;
  header[1] = arguments.length;
  return enter(this, a0, a1);
} })[name];
const make_1 = (name, index) => ({ __proto__: null, [name]() {
  header[0] = index;
  header[1] = arguments.length;
  return enter(this);
} })[name];
const makers = [make_0, make_1];
const finish = (values) => {
const target = exports;
const define = (to, name, value) => {
  if (name in to) defineProperty(to, name,
    { __proto__: null, value, writable: true, enumerable: true, configurable: true });
  else to[name] = value;
};
const define_functions = (to, names, functions, index) => {
  for (let i = 0; i < names.length; i++)
    define(to, names[i], makers[functions[i]](names[i], index + i));
};
const modules = [];
define_functions(target, ["area"], [0], 0);
define(target, "VERSION", values[0]);
define_functions(target, ["reset"], [1], 1);
defineProperty(target, Symbol.for('tendon.typings'),
  { __proto__: null, get() { header[0] = -1; return enter(); }, configurable: true });
return target;
};
return [finish, wrap, blank_values, is_list, collections, make_error];
})
//# sourceURL=tendon:geometry
)js");
}

TEST_CASE("an assigned function is the target that the other exports are defined on") {
  description addon;
  add_function(addon, "measure", signature({parameter("x")}));
  by_hand::assign(addon, "create", signature({parameter("x")}));
  auto const script = write_script(addon);
  CHECK(line_of(script, "const target") == R"(const target = make_0("create", 1);)");
  CHECK(line_of(script, "define_functions(") == R"(define_functions(target, ["measure"], [0], 0);)");
  CHECK(count_of(script, "\ndefine_functions(") == 1);
}

TEST_CASE("a function declares its parameters; those that can be left out have a default") {
  CHECK(declared_parameters(function_of(signature())) == "");
  CHECK(declared_parameters(function_of(signature({parameter("a"), parameter("b")}))) == "a0, a1");
  CHECK(declared_parameters(function_of(signature({parameter("a"), optional_number}))) ==
        "a0, a1 = undefined");
  CHECK(declared_parameters(function_of(signature({with_default(parameter("a"), "1")}))) == "a0 = undefined");
  CHECK(declared_parameters(function_of(signature({optional_number, parameter("a")}))) == "a0, a1");
}

TEST_CASE("overloads declare the most parameters, of which the fewest must be passed") {
  auto function = function_of(signature({parameter("a"), parameter("b"), parameter("c")}));
  function.overloads.push_back(signature({parameter("a"), optional_number}));
  CHECK(declared_parameters(function) == "a0, a1 = undefined, a2 = undefined");
}

TEST_CASE("the array of all other arguments stands behind the parameters of all overloads") {
  auto function = function_of(signature({parameter("a"), parameter("r", by_hand::rest<by_hand::number>)}));
  CHECK(declared_parameters(function) == "a0, ...a1");
  function.overloads.push_back(signature({parameter("a", by_hand::string), parameter("b"), parameter("c")}));
  CHECK(declared_parameters(function) == "a0, a1 = undefined, a2 = undefined, ...a3");
}

TEST_CASE("functions of one text share a factory") {
  description addon;
  add_function(addon, "f", signature({parameter("a")}));
  add_function(addon, "g", signature({parameter("b")}));
  add_function(addon, "h", signature({parameter("a"), parameter("b")}));
  auto const script = write_script(addon);
  CHECK(count_of(script, "const make_0") + count_of(script, "const make_1") == 2);
  CHECK(count_of(script, "const make_2") == 0);
  CHECK(line_of(script, "define_functions(") ==
        R"(define_functions(target, ["f", "g", "h"], [0, 0, 1], 0);)");
}

TEST_CASE("functions that enter C++ by different ways have factories of their own") {
  description addon;
  add_function(addon, "lean");
  add_function(addon, "usual");
  add_function(addon, "generic");
  addon.functions[0].overloads.front().stub = {.exists = true, .is_lean = true};
  addon.functions[1].overloads.front().stub = {.exists = true};
  auto const script = write_script(addon);
  CHECK(line_of(script, "define_functions(") ==
        R"(define_functions(target, ["lean", "usual", "generic"], [0, 1, 2], 0);)");
  CHECK(count_of(script, "const given = enter_cells();") == 1);
  CHECK(count_of(script, "const given = enter();") == 1);
}

TEST_CASE("without fast bodies functions are bound, unless they need `this` or an array of arguments") {
  description addon;
  add_function(addon, "bound", signature({parameter("a"), optional_number}));
  add_function(addon, "receives").overloads.front().takes_this = true;
  add_function(addon, "collects", signature({parameter("r", by_hand::rest<by_hand::number>)}));
  add_function(addon, "member").kind = function_kind::method;
  add_function(addon, "free").kind = function_kind::static_method;
  plan_bound_functions(addon);
  auto const script = write_script(addon);
  CHECK(
      line_of(script, "define_functions(") ==
      R"(define_functions(target, ["bound", "receives", "collects", "member", "free"], [0, 1, 2, 3, 4], 0);)");
  CHECK(line_of(script, "const make_0") == "const make_0 = (name, index) => bound(name, index, 1);");
  CHECK(line_of(script, "const make_4") == "const make_4 = (name, index) => bound(name, index, 0);");
  CHECK(count_of(script, "=> bound(") == 2);
}

TEST_CASE("a name stands in the script as a literal only") {
  auto const names_of = [](std::string const& name) {
    return line_of(script_of_name(name), "define_functions(");
  };
  CHECK(names_of("a\"b\\c") == R"js(define_functions(target, ["a\"b\\c"], [0], 0);)js");
  CHECK(names_of("a\nb\r\t") == R"js(define_functions(target, ["a\u000ab\u000d\u0009"], [0], 0);)js");
  CHECK(names_of("`${x}`'") == R"js(define_functions(target, ["`${x}`'"], [0], 0);)js");
  CHECK(names_of("__proto__") == R"js(define_functions(target, ["__proto__"], [0], 0);)js");
  CHECK(names_of("a\xe2\x80\xa8\xe2\x80\xa9") ==
        R"js(define_functions(target, ["a\u2028\u2029"], [0], 0);)js");
}

TEST_CASE("the name of an addon can't leave the line of its sourceURL") {
  description addon;
  addon.name = "a b\nalert(1)//größe";
  auto const script = write_script(addon);
  CHECK(script.ends_with("\n//# sourceURL=tendon:a_b_alert_1___gr____e\n"));
}

TEST_CASE("the name of an addon appears nowhere else") {
  description addon;
  addon.name = "geometry";
  CHECK(count_of(write_script(addon), "geometry") == 1);
}
