// Every header compiles on its own: here, or as the first thing that the doctest file of its name includes,
// which every build compiles.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { testCompilers } from '../../scripts/compilers.mjs';
import { inRoot, listFiles } from '../../scripts/paths.mjs';
import { twoAtATime } from '../../scripts/run.mjs';
import { nodeAddonApiInclude, syntaxCheck } from '../../scripts/syntax_check.mjs';
import { includesOf } from './include_rule.mjs';

/** Whether the doctest file of a header begins with it. */
function isTestedFirst(header) {
  const path = inRoot('tests', header.replace(/^tendon\//, '').replace(/\.hpp$/, '.test.cc'));
  return existsSync(path) && includesOf(readFileSync(path, 'utf8'))[0].name === header;
}

const all = listFiles(['include'], ['.hpp']).map((path) => path.replace(/^include\//, ''));
const headers = all.filter((header) => !isTestedFirst(header));
const { found, skipped } = testCompilers();

function compileAlone(cxx, header) {
  const includeFolders = header.startsWith('tendon/interop/') ? [nodeAddonApiInclude] : [];
  const options = ['-Wall', '-Wextra', '-Werror'];
  return syntaxCheck(cxx, '-', { input: `#include <${header}>\n`, includeFolders, options });
}

test('there are headers of both sorts', () => {
  assert.ok(headers.includes('tendon/tendon.hpp') && !headers.includes('tendon/addon.hpp'));
});

for (const cxx of found) {
  test(`every header compiles alone with ${cxx.name}`, async (t) => {
    const results = await twoAtATime(headers, (header) => compileAlone(cxx, header));
    for (const [index, header] of headers.entries()) {
      await t.test(header, () => assert.ok(results[index].ok, results[index].output));
    }
  });
}

for (const reason of skipped) test(`every header compiles alone: ${reason}`, (t) => t.skip(reason));

test('a header with a fault is noticed', async () => {
  const result = await syntaxCheck(found.at(-1), '-', { input: 'int f() { return missing; }\n' });
  assert.ok(!result.ok);
});
