// Installs what the other scripts need and what is missing: npm packages, and doctest's header for the tests.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { defaultCompiler } from './compilers.mjs';
import { doctestInclude, unpackedDoctest } from './doctest_header.mjs';
import { inRoot, root } from './paths.mjs';
import { npmCommand, outputOf, runCaptured } from './run.mjs';

/** Runs `npm ci` when node_modules is missing or older than the lockfile. */
export async function setUpPackages() {
  const installed = modifiedTime(inRoot('node_modules', '.package-lock.json'));
  if (installed >= modifiedTime(inRoot('package-lock.json'))) return;
  console.log('Installing npm packages …');
  const [npm, ...args] = npmCommand();
  const result = await runCaptured(npm, [...args, 'ci', '--no-audit', '--no-fund'], {
    cwd: root,
    shell: process.platform === 'win32' && args.length === 0,
  });
  if (!result.ok) throw new Error(`npm ci failed:\n${result.output}`);
}

const modifiedTime = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

/** Makes sure that <doctest/doctest.h> can be included. */
export async function setUpDoctest() {
  if (process.env.DOCTEST_INCLUDE) return requireDoctest(process.env.DOCTEST_INCLUDE);
  if (doctestInclude() || (await compilerFindsDoctest())) return;
  const isDebian = existsSync('/etc/debian_version');
  const problem = isDebian ? await unpackDebianPackage() : 'this is not a Debian system';
  if (problem) throw new Error(missingDoctest(problem));
}

function requireDoctest(folder) {
  const header = join(folder, 'doctest', 'doctest.h');
  if (!existsSync(header)) throw new Error(`DOCTEST_INCLUDE is ${folder}, but there is no ${header}.`);
}

async function compilerFindsDoctest() {
  const [command, ...args] = defaultCompiler().command;
  const input = '#include <doctest/doctest.h>\n';
  return (await runCaptured(command, [...args, '-E', '-x', 'c++', '-o', '/dev/null', '-'], { input })).ok;
}

/** Unpacks doctest-dev into the cache, which needs no root; returns what went wrong, if anything. */
async function unpackDebianPackage() {
  console.log('Fetching the header of doctest from Debian …');
  const folder = mkdtempSync(join(tmpdir(), 'tendon-doctest-'));
  try {
    const download = () => runCaptured('apt-get', ['download', 'doctest-dev'], { cwd: folder });
    let result = await download();
    if (!result.ok && process.getuid() === 0) {
      await runCaptured('apt-get', ['update']);
      result = await download();
    }
    if (!result.ok) return `\`apt-get download doctest-dev\` failed: ${result.stderr.trim()}`;
    const file = readdirSync(folder).find((name) => name.endsWith('.deb'));
    mkdirSync(unpackedDoctest, { recursive: true });
    const unpacked = await runCaptured('dpkg', ['-x', join(folder, file), unpackedDoctest]);
    return unpacked.ok ? undefined : `\`dpkg -x ${file}\` failed: ${unpacked.stderr.trim()}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const missingDoctest = (problem) => `\
The tests need the C++ header <doctest/doctest.h>, which is not installed and could not be fetched
(${problem}).
Install it (Debian, Ubuntu: doctest-dev; Fedora: doctest-devel; Homebrew, vcpkg, Conan: doctest), or set
DOCTEST_INCLUDE to the folder that contains doctest/doctest.h.
The npm package "doctest" is an unrelated tool.`;

/** Stops with the reason when the machine lacks what no script can install. */
export function requireTools() {
  defaultCompiler();
  const python = ['python3', 'python'].some((name) => outputOf(name, ['--version']));
  if (!python) throw new Error('Python 3 is missing: node-gyp needs it.');
}

/** Runs main(); prints the message of what it throws and makes the process fail. */
export async function runScript(main) {
  try {
    await main();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}

if (process.argv[1] === import.meta.filename) {
  await runScript(async () => {
    requireTools();
    await setUpPackages();
    await setUpDoctest();
  });
}
