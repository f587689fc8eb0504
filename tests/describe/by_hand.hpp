#pragma once

#include <tendon/describe/description.hpp>

#include <memory>
#include <string>
#include <utility>
#include <vector>

/// Descriptions made by hand, for tests of what is written from them. Nothing here needs a caster.
namespace by_hand {

using form = tendon::type_description::kind;

inline constexpr tendon::type_description nothing{.ts_in = "void", .ts_out = "void"};
inline constexpr tendon::type_description number{
    .cpp_name = "double", .ts_in = "number", .ts_out = "number", .kinds = tendon::js_kind::number};
inline constexpr tendon::type_description string{
    .cpp_name = "std::string", .ts_in = "string", .ts_out = "string", .kinds = tendon::js_kind::string};
/// What JavaScript may pass is more than what C++ gives.
inline constexpr tendon::type_description wide{.ts_in = "number | bigint", .ts_out = "number"};

template <tendon::type_description const&... Part>
inline constexpr tendon::type_description const* parts[] = {&Part...};

template <tendon::type_description const& Part>
inline constexpr tendon::type_description optional{
    .cpp_name = "std::optional",
    .ts_in = "$ | null | undefined",
    .ts_out = "$ | undefined",
    .optional = true,
    .parts = parts<Part>,
    .kinds = tendon::detail::kinds_of_text("$ | null | undefined")};

template <tendon::type_description const& Part>
inline constexpr tendon::type_description array{
    .ts_in = "readonly $[]", .ts_out = "$[]", .parts = parts<Part>};

template <tendon::type_description const& Part>
inline constexpr tendon::type_description rest{
    .ts_in = "$[]", .optional = true, .takes_rest = true, .parts = parts<Part>};

template <tendon::type_description const& Result, tendon::type_description const&... Parameter>
inline constexpr tendon::type_description function{.form = form::function,
                                                   .parts = parts<Result, Parameter...>};

inline tendon::parameter_description parameter(std::string name,
                                               tendon::type_description const& type = number) {
  tendon::parameter_description made;
  made.name = std::move(name);
  made.type = &type;
  return made;
}

inline tendon::parameter_description with_default(tendon::parameter_description made, std::string literal) {
  made.default_value = std::make_shared<int>();
  made.default_literal = std::move(literal);
  return made;
}

inline tendon::signature_description signature(std::vector<tendon::parameter_description> parameters = {},
                                               tendon::type_description const& result = nothing) {
  tendon::signature_description made;
  made.parameters = std::move(parameters);
  made.result = &result;
  return made;
}

inline tendon::signature_description with_doc(tendon::signature_description made, std::string doc) {
  made.doc = std::move(doc);
  return made;
}

inline tendon::function_description& add_function(tendon::description& addon, std::string name,
                                                  tendon::signature_description made = signature()) {
  addon.exports.push_back({tendon::description::export_kind::function, addon.functions.size()});
  auto& added = addon.functions.emplace_back();
  added.name = std::move(name);
  added.overloads.push_back(std::move(made));
  return added;
}

inline tendon::value_description& add_value(tendon::description& addon, std::string name,
                                            tendon::type_description const& type = number,
                                            std::string literal = {}) {
  addon.exports.push_back({tendon::description::export_kind::value, addon.values.size()});
  auto& added = addon.values.emplace_back();
  added.name = std::move(name);
  added.source = signature({}, type);
  added.literal = std::move(literal);
  return added;
}

/// Makes a function `module.exports` itself.
inline void assign(tendon::description& addon, std::string name,
                   tendon::signature_description made = signature()) {
  add_function(addon, std::move(name), std::move(made));
  addon.assignment = addon.exports.back().index;
  addon.exports.pop_back();
}

}  // namespace by_hand
