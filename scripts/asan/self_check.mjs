// Plants faults and looks whether they are found: a checker that can't fail proves nothing.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.mjs';
import { childEnvironment, runCaptured } from '../run.mjs';
import { faultsIn } from './reports.mjs';

/** What the only fault reported must say, for each function of faults.cc; null: there must be none. */
const expected = {
  give_back: null,
  leak_memory: /^Direct leak of 40 byte\(s\) in 10 object\(s\)[^]*\bleak_memory\b.*faults\.cc:/,
  leak_references: /^Direct leak of \d+ byte\(s\) in 10 object\(s\)[^]*\bleak_references\b.*faults\.cc:/,
  use_after_free: /AddressSanitizer: heap-use-after-free[^]*\buse_after_free\b.*faults\.cc:/,
};

const code = `
  const { Worker } = require('node:worker_threads');
  const [, addon, name, place] = process.argv;
  const call = \`require(\${JSON.stringify(addon)}).\${name}()\`;
  place === 'worker' ? new Worker(call, { eval: true }) : eval(call);
`;

/** Throws when a fault isn't found, or one is found that isn't there. `addon` is the built faults.cc. */
export async function checkThatFaultsAreFound(addon, folder, variablesFor) {
  for (const [name, pattern] of Object.entries(expected)) {
    for (const place of ['main thread', 'worker']) {
      const logs = join(folder, `${name} in ${place}`);
      mkdirSync(logs);
      const options = { env: childEnvironment(variablesFor(logs)), cwd: root };
      const run = await runCaptured(process.execPath, ['-e', code, addon, name, place], options);
      const faults = faultsIn(logs);
      const asExpected = pattern ? faults.length === 1 && pattern.test(faults[0].text) : faults.length === 0;
      if (asExpected) continue;
      const found = [run.output, ...faults.map(({ text }) => text)].join('\n').trim();
      throw new Error(`\
The sanitizers don't work on this machine: ${name}() in a ${place} was judged wrongly.
${found || 'Nothing was reported.'}`);
    }
  }
}
