// Which test files there are, and how they are run.
import { exampleNames, listFiles, root } from './paths.mjs';
import { childEnvironment, runShown } from './run.mjs';

/** Tests that look at the sources, or call every compiler themselves. The others run once for each build. */
const onceOnly = [
  'tests/headers/', 'tests/compile_fail/', 'tests/format.', 'tests/docs.', 'tests/package.',
  'tests/asan_reports.',
];
export const runsOnce = (path) => onceOnly.some((start) => path.startsWith(start));

/** The files whose path contains one of the filters; all without filters. Throws when there is none. */
export function testFiles(filters) {
  const examples = exampleNames().map((name) => `examples/${name}/test.mjs`);
  const files = [...listFiles(['tests'], ['.test.mjs']), ...listFiles(examples, ['.mjs'])];
  if (filters.length === 0) return files;
  const chosen = files.filter((path) => filters.some((filter) => path.includes(filter)));
  if (chosen.length === 0) throw new Error(`No test file's path contains ${filters.join(' or ')}.`);
  return chosen;
}

/**
 * Runs test files, with more environment variables if given; resolves to whether all passed. The output ends
 * with node's own summary (`# tests`, `# pass` …).
 */
export function runTests(files, variables) {
  const reporter = process.stdout.isTTY ? 'spec' : 'tap';
  const args = ['--test', `--test-reporter=${reporter}`, ...files];
  return runShown(process.execPath, args, { cwd: root, env: childEnvironment(variables) });
}
