import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { inRoot } from '../scripts/paths.mjs';
import { documents, faults, refreshed, sourceText } from '../scripts/snippets.mjs';

for (const path of documents()) {
  test(`code in ${path} is a copy of its source`, () => {
    assert.deepEqual(faults(readFileSync(inRoot(path), 'utf8'), path), []);
  });
}

const fence = '```';
const documentWith = (language, code, comment = '') =>
  `${comment}\n\n${fence}${language}\n${code}\n${fence}\n`;
const here = 'tests/docs.test.mjs';

// [sample]
const sample = () => 'the region that the tests below copy';
// [/sample]

test('a copy of a region passes', () => {
  const code = "const sample = () => 'the region that the tests below copy';";
  assert.equal(sourceText(`${here}#sample`), code);
  assert.deepEqual(faults(documentWith('js', code, `<!-- file: ${here}#sample -->`), 'x.md'), []);
  assert.equal(sample(), 'the region that the tests below copy');
});

test('faults name the place and the cure', () => {
  const faultOf = (...parts) => faults(documentWith(...parts), 'x.md');
  assert.deepEqual(faultOf('js', 'other();', `<!-- file: ${here}#sample -->`),
    [`x.md:3: the block differs from ${here}#sample; run \`npm run golden\``]);
  assert.deepEqual(faultOf('cpp', 'int x;'), ['x.md:3: there is no <!-- file: … --> above the block']);
  assert.deepEqual(faultOf('c++', 'int x;'), ['x.md:3: write `cpp` for `c++`']);
  assert.deepEqual(faultOf('', 'x'), ['x.md:3: the block names no language (`text` for plain text)']);
  assert.deepEqual(faultOf('ts', 'x', '<!-- file: no/such.ts -->'), ['x.md:3: there is no file no/such.ts']);
  assert.deepEqual(faultOf('js', 'x', `<!-- file: ${here}#none -->`),
    [`x.md:3: ${here} has no single region [none] … [/none]`]);
  assert.deepEqual(faultOf('sh', 'npm test'), []);
});

test('`npm run golden` repairs a stale copy', () => {
  const stale = documentWith('js', 'a();\nb();', `<!-- file: ${here}#sample -->`);
  const repaired = refreshed(`${stale}\ntext\n`, 'x.md');
  assert.deepEqual(faults(repaired, 'x.md'), []);
  assert.match(repaired, /\ntext\n$/);
});
