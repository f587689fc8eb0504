// `npm test [-- part of a test file's path …]`: builds with every compiler found and runs every check.
import { testCompilers } from './compilers.mjs';
import { build } from './build.mjs';
import { requireTools, runScript, setUpDoctest, setUpPackages } from './setup.mjs';
import { runsOnce, runTests, testFiles } from './test_files.mjs';

/**
 * Stops at the first compiler whose tests fail, so that their summary is what the output ends with. With the
 * last one they run a second time without the fast bodies of functions.
 */
async function testWithEach(compilers, files) {
  const built = files.filter((path) => !runsOnce(path));
  for (const cxx of compilers) {
    const isLast = cxx === compilers.at(-1);
    const chosen = isLast ? files : built;
    if (chosen.length === 0) continue;
    if (built.length > 0) await build({ cxx });
    if (isLast && built.length > 0) {
      console.log(`Running ${built.length} test files with the build of ${cxx.name} and TENDON_STUBS=0`);
      if (!(await runTests(built, { TENDON_STUBS: '0' }))) return false;
    }
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
