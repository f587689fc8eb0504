import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { inRoot, listFiles } from '../../scripts/paths.mjs';
import { faults, longestMedian, medianLines } from './include_rule.mjs';

const headers = new Map(
  listFiles(['include/tendon'], ['.hpp', '.h']).map((path) => [
    path.replace(/^include\/tendon\//, ''),
    readFileSync(inRoot(path), 'utf8'),
  ]),
);

test('headers include only their own and lower layers, in no circle', () => {
  assert.ok(headers.size > 0);
  assert.deepEqual(faults(headers), []);
});

test('headers are short', (t) => {
  const median = medianLines(headers);
  t.diagnostic(`median header: ${median} lines, of ${headers.size} headers`);
  assert.ok(median <= longestMedian, `the median header has ${median} lines, more than ${longestMedian}`);
});

/** Headers made of nothing but their includes: { path: [included name with its brackets or quotes] }. */
function madeUp(lists) {
  const text = (names) => ['#pragma once', ...names.map((name) => `#include ${name}`)].join('\n');
  return new Map(Object.entries(lists).map(([path, names]) => [path, text(names)]));
}

const lowest = { 'base/name.hpp': ['<string>'] };

test('the rule accepts what it should', () => {
  const good = madeUp({
    ...lowest,
    'base/field.hpp': ['"name.hpp"', '"tendon/base/name.hpp"', '<string_view>'],
    'describe/typings.hpp': ['<tendon/base/field.hpp>'],
    'napi/value.hpp': ['<node_api.h>', '"../base/name.hpp"'],
    'caster.hpp': ['"tendon/napi/value.hpp"', '"tendon/forward.hpp"'],
    'forward.hpp': [],
    'interop/node_addon_api.hpp': ['<napi.h>', '<tendon/tendon.hpp>'],
    'tendon.hpp': ['"tendon/caster.hpp"'],
  });
  assert.deepEqual(faults(good), []);
});

const refused = [
  [{ 'base/x.hpp': ['<vector>', '"tendon/napi/v.hpp"'], 'napi/v.hpp': [] },
    'include/tendon/base/x.hpp:3: includes tendon/napi/v.hpp: layer 0 may not include layer 2'],
  [{ 'glue/x.hpp': ['"../tendon.hpp"'], 'tendon.hpp': [] },
    'include/tendon/glue/x.hpp:2: includes ../tendon.hpp: layer 5 may not include layer 7'],
  [{ 'describe/x.hpp': ['<node_api.h>'] },
    'include/tendon/describe/x.hpp:2: includes node_api.h: base/ and describe/ know nothing of Node-API'],
  [{ 'glue/x.hpp': ['<napi.h>'] },
    'include/tendon/glue/x.hpp:2: includes napi.h: node-addon-api belongs in interop/ alone'],
  [{ 'env/x.hpp': ['<uv.h>'] },
    'include/tendon/env/x.hpp:2: includes uv.h: it is not ours, nor standard, nor of Node-API'],
  [{ 'env/x.hpp': ['"tendon/env/gone.hpp"'] },
    'include/tendon/env/x.hpp:2: includes tendon/env/gone.hpp: there is no such header'],
  [{ 'other/x.hpp': [] }, 'include/tendon/other/x.hpp:1: the header belongs to no layer'],
  [{ 'base/x.hpp': ['"y.hpp"'], 'base/y.hpp': ['"x.hpp"'] },
    'include/tendon/base/x.hpp: includes go in a circle: base/x.hpp -> base/y.hpp -> base/x.hpp'],
];

for (const [lists, sentence] of refused) {
  test(`the rule refuses: ${sentence}`, () => assert.deepEqual(faults(madeUp(lists)), [sentence]));
}

test('the rule refuses a missing guard and a long header', () => {
  assert.deepEqual(faults(new Map([['base/x.hpp', '']])),
    ['include/tendon/base/x.hpp:1: it has `#pragma once` 0 times instead of once']);
  assert.deepEqual(faults(new Map([['base/x.hpp', `#pragma once\n${'//\n'.repeat(400)}`]])),
    ['include/tendon/base/x.hpp:401: it is longer than 400 lines']);
});

test('the median is the middle, or the mean of the two in the middle', () => {
  const ofLengths = (...lengths) => new Map(lengths.map((length, index) => [index, '//\n'.repeat(length)]));
  assert.equal(medianLines(ofLengths(1, 9, 2)), 2);
  assert.equal(medianLines(ofLengths(1, 2, 4, 9)), 3);
});
