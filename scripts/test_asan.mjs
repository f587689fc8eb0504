// `npm run test:asan [-- part of a test file's path …]`: the tests under AddressSanitizer and LeakSanitizer,
// with zero reports of both.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { faultsIn, stackFormat } from './asan/reports.mjs';
import { checkThatFaultsAreFound } from './asan/self_check.mjs';
import { whileBuilt } from './build.mjs';
import { compiler } from './compilers.mjs';
import { inRoot } from './paths.mjs';
import { outputOf, runCaptured } from './run.mjs';
import { requireTools, runScript, setUpDoctest, setUpPackages } from './setup.mjs';
import { runsOnce, runTests, testFiles } from './test_files.mjs';

/** Test files whose premise doesn't hold here, and why. */
const skipped = {
  'tests/env/bursts.test.mjs': 'it measures the memory of processes, which hold freed memory back here',
  'tests/glue/leaks.test.mjs': 'it measures the memory of the process, which holds freed memory back here',
};

const variant = {
  name: 'AddressSanitizer',
  // GCC's documentation says of -fsanitize that such warnings are wrong more often then.
  compile: '-fsanitize=address -O1 -g1 -fno-omit-frame-pointer -Wno-maybe-uninitialized',
  link: '-fsanitize=address',
};

/** g++ and its AddressSanitizer: { cxx, runtime }. */
function requireSanitizer() {
  const cxx = process.platform === 'linux' && compiler('g++');
  const runtime = cxx && outputOf('g++', ['-print-file-name=libasan.so']).trim();
  if (runtime && isAbsolute(runtime) && existsSync(runtime)) return { cxx, runtime };
  throw new Error('This needs Linux and g++ with its libasan.so (Debian, Ubuntu: g++; Fedora: libasan).');
}

async function compile(...args) {
  const result = await runCaptured('g++', args, { cwd: inRoot('scripts', 'asan') });
  if (!result.ok) throw new Error(result.output);
}

/** Compiles what goes with the tests into the folder. */
async function buildHelpers(folder) {
  const library = ['-shared', '-fPIC'];
  const keepLoaded = join(folder, 'keep_loaded.so');
  const faults = join(folder, 'faults.node');
  await compile(...library, '-x', 'c', 'keep_loaded.c', '-o', keepLoaded);
  const include = `-I${inRoot('node_modules', 'node-api-headers', 'include')}`;
  await compile(...library, ...variant.compile.split(' '), include, 'faults.cc', '-o', faults);
  return { keepLoaded, faults };
}

/** The environment variables with which each process writes its report into the folder, if it has one. */
const variables = (preloaded, folder) => ({
  LD_PRELOAD: preloaded.join(':'),
  ASAN_OPTIONS: [
    `log_path="${join(folder, 'report')}"`,
    `stack_trace_format="${stackFormat}"`,
    'detect_stack_use_after_return=1',
    'strict_string_checks=1',
  ].join(':'),
  // Node.js leaks too: what is a fault is judged afterwards, for all processes.
  LSAN_OPTIONS: 'exitcode=0',
});

function chosenFiles(filters) {
  const files = testFiles(filters).filter((path) => !runsOnce(path));
  for (const path of files) if (skipped[path]) console.log(`${path} skipped: ${skipped[path]}`);
  const chosen = files.filter((path) => !skipped[path]);
  // Without files node would look for some itself.
  if (chosen.length === 0) throw new Error('None of these tests runs under AddressSanitizer.');
  return chosen;
}

function print(faults) {
  for (const { text, processes } of faults) {
    const reporters = processes === 1 ? 'a process' : `${processes} processes`;
    console.log(`\n${'='.repeat(80)}\nReported by ${reporters}:\n${text}`);
  }
  const count = faults.length === 1 ? '1 fault' : `${faults.length} faults`;
  console.log(`\nAddressSanitizer and LeakSanitizer found ${count}.`);
}

async function run(folder) {
  const { cxx, runtime } = requireSanitizer();
  requireTools();
  await setUpPackages();
  await setUpDoctest();
  const files = chosenFiles(process.argv.slice(2));
  const { keepLoaded, faults } = await buildHelpers(folder);
  const variablesFor = (logs) => variables([runtime, keepLoaded], logs);
  await checkThatFaultsAreFound(faults, folder, variablesFor);
  const logs = join(folder, 'logs');
  mkdirSync(logs);
  await whileBuilt({ cxx, variant }, async () => {
    console.log(`Running ${files.length} test files under AddressSanitizer and LeakSanitizer`);
    const passed = await runTests(files, variablesFor(logs));
    const found = faultsIn(logs);
    print(found);
    if (!passed || found.length > 0) process.exitCode = 1;
  });
}

await runScript(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tendon-asan-'));
  try {
    await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
