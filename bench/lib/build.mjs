// Builds addons with node-gyp, as their users do: with its options, -O3 among them.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { compiler, defaultCompiler } from '../../scripts/compilers.mjs';
import { nodeGypCommand } from '../../scripts/node_gyp.mjs';
import { inRoot } from '../../scripts/paths.mjs';
import { childEnvironment, npmCommand, runCaptured } from '../../scripts/run.mjs';
import { buildFolder, contender, inBench, inBuild } from './places.mjs';

/** Installs the packages of the contenders when they are missing or older than the lockfile. */
export async function setUpContenders() {
  const read = (path) => {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      return undefined;
    }
  };
  const stamp = inBench('node_modules', '.installed');
  const lock = read(inBench('package-lock.json'));
  if (read(stamp) === lock) return;
  console.error('Installing npm packages of the contenders …');
  const [npm, ...args] = npmCommand();
  // koffi brings its library as a package, so that no script needs to run.
  const words = [...args, 'ci', '--no-audit', '--no-fund', '--ignore-scripts'];
  const result = await runCaptured(npm, words, { cwd: inBench() });
  if (!result.ok) throw new Error(`npm ci failed in bench/:\n${result.output}`);
  writeFileSync(stamp, lock);
}

/** Paths of a target are those of its folder; gyp wants them relative to the file that names them. */
function placed(target, folder) {
  const moved = (path) => relative(buildFolder, join(folder, path));
  return {
    ...target,
    sources: target.sources.map(moved),
    ...(target.dependencies && {
      dependencies: target.dependencies.map((each) => relative(buildFolder, inRoot(each))),
    }),
  };
}

/** The targets that contenders name, each in the folder of its contender. */
export async function contenderTargets(names) {
  const result = [];
  for (const name of names) {
    const { target } = await contender(name);
    if (target) result.push({ target_name: name, ...placed(target, inBench('contenders', name)) });
  }
  return result;
}

export async function build(targets) {
  mkdirSync(buildFolder, { recursive: true });
  const text = JSON.stringify({ targets }, null, 2);
  const path = inBuild('binding.gyp');
  const cxx = defaultCompiler();
  const cc = cxx.name.replace('clang++', 'clang').replace('g++', 'gcc');
  const env = childEnvironment({ CXX: cxx.name, CC: compiler(cc) ? cc : cxx.name });
  let before;
  try {
    before = readFileSync(path, 'utf8');
  } catch {
    before = undefined;
  }
  if (before !== text) {
    writeFileSync(path, text);
    await nodeGyp(['configure'], env);
  }
  await nodeGyp(['build', `--jobs=${process.env.JOBS ?? 'max'}`], env);
}

async function nodeGyp(args, env) {
  const [node, ...words] = nodeGypCommand(...args);
  const result = await runCaptured(node, words, { cwd: buildFolder, env });
  if (!result.ok) throw new Error(`${result.output}\nnode-gyp ${args.join(' ')} failed in ${buildFolder}.`);
}

