#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "class_properties.hpp"
#include "description.hpp"
#include "hierarchy.hpp"
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

/// `mark_uncloneable` lets structuredClone and postMessage refuse an object, which would else arrive without
/// what it is, where the runtime has the means: Node.js from 22.10 on. Asked for when there is the first
/// object.
///
/// Makes of a native object that was just created, or is given, a stamped JavaScript object. `adopted`: a
/// class is asked to wrap an object instead of creating one. Classes that extend each other are asked by
/// `derive`, which no script can pass, to leave the object as it is: then a constructor that scripts put
/// between them sees nothing of it.
inline constexpr std::string_view class_helpers = R"js(const slot_of = (object) =>
  typeof object === 'object' && object !== null && #slot in object ? object.#slot : -1;
const hold = (object, more) => { object.#held = [object.#held, more]; };
const { getBuiltinModule: builtin_module } = typeof process === 'object' ? process : {};
let mark_uncloneable = (object) => {
  const { markAsUncloneable: mark } = builtin_module?.('node:worker_threads') ?? {};
  mark_uncloneable = mark ?? (() => {});
  mark_uncloneable(object);
};
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
  mark_uncloneable(object);
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
const derive = { __proto__: null };
const only_derive = [derive];
const adopt_of = (index, held) => {
  const root = roots[index];
  if (root === undefined) return adopt(classes[index], held);
  const object = construct(root, only_derive, classes[index]);
  stamp(object, held);
  return object;
};
const copy_members = (to, from, end) => {
  for (; from !== end; from = get_prototype_of(from)) {
    const keys = own_keys(from);
    for (let i = 0; i < keys.length; i++) {
      let known = to;
      while (known !== end && !has_own(known, keys[i])) known = get_prototype_of(known);
      if (known === end) defineProperty(to, keys[i],
        { __proto__: null, ...getOwnPropertyDescriptor(from, keys[i]) });
    }
  }
};
const natives = [];
const natives_of = (from) => {
  const found = { __proto__: null };
  for (; from !== object_prototype; from = get_prototype_of(from)) {
    const keys = own_keys(from);
    for (let i = 0; i < keys.length; i++)
      if (!(keys[i] in found)) found[keys[i]] = getOwnPropertyDescriptor(from, keys[i]).value;
  }
  return found;
};
const find_override = (object, index, name) => {
  const found = object[name];
  return typeof found === 'function' && found !== natives[index][name] ? found : undefined;
};
const is_extended = (object, index) => get_prototype_of(object) !== classes[index].prototype;
const method = (made, name, value) => defineProperty(made, name,
  { __proto__: null, value, writable: true, enumerable: false, configurable: true });
const iterating = (elements) => ({ __proto__: null,
  [iterator]() { return apply(array_values, apply(elements, this, []), []); } })[iterator];
const name_of = (object, name) => {
  const { constructor } = object;
  return typeof constructor === 'function' && constructor.name !== '' ? constructor.name : name;
};
const print = (made) => method(made.prototype, inspect_custom, function () { return this.toString(); });
const read_properties = (object, names, to) => {
  for (let i = 0; i < names.length; i++) defineProperty(to, names[i],
    { __proto__: null, value: object[names[i]], writable: true, enumerable: true, configurable: true });
  return to;
};
const show = (made, name, names) => method(made.prototype, inspect_custom,
  function (depth, options, inspect) {
    const shown = name_of(this, name);
    if (depth < 0) return `[${shown}]`;
    if (slot_of(this) < 0) return `${shown} {}`;
    let properties;
    try {
      properties = read_properties(this, names, { ...this });
    } catch (error) {
      return `${shown} <${error.message}>`;
    }
    return `${shown} ${inspect(properties, { ...options, depth })}`;
  });
const show_json = (made, names) => method(made.prototype, 'toJSON',
  { toJSON() { return read_properties(this, names, {}); } }.toJSON);
const property = (made, name, get, set) => defineProperty(made.prototype, name,
  { __proto__: null, get, set, enumerable: false, configurable: true });
)js";

/// What a constructor with these parameters does before it makes an object.
[[gnu::cold]] inline std::string adopting_text(class_description const& made, std::string_view parameters) {
  if (!is_in_hierarchy(made)) return "  if (adopted) return void stamp_adopted(this);\n";
  std::string text = made.bases.empty() ? "" : "  super(derive);\n";
  if (made.bases.empty() || made.is_extended)
    append(text, "  if ($1 === derive) return;\n", {parameters.starts_with("...") ? "a0[0]" : "a0"});
  return text;
}

