// `npm run demo`: builds the examples and shows what each is, does and declares.
import { existsSync, readFileSync } from 'node:fs';
import { buildExamples } from './build.mjs';
import { exampleNames, inRoot, root } from './paths.mjs';
import { runShown } from './run.mjs';
import { requireTools, runScript, setUpPackages } from './setup.mjs';
import { emittedTypings } from './typings.mjs';

const heading = (text) => console.log(`\n${'='.repeat(80)}\n${text}\n${'='.repeat(80)}`);
const section = (text) => console.log(`\n--- ${text} ${'-'.repeat(Math.max(0, 75 - text.length))}\n`);

/** Runs the demonstration of an example, or its test when it has none; resolves to whether it succeeded. */
function runExample(name) {
  const script = ['demo.mjs', 'test.mjs'].find((file) => existsSync(inRoot('examples', name, file)));
  section(`node examples/${name}/${script}`);
  const options = script === 'test.mjs' ? ['--test-reporter=spec'] : [];
  return runShown(process.execPath, [...options, `examples/${name}/${script}`], { cwd: root });
}

async function show(name) {
  heading(name);
  section(`examples/${name}/addon.cc`);
  console.log(readFileSync(inRoot('examples', name, 'addon.cc'), 'utf8').trimEnd());
  const succeeded = await runExample(name);
  section(`tendon types build/Release/${name}.node`);
  console.log((await emittedTypings(name)).trimEnd());
  return succeeded;
}

await runScript(async () => {
  requireTools();
  await setUpPackages();
  await buildExamples();
  const failed = [];
  for (const name of exampleNames()) {
    if (!(await show(name))) failed.push(name);
  }
  heading(failed.length === 0 ? 'All examples did what they should.' : `Failed: ${failed.join(', ')}`);
  if (failed.length > 0) process.exitCode = 1;
});
