#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "description.hpp"
#include "shells.hpp"

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// What the native side leaves in the header of the frame beside the slot of an object: how the object that
/// is about to be stamped is held; see env/bursts.hpp. From `by_new_token` on it is the number of a new
/// token, which the script leaves in the header once it holds the token: it may come to no stamping.
enum class holding : std::int32_t { by_itself = 0, by_current_token = 1, by_new_token = 2 };

/// Stamps objects with their slot of the native object table. A private field is the one brand that no script
/// can forge, and `super` returns any object to be stamped (a derived class makes no object of its own).
/// `held` is what must live as long as the object: a token that stands for it, or what it uses.
inline constexpr std::string_view brand_opening = R"js(class returned extends null {
  constructor(object) { return object; }
}
class brand extends returned {
  #slot;
  #held;
  constructor(object, slot, held) {
    super(object);
    this.#slot = slot;
    this.#held = held;
  }
  static {
)js";

/// Makes of a native object that was just created, or is given, a stamped JavaScript object. `adopted` is the
/// slot of an object that a class is asked to wrap instead of creating one; never 0 then.
inline constexpr std::string_view class_helpers = R"js(const slot_of = (object) =>
  typeof object === 'object' && object !== null && #slot in object ? object.#slot : -1;
const hold = (object, more) => { object.#held = [object.#held, more]; };
let token;
let turn_ends = false;
const end_turn = async () => {
  turn_ends = true;
  await undefined;
  turn_ends = false;
  token = undefined;
  header[4] += 1;
  header[7] = 0;
};
const stamp = (object, held) => {
  const slot = header[2];
  const how = header[3];
  if (how === 1) {
    held = token;
  } else if (how > 1) {
    token = held;
    header[7] = how;
    if (!turn_ends) end_turn();
  }
  new brand(object, slot, held);
};
let adopted = false;
let adopted_held;
const adopt = (made, held) => {
  adopted = true;
  adopted_held = held;
  try {
    return new made();
  } finally {
    adopted = false;
    adopted_held = undefined;
  }
};
const stamp_adopted = (object) => {
  const held = adopted_held;
  adopted = false;
  adopted_held = undefined;
  stamp(object, held);
};
const method = (made, name, value) => defineProperty(made, name,
  { __proto__: null, value, writable: true, enumerable: false, configurable: true });
const property = (made, name, get, set) => defineProperty(made.prototype, name,
  { __proto__: null, get, set, enumerable: false, configurable: true });
)js";

/// The class itself: a real class, or a function when it may be called without `new`.
[[gnu::cold]] inline std::string class_expression(shell_writer& shells, description const& addon,
                                                  class_description const& made, std::string const& local) {
  auto const can_be_constructed = made.constructor != description::none;
  auto const parameters =
      can_be_constructed ? declared_parameters(addon.functions[made.constructor]) : std::string();
  auto const making = can_be_constructed ? shells.constructor_body(made.constructor)
                                         : composed("  throw no_constructor($1);\n", {in_quotes(made.name)});
  return composed(made.callable_without_new
                      ? "function ($1) {\n"
                        "  if (new.target === undefined) return construct($2, arguments);\n"
                        "  if (adopted) return void stamp_adopted(this);\n"
                        "$3}"
                      : "class {\n"
                        "  constructor($1) {\n"
                        "  if (adopted) return void stamp_adopted(this);\n"
                        "$3} }",
                  {parameters, local, making});
}

[[gnu::cold]] inline std::string class_member_text(shell_writer& shells, class_member const& each,
                                                   std::string const& local) {
  auto const name = in_quotes(each.name);
  auto const made = [&shells](std::size_t index) {
    return index == description::none ? std::string("undefined") : shells.made(index);
  };
  switch (each.form) {
    case class_member::kind::method:
      return composed("method($1.prototype, $2, $3);\n", {local, name, made(each.index)});
    case class_member::kind::static_method:
      return composed("method($1, $2, $3);\n", {local, name, made(each.index)});
    case class_member::kind::accessor:
      return composed("property($1, $2, $3, $4);\n", {local, name, made(each.index), made(each.setter)});
    case class_member::kind::constant:
      break;
  }
  return {};
}

/// What classes get when the constants are there.
inline std::string class_constants(description const& addon) {
  std::string text;
  for (std::size_t i = 0; i < addon.classes.size(); ++i)
    for (auto const& each : addon.classes[i].members)
      if (each.form == class_member::kind::constant)
        append(text,
               "defineProperty(class_$1, $2, { __proto__: null, value: values[$3], enumerable: true });\n",
               {i, in_quotes(each.name), each.index});
  return text;
}

/// One class with its members, as a constant `class_<index>`. Its name is a computed key, never pasted.
[[gnu::cold]] inline std::string class_text(shell_writer& shells, description const& addon,
                                            std::size_t index) {
  auto const& made = addon.classes[index];
  auto const local = composed("class_$1", {index});
  auto text = composed("const $1 = { [$2]: $3 }[$2];\n",
                       {local, in_quotes(made.name), class_expression(shells, addon, made, local)});
  if (made.callable_without_new)
    append(text, "defineProperty($1, 'prototype', { __proto__: null, writable: false });\n", {local});
  for (auto const& each : made.members) text += class_member_text(shells, each, local);
  append(text, "if (dispose) method($1.prototype, dispose, $2);\n", {local, shells.made(made.dispose)});
  return text;
}

/// All classes, and the list of them in their order.
[[gnu::cold]] inline std::string classes_text(shell_writer& shells, description const& addon) {
  std::string text = "const { dispose } = Symbol;\n";
  text +=
      "const WrongUse = TypeError;\n"
      "const no_constructor = (name) => new WrongUse(`${name} can't be constructed by JavaScript`);\n";
  std::string list;
  for (std::size_t i = 0; i < addon.classes.size(); ++i) {
    text += class_text(shells, addon, i);
    append(list, i > 0 ? ", class_$1" : "class_$1", {i});
  }
  append(text, "const classes = [$1];\n", {list});
  return text;
}

}  // namespace detail
}  // namespace tendon