/// The class itself: a real class, or a function when it may be called without `new`.
[[gnu::cold]] inline std::string class_expression(shell_writer& shells, description const& addon,
                                                  class_description const& made, std::string const& local) {
  auto const can_be_constructed = made.constructor != description::none;
  auto parameters =
      can_be_constructed ? declared_parameters(addon.functions[made.constructor]) : std::string();
  // One to see `derive` by, which does not count in the `length`.
  if (parameters.empty() && is_in_hierarchy(made)) parameters = "a0 = undefined";
  auto making = can_be_constructed ? shells.constructor_body(made.constructor)
                                   : composed("  throw no_constructor($1);\n", {in_quotes(made.name)});
  if (made.is_abstract && can_be_constructed)
    making.insert(
        0, composed("  if (new.target === $1) throw is_abstract($2);\n", {local, in_quotes(made.name)}));
  auto const adopting = adopting_text(made, parameters);
  if (made.callable_without_new)
    return composed(
        "function ($1) {\n"
        "  if (new.target === undefined) return construct($2, arguments);\n"
        "$3$4}",
        {parameters, local, adopting, making});
  auto const heritage =
      made.bases.empty() ? std::string() : composed(" extends class_$1", {made.bases.front().index});
  return composed(
      "class$1 {\n"
      "  constructor($2) {\n"
      "$3$4} }",
      {heritage, parameters, adopting, making});
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
    case class_member::kind::iterator:
      return composed("method($1.prototype, iterator, iterating($2));\n", {local, made(each.index)});
    case class_member::kind::constant:
      break;
  }
  return {};
}

/// How a class shows its objects.
[[gnu::cold]] inline std::string showing_text(description const& addon, class_description const& made,
                                              std::string const& local) {
  shown_properties const properties(addon, made);
  std::string names, text;
  for (auto const* each : properties.all)
    append(names, names.empty() ? "$1" : ", $1", {in_quotes(each->name)});
  if (made.is_printed)
    append(text, "print($1);\n", {local});
  else if (!names.empty())
    append(text, "show($1, $2, [$3]);\n", {local, in_quotes(made.name), names});
  if (properties.has_json) append(text, "show_json($1, [$2]);\n", {local, names});
  return text;
}

/// What classes get when the constants are there: those, and the members of all bases but the first.
inline std::string class_constants(description const& addon) {
  std::string text;
  for (std::size_t i = 0; i < addon.classes.size(); ++i)
    for (auto const& each : addon.classes[i].members)
      if (each.form == class_member::kind::constant)
        append(text,
               "defineProperty(class_$1, $2, { __proto__: null, value: values[$3], enumerable: true });\n",
               {i, in_quotes(each.name), each.index});
  for (auto const index : classes_in_order(addon)) {
    auto const& bases = addon.classes[index].bases;
    for (std::size_t i = 1; i < bases.size(); ++i)
      append(text,
             "copy_members(class_$1.prototype, class_$2.prototype, object_prototype);\n"
             "copy_members(class_$1, class_$2, function_prototype);\n",
             {index, bases[i].index});
    if (addon.classes[index].is_overridable)
      append(text, "natives[$1] = natives_of(class_$1.prototype);\n", {index});
  }
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
  append(text,
         "if (dispose) method($1.prototype, dispose, $2);\n"
         "defineProperty($1.prototype, to_string_tag, { __proto__: null, value: $3, configurable: true });\n",
         {local, shells.made(made.dispose), in_quotes(made.name)});
  text += showing_text(addon, made, local);
  return text;
}

/// All classes, and the list of them in their order.
[[gnu::cold]] inline std::string classes_text(shell_writer& shells, description const& addon) {
  std::string text =
      "const { dispose, iterator, toStringTag: to_string_tag } = Symbol;\n"
      "const { [iterator]: array_values } = array_prototype;\n"
      "const inspect_custom = Symbol.for('nodejs.util.inspect.custom');\n";
  text +=
      "const WrongUse = TypeError;\n"
      "const no_constructor = (name) => new WrongUse(`${name} can't be constructed by JavaScript`);\n"
      "const is_abstract = (name) => new WrongUse(\n"
      "  `${name} is abstract: only a class that extends it can be constructed`);\n";
  for (auto const index : classes_in_order(addon)) text += class_text(shells, addon, index);
  std::string list, roots;
  for (std::size_t i = 0; i < addon.classes.size(); ++i) {
    append(list, i > 0 ? ", class_$1" : "class_$1", {i});
    if (i > 0) roots += ", ";
    if (is_in_hierarchy(addon.classes[i]))
      append(roots, "class_$1", {root_of(addon, i)});
    else
      roots += "undefined";
  }
  append(text, "const classes = [$1];\nconst roots = [$2];\n", {list, roots});
  return text;
}

}  // namespace detail
}  // namespace tendon
