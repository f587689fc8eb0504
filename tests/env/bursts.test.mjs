// How much memory objects take that a synchronous loop creates by the million, beside a class that is written
// straight against V8.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { addonPath } from '../../scripts/paths.mjs';

const tendon = [addonPath('doctest_addon'), 'addon.functions'];
const objectWrap = [addonPath('object_wrap'), 'addon'];

const constructed = '() => new given.Block()';
const made = '() => given.make_block()';

/** The peak memory in MB of a process that creates `count` objects and keeps one in `keep` of them. */
function peak([path, given], create, count, keep = Infinity) {
  const code = `
    const addon = require(${JSON.stringify(path)});
    const given = ${given};
    const create = ${create};
    const kept = [];
    for (let i = 1; i <= ${count}; ++i) {
      const created = create();
      if (i % ${keep} === 0) kept.push(created);
    }
    console.log(process.resourceUsage().maxRSS / 1024);
  `;
  return Number(execFileSync(process.execPath, ['-e', code], { encoding: 'utf8' }));
}

for (const [what, create] of Object.entries({ constructor: constructed, factory: made })) {
  test(`3 million objects of a ${what} take at most twice the memory of direct V8`, () => {
    const [own, direct] = [peak(tendon, create, 3e6), peak(objectWrap, constructed, 3e6)];
    assert.ok(own <= 2 * direct, `${own} MB, and ${direct} MB with direct V8`);
  });
}

test('keeping 1 in 100 of 2 million objects costs at most 4 times what direct V8 needs', () => {
  const cost = (addon) => peak(addon, constructed, 2e6, 100) - peak(addon, constructed, 0);
  const [own, direct] = [cost(tendon), cost(objectWrap)];
  assert.ok(own <= 4 * direct, `${own} MB, and ${direct} MB with direct V8`);
});
