// Builds addons with node-gyp, as their users do: with its options, -O3 among them.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { compiler, defaultCompiler } from '../../scripts/compilers.mjs';
import { nodeGypCommand } from '../../scripts/node_gyp.mjs';
import { inRoot } from '../../scripts/paths.mjs';
import { childEnvironment, npmCommand, runCaptured } from '../../scripts/run.mjs';
import { manyContenders, writeMany } from './many.mjs';
import { buildFolder, contender, contenderNames, inBench, inBuild } from './places.mjs';

function textOf(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Installs the packages of the contenders when they are missing or not those of the lockfile. */
export async function setUpContenders() {
  const stamp = inBench('node_modules', '.installed');
  const lock = textOf(inBench('package-lock.json'));
  if (textOf(stamp) === lock) return;
  console.error('Installing npm packages of the contenders …');
  const [npm, ...args] = npmCommand();
  // koffi brings its library as a package, so that no script needs to run.
  const words = [...args, 'ci', '--no-audit', '--no-fund', '--ignore-scripts'];
  const result = await runCaptured(npm, words, { cwd: inBench() });
  if (!result.ok) throw new Error(`npm ci failed in bench/:\n${result.output}`);
  writeFileSync(stamp, lock);
}

/** The target of gyp: paths are relative to the file that names them. */
function placed(name, target, sources) {
  const moved = (path) => relative(buildFolder, path);
  return {
    target_name: name,
    ...target,
    sources: sources.map(moved),
    ...(target.dependencies && { dependencies: target.dependencies.map((each) => moved(inRoot(each))) }),
  };
}

/** All targets: each contender, and its addon of many functions. */
async function allTargets() {
  const result = [];
  for (const name of contenderNames()) {
    const { target } = await contender(name);
    result.push(placed(name, target, target.sources.map((each) => inBench('contenders', name, each))));
    if (manyContenders.includes(name)) result.push(placed(`many_${name}`, target, [writeMany(name)]));
  }
  return result;
}

/** Builds targets by name. */
export async function build(names) {
  mkdirSync(buildFolder, { recursive: true });
  const text = JSON.stringify({ targets: await allTargets() }, null, 2);
  const cxx = defaultCompiler();
  const cc = cxx.name.replace('clang++', 'clang').replace('g++', 'gcc');
  const env = childEnvironment({ CXX: cxx.name, CC: compiler(cc) ? cc : cxx.name });
  const path = inBuild('binding.gyp');
  const isConfigured = textOf(path) === text && textOf(inBuild('build', 'Makefile'));
  if (!isConfigured) {
    writeFileSync(path, text);
    await nodeGyp(['configure'], env);
  }
  await nodeGyp(['build', ...names, `--jobs=${process.env.JOBS ?? 'max'}`], env);
}

async function nodeGyp(args, env) {
  const [node, ...words] = nodeGypCommand(...args);
  const result = await runCaptured(node, words, { cwd: buildFolder, env });
  if (!result.ok) throw new Error(`${result.output}\nnode-gyp ${args.join(' ')} failed in ${buildFolder}.`);
}

/** What a compiler needs to know to compile for this contender without node-gyp. */
export async function compileOptions(name) {
  const { target } = await contender(name);
  const include = target.dependencies ? [inRoot('include')] : [];
  return [
    ...(name === 'node_api' ? ['-std=c11'] : ['-std=c++20', '-fno-rtti', '-fvisibility=hidden']),
    ...(target.defines ?? []).map((each) => `-D${each}`),
    ...[...include, ...(target.include_dirs ?? [])].map((each) => `-I${each}`),
  ];
}

