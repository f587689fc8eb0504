// Builds targets of binding.gyp: `node scripts/build.mjs [target …]`, with CXX or the default compiler.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createHash } from 'node:crypto';
import { compiler, defaultCompiler } from './compilers.mjs';
import { nodeDirectory, nodeGypCommand } from './node_gyp.mjs';
import { buildFolder, cacheFolder, exampleNames, inRoot, root } from './paths.mjs';
import { childEnvironment, outputOf, runCaptured } from './run.mjs';
import { requireTools, runScript, setUpDoctest, setUpPackages } from './setup.mjs';

const stampPath = join(buildFolder, 'tendon_build.json');

/**
 * Builds the targets (all when none is named); throws with the full log when that fails. A variant is
 * { name, compile, link }: a build of its own with more options.
 */
export async function build({ cxx = defaultCompiler(), targets = [], variant } = {}) {
  const start = Date.now();
  const wanted = { folder: folderName(cxx, variant), identity: identity(cxx, variant) };
  useBuildFolderOf(wanted);
  const environment = childEnvironment({ ...compilerVariables(cxx), ...variantVariables(variant) });
  await configure(wanted, environment);
  await nodeGyp(['build', ...targetArguments(targets), '--jobs=max'], environment);
  const what = targets.length > 0 ? targets.join(', ') : 'all targets';
  const how = [cxx.name, variant?.name].filter(Boolean).join(' and ');
  console.log(`Built ${what} with ${how} (${((Date.now() - start) / 1000).toFixed(1)} s).`);
}

export const buildExamples = () => build({ targets: exampleNames() });

/** Builds, awaits work(), and puts the build that was there before back. */
export async function whileBuilt(options, work) {
  const before = readStamp();
  try {
    await build(options);
    return await work();
  } finally {
    if (before) useBuildFolderOf(before);
    else if (readStamp()) moveFolder(buildFolder, parked(readStamp().folder));
  }
}

const words = (cxx, variant) => [cxx.name, ...(variant ? [variant.name] : []), process.version, process.arch];
const folderName = (cxx, variant) => words(cxx, variant).join('-').replaceAll(/[^\w.+-]/g, '_');
const identity = (cxx, variant) =>
  [...words(cxx, variant), cxx.version, ...(variant ? [variant.compile, variant.link] : [])].join(', ');
const parked = (folder) => join(cacheFolder, 'build', folder);

/** CC goes with CXX: gyp asks it about its version. */
function compilerVariables(cxx) {
  const cc = cxx.name.replace('clang++', 'clang').replace('g++', 'gcc');
  return { CXX: cxx.name, CC: compiler(cc) ? cc : cxx.name };
}

/** make puts these options after its own. */
const variantVariables = (variant) =>
  variant ? { CXXFLAGS: variant.compile, LDFLAGS: variant.link } : {};

/**
 * make does not rebuild when only the compiler changes. Each compiler has a build folder, which is moved to
 * build/ while it is in use, so that going back and forth between two compilers stays incremental.
 */
function useBuildFolderOf(wanted) {
  const current = readStamp();
  if (existsSync(buildFolder) && current?.folder !== wanted.folder) {
    if (current) moveFolder(buildFolder, parked(current.folder));
    else rmSync(buildFolder, { recursive: true });
  }
  if (!existsSync(buildFolder) && existsSync(parked(wanted.folder))) {
    moveFolder(parked(wanted.folder), buildFolder);
  }
  if (existsSync(buildFolder) && readStamp()?.identity !== wanted.identity) {
    rmSync(buildFolder, { recursive: true });
  }
}

function moveFolder(from, to) {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
}

function readStamp() {
  try {
    return JSON.parse(readFileSync(stampPath, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Runs `node-gyp configure` when what it reads has changed since the last time. */
async function configure(wanted, environment) {
  const inputs = configureInputs();
  if (readStamp()?.inputs === inputs) return;
  await nodeGyp(['configure'], environment);
  writeFileSync(stampPath, JSON.stringify({ ...wanted, inputs }));
}

function configureInputs() {
  const names = ['binding.gyp', 'tendon.gyp', 'package-lock.json'];
  const files = names.map((name) => readFileSync(inRoot(name), 'utf8'));
  const values = ['doctest-include', 'doctest-plain-sources', 'doctest-addon-sources'].map((name) =>
    outputOf(process.execPath, [inRoot('scripts', 'gyp_values.mjs'), name]));
  const inputs = JSON.stringify([root, nodeDirectory() ?? null, files, values]);
  return createHash('sha256').update(inputs).digest('hex');
}

/** Visual Studio names targets differently: build everything there. */
const targetArguments = (targets) => (process.platform === 'win32' ? [] : targets);

async function nodeGyp(args, environment) {
  const [node, ...words] = nodeGypCommand(...args);
  const result = await runCaptured(node, words, { cwd: root, env: environment });
  if (result.ok) return;
  throw new Error(`${result.output}\nnode-gyp ${args.join(' ')} failed with ${environment.CXX}.`);
}

if (process.argv[1] === import.meta.filename) {
  await runScript(async () => {
    requireTools();
    await setUpPackages();
    await setUpDoctest();
    await build({ targets: process.argv.slice(2) });
  });
}
