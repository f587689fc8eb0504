// Reports every doctest case as a test of its own, so that the counts of a run include them.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { addonPath, programPath, root } from '../scripts/paths.mjs';
import { runCaptured } from '../scripts/run.mjs';

describe('doctest inside Node.js', () => {
  const addon = createRequire(import.meta.url)(addonPath('doctest_addon'));
  const names = addon.list();

  test('there are cases', () => assert.ok(names.length > 0));

  test('an unknown name is not taken for a success', () => {
    assert.equal(addon.run('no such case'), 'There is no test case named no such case.');
  });

  for (const name of new Set(names)) {
    test(name, () => {
      const failures = addon.run(name);
      assert.ok(failures === '', failures);
    });
  }
});

describe('doctest as a plain executable', async () => {
  const program = programPath('doctest_plain');
  const listing = await runCaptured(program, ['--list-test-cases', '--no-colors'], { cwd: root });
  const names = casesOfListing(listing.stdout);
  const { run, results } = await runPlain(program);

  test('there are cases', () => assert.ok(names.length > 0, listing.output));

  for (const name of new Set(names)) {
    test(name, () => {
      // doctest reports each path through the subcases of a case on its own, as `case/subcase`.
      const own = results.filter((result) => result.name === name || result.name.startsWith(`${name}/`));
      assert.ok(own.length > 0, `did not run; the executable ended with ${run.signal ?? run.code}`);
      const failures = own.map((result) => result.failures).join('');
      assert.ok(failures === '', failures);
    });
  }

  test('the executable ends well', () => {
    const failed = results.some((result) => result.failures);
    assert.equal(run.signal, null, run.output);
    assert.equal(run.code, failed ? 1 : 0, run.output);
  });
});

const casesOfListing = (text) =>
  text.split('\n').filter((line) => line !== '' && !/^\[doctest\]|^=+$/.test(line));

async function runPlain(program) {
  const folder = mkdtempSync(join(tmpdir(), 'tendon-doctest-'));
  const report = join(folder, 'report.xml');
  try {
    const options = ['--reporters=junit', `--out=${report}`, '--no-breaks'];
    const run = await runCaptured(program, options, { cwd: root });
    return { run, results: resultsOf(readFileSync(report, 'utf8')) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The `testcase` elements of a JUnit report, with the text of what failed in each. */
function resultsOf(xml) {
  return xml.split('<testcase ').slice(1).map((element) => ({
    name: unescaped(element.match(/(?:^| )name="([^"]*)"/)[1]),
    failures: [...element.matchAll(/<(?:failure|error) message="([^"]*)"[^>]*>([^]*?)<\/(?:failure|error)>/g)]
      .map(([, message, details]) => `${unescaped(message)}\n${unescaped(details).trim()}\n`)
      .join('\n'),
  }));
}

function unescaped(text) {
  const characters = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name) => characters[name]);
}
