// Each *.cc beside this file must fail to compile, with the worded error that its first lines expect:
//   // expect: part of the message
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { testCompilers } from '../../scripts/compilers.mjs';
import { inRoot, listFiles } from '../../scripts/paths.mjs';
import { twoAtATime } from '../../scripts/run.mjs';
import { nodeAddonApiInclude, precompile, syntaxCheck } from '../../scripts/syntax_check.mjs';

const files = listFiles(['tests/compile_fail'], ['.cc']);
const { found, skipped } = testCompilers();

/** What a compiler says to each file. The cases about the interop, which are named so, need another header. */
async function outcomes(cxx) {
  const folder = mkdtempSync(join(tmpdir(), 'tendon-precompiled-'));
  try {
    const options = await precompile(cxx, folder);
    return await twoAtATime(files, (file) =>
      syntaxCheck(cxx, file, file.includes('/node_addon_api_')
        ? { includeFolders: [nodeAddonApiInclude] }
        : { options }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** One fault is one message; clang adds a second one where it instantiates the sentence. */
const mostErrors = (cxx) => (/clang/.test(cxx.version) ? 2 : 1);

function expectedTexts(code) {
  const texts = [];
  for (const line of code.split('\n')) {
    const text = line.match(/^\/\/ expect: (.+)$/)?.[1];
    if (text === undefined) break;
    texts.push(text.trim());
  }
  return texts;
}

function check(cxx, texts, { ok, output }) {
  assert.ok(texts.length > 0, 'the first line is not `// expect: …`');
  assert.ok(!ok, 'it compiles');
  for (const text of texts) assert.ok(output.includes(text), `"${text}" is not in the output:\n${output}`);
  const errors = output.split('\n').filter((line) => line.includes(' error: '));
  const tooMany = `${errors.length} errors instead of one:\n${errors.join('\n')}`;
  assert.ok(errors.length <= mostErrors(cxx), tooMany);
  assert.ok(errors.length > 0, output);
}

test('there are cases', () => assert.ok(files.length > 0));

for (const cxx of found) {
  test(`what must not compile, with ${cxx.name}`, async (t) => {
    const results = await outcomes(cxx);
    for (const [index, file] of files.entries()) {
      const texts = expectedTexts(readFileSync(inRoot(file), 'utf8'));
      await t.test(file.replace(/^.*\//, ''), () => check(cxx, texts, results[index]));
    }
  });
}

for (const reason of skipped) test(`what must not compile: ${reason}`, (t) => t.skip(reason));

test('the check can fail', () => {
  const cxx = found.at(-1);
  const error = 'x.cc:1:2: error: tendon cannot convert this type';
  const failure = { ok: false, output: error };
  assert.doesNotThrow(() => check(cxx, ['cannot convert'], failure));
  assert.throws(() => check(cxx, ['cannot convert'], { ok: true, output: '' }), /it compiles/);
  assert.throws(() => check(cxx, ['some other text'], failure), /is not in the output/);
  assert.throws(() => check(cxx, [], failure), /expect/);
  const three = { ok: false, output: `${error}\n${error}\n${error}` };
  assert.throws(() => check(cxx, ['cannot convert'], three), /3 errors instead of one/);
});
