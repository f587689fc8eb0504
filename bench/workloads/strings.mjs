import assert from 'node:assert/strict';

const texts = { ascii: 'The quick ', unicode: 'žluťoučký ' };
const sizes = [10, 100, 1000];

/** Sixteen different flat strings of that many characters. */
const several = (kind, size) =>
  Array.from({ length: 16 }, (_, i) => {
    const text = texts[kind].repeat(size / 10).slice(1) + String.fromCharCode(97 + i);
    return Buffer.from(text).toString();
  });

const label = { ascii: 'ASCII', unicode: 'not ASCII' };

const weightOf = (text) => {
  const bytes = Buffer.from(text);
  return bytes.length + bytes[0] + bytes.at(-1);
};

const input = (kind, size) => ({
  name: `string in, ${size} characters, ${label[kind]}`,
  isLong: size === 1000,
  uses: ['textWeight'],
  check({ textWeight }) {
    for (const text of several(kind, size)) assert.equal(textWeight(text), weightOf(text));
  },
  setup: ({ textWeight }) => ({ textWeight, strings: several(kind, size) }),
  run({ textWeight, strings }, count) {
    let total = 0;
    for (let i = 0; i < count; ++i) total = (total + textWeight(strings[i & 15])) | 0;
    return total;
  },
});

const output = (kind, size) => ({
  name: `string out, ${size} characters, ${label[kind]}`,
  isLong: size === 1000,
  uses: [`${kind}${size}`],
  check: (addon) => assert.equal(addon[`${kind}${size}`](), texts[kind].repeat(size / 10)),
  setup: (addon) => ({ make: addon[`${kind}${size}`], results: several(kind, size) }),
  run({ make, results }, count) {
    for (let i = 0; i < count; ++i) results[i & 15] = make();
    return results[3].length;
  },
});

const both = (kind, size) => ({
  name: `string echo, ${size} characters, ${label[kind]}`,
  isLong: size === 1000,
  uses: ['echo'],
  check({ echo }) {
    for (const text of several(kind, size)) assert.equal(echo(text), text);
  },
  setup: ({ echo }) => ({ echo, strings: several(kind, size), results: several(kind, size) }),
  run({ echo, strings, results }, count) {
    for (let i = 0; i < count; ++i) results[i & 15] = echo(strings[i & 15]);
    return results[3].length;
  },
});

const kinds = Object.keys(texts);
export default [input, output, both].flatMap((make) =>
  kinds.flatMap((kind) => sizes.map((size) => make(kind, size))));
