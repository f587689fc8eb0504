// `npm test [-- part of a test file's path …]`: builds with every compiler found and runs every check.
import { testCompilers } from './compilers.mjs';
import { build } from './build.mjs';
import { requireTools, runScript, setUpDoctest, setUpPackages } from './setup.mjs';
import { runsOnce, runTests, testFiles } from './test_files.mjs';

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
