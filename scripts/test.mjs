// `npm test [-- part of a test file's path …]`: builds with every compiler found and runs every check.
import { testCompilers } from './compilers.mjs';
import { build } from './build.mjs';
import { exampleNames, listFiles, root } from './paths.mjs';
import { runShown } from './run.mjs';
import { requireTools, runScript, setUpDoctest, setUpPackages } from './setup.mjs';

/** Tests that look at the sources, or call every compiler themselves. The others run once for each build. */
const onceOnly = ['tests/headers/', 'tests/compile_fail/', 'tests/format.', 'tests/docs.', 'tests/package.'];
const runsOnce = (path) => onceOnly.some((start) => path.startsWith(start));

function testFiles(filters) {
  const examples = exampleNames().map((name) => `examples/${name}/test.mjs`);
  const files = [...listFiles(['tests'], ['.test.mjs']), ...listFiles(examples, ['.mjs'])];
  if (filters.length === 0) return files;
  const chosen = files.filter((path) => filters.some((filter) => path.includes(filter)));
  if (chosen.length === 0) throw new Error(`No test file's path contains ${filters.join(' or ')}.`);
  return chosen;
}

/** Resolves to whether all passed. The output ends with node's own summary (`# tests`, `# pass` …). */
function runTests(files) {
  const reporter = process.stdout.isTTY ? 'spec' : 'tap';
  return runShown(process.execPath, ['--test', `--test-reporter=${reporter}`, ...files], { cwd: root });
}

/** Stops at the first compiler whose tests fail, so that their summary is what the output ends with. */
async function testWithEach(compilers, files) {
  for (const cxx of compilers) {
    const isLast = cxx === compilers.at(-1);
    const chosen = isLast ? files : files.filter((path) => !runsOnce(path));
    if (chosen.length === 0) continue;
    if (!chosen.every(runsOnce)) await build({ cxx });
    console.log(`Running ${chosen.length} test files with the build of ${cxx.name}`);
    if (!(await runTests(chosen))) return false;
  }
  return true;
}

await runScript(async () => {
  requireTools();
  await setUpPackages();
  await setUpDoctest();
  const { found, skipped } = testCompilers();
  for (const reason of skipped) console.log(reason);
  if (!(await testWithEach(found, testFiles(process.argv.slice(2))))) process.exitCode = 1;
});
