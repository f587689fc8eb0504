import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testCompilers } from '../../scripts/compilers.mjs';
import { listFiles } from '../../scripts/paths.mjs';
import { twoAtATime } from '../../scripts/run.mjs';
import { nodeAddonApiInclude, syntaxCheck } from '../../scripts/syntax_check.mjs';

const headers = listFiles(['include'], ['.hpp']).map((path) => path.replace(/^include\//, ''));
const { found, skipped } = testCompilers();

function compileAlone(cxx, header) {
  const includeFolders = header.startsWith('tendon/interop/') ? [nodeAddonApiInclude] : [];
  const options = ['-Wall', '-Wextra', '-Werror'];
  return syntaxCheck(cxx, '-', { input: `#include <${header}>\n`, includeFolders, options });
}

test('there are headers', () => assert.ok(headers.length > 0));

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
