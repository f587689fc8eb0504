// Prints a list that binding.gyp asks for, so that a new test file needs no edit there.
import { relative } from 'node:path';
import { doctestInclude } from './doctest_header.mjs';
import { listFiles, root } from './paths.mjs';

const testsIn = (...places) => listFiles(places, ['.test.cc']);

/** Relative, because a space in an absolute path would split it in the Makefile. */
function doctestIncludes() {
  const folder = doctestInclude();
  return folder ? [relative(root, folder)] : [];
}

/** Of the doctest files that run in Node.js, half of all that is compiled. g++ takes longer with -O0 than with -O1. */
const optimisation = () => [process.env.CXX?.includes('clang') ? '-O0' : '-O1'];

const values = {
  'doctest-optimisation': optimisation,
  'doctest-include': doctestIncludes,
  'doctest-plain-sources': () => ['tests/doctest_plain.cc', ...testsIn('tests/base', 'tests/describe')],
  'doctest-addon-sources': () => [
    'tests/doctest_addon.cc',
    'tests/functions.cc',
    ...testsIn('tests/napi', 'tests/env', 'tests/casters', 'tests/glue', 'tests/addon.test.cc'),
  ],
};

const name = process.argv[2];
if (!Object.hasOwn(values, name)) throw new Error(`unknown value ${name}`);
// gyp splits the output like a shell.
console.log(values[name]().map((value) => `"${value}"`).join(' '));
