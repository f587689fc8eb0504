#pragma once

#include <string>
#include <string_view>

namespace [[gnu::visibility("hidden")]] tendon {
namespace detail {

/// What arrays of results are made of: literals, whose elements are their own and so out of reach of setters
/// on prototypes. Longer ones rely on there being none, which is asked first.
[[gnu::cold]] inline std::string blank_arrays() {
  std::string text =
      "const blank = (list) => (count) => {\n"
      "  if (count > 1024)\n"
      "    return own_keys(array_prototype)[0] === 'length' && own_keys(object_prototype)[0] === "
      "'constructor'\n"
      "      ? new array(count)\n"
      "      : apply(from, array, [{ __proto__: null, length: count }]);\n"
      "  const result = list[count <= 16 ? 0 : count <= 128 ? 1 : 2]();\n"
      "  result.length = count;\n"
      "  return result;\n"
      "};\n";
  for (auto const numbers : {true, false}) {
    text += numbers ? "const blank_numbers = blank([" : "const blank_values = blank([";
    for (auto const count : {16, 128, 1024}) {
      text += "() => [";
      for (int i = 0; i < count; ++i) text += numbers ? ".5," : "null,";
      text += "], ";
    }
    text += "]);\n";
  }
  return text;
}

/// What packers and unpackers share. A packer gives `packed` when all is in the frame, and adds texts to
/// `texts`. `tail` is where the cells stand that an unpacker reads next, `given_texts` has its texts. What
/// resumes reading gives the generic tier the values that were read, and for the rest asks the original.
inline constexpr std::string_view wire_helpers = R"js(const packed = {};
const proxy = Proxy;
let tail = 0;
let texts = '';
let given_texts = '';
const date = Date;
const get_time = bind.call(call, date.prototype.getTime);
const time_of = (value) => {
  try {
    return get_time(value);
  } catch {
    return undefined;
  }
};
const time_within = (value, most) => {
  const time = time_of(value);
  return time <= most && time >= -most;
};
const substring = bind.call(call, String.prototype.substring);
const text_at = (start, length) => substring(given_texts, start, start + length);
const resume = (object, names, values) => {
  const result = {};
  for (let i = 0; i < names.length; i++)
    defineProperty(result, names[i], i < values.length
      ? { __proto__: null, value: values[i] }
      : { __proto__: null, get: () => object[names[i]] });
  return result;
};
const resume_flat = (object, shape, values, count) => {
  let next = 0;
  const copy = (object, shape) => {
    const result = {};
    for (let i = 0; i < shape.length; i += 2) {
      const name = shape[i];
      const inner = shape[i + 1];
      const is_read = next < count;
      const value = is_read ? values[next++] : undefined;
      const is_copied = is_read && inner !== null && typeof value === 'object' && value !== null;
      defineProperty(result, name, is_read
        ? { __proto__: null, value: is_copied ? copy(value, inner) : value }
        : { __proto__: null, get: () => object[name] });
    }
    return result;
  };
  return copy(object, shape);
};
const resume_list = (list, length, values) => new proxy([], { __proto__: null, get: (_, name) =>
  name === 'length' ? length : has_own(values, name) ? values[name] : list[name] });
const resume_array = (list, count, position, value, read) => {
  const result = [];
  for (let i = 0; i < count; i++)
    defineProperty(result, i, i > position
      ? { __proto__: null, get: () => list[i] }
      : { __proto__: null, value: i < position ? read(i) : value });
  return result;
};
)js";

}  // namespace detail
}  // namespace tendon
