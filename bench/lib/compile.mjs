// How long compilers take, and how large the result is.
import { spawnSync } from 'node:child_process';
import { mkdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { nodeDirectory } from '../../scripts/node_gyp.mjs';
import { compiler } from '../../scripts/compilers.mjs';
import { inRoot } from '../../scripts/paths.mjs';
import { compileOptions } from './build.mjs';
import { checkMany, manyContenders, writeMany } from './many.mjs';
import { inBench, inBuild } from './places.mjs';
import { median } from './statistics.mjs';

/** Minutes after which a compiler is stopped. */
const patience = 5;

class tooSlow extends Error {}

/** Runs a program; gives the seconds of processor time that it and its children took. */
function timed(command, args) {
  const words = ['-c', 'TIMEFORMAT="%U %S"; time "$@"', 'bash', command, ...args];
  const result = spawnSync('timeout', [`${patience}m`, 'bash', ...words], { encoding: 'utf8' });
  if (result.status === 124) throw new tooSlow(`${command} was stopped after ${patience} minutes`);
  const lines = result.stderr.trimEnd().split('\n');
  if (result.status !== 0) {
    throw new Error(`${command} ${args.join(' ')} failed:\n${lines.slice(0, 30).join('\n')}`);
  }
  return lines.at(-1).split(' ').reduce((total, each) => total + Number(each), 0);
}

const nodeInclude = () => {
  const prefix = nodeDirectory();
  return prefix ? `${prefix}/include/node` : inRoot('node_modules', 'node-api-headers', 'include');
};

/** Compiles and links an addon, as node-gyp does but for the optimisation: { seconds, kilobytes, path }. */
async function compiled(cxx, contender, source, optimisation, name) {
  mkdirSync(inBuild('compiled'), { recursive: true });
  const stem = inBuild('compiled', `${name}_${contender}_${cxx.replaceAll('+', 'p')}`);
  const isC = source.endsWith('.c');
  const command = isC ? cxx.replace('clang++', 'clang').replace('g++', 'gcc') : cxx;
  const defines = ['-DNODE_GYP_MODULE_NAME=many', '-DBUILDING_NODE_EXTENSION'];
  const include = `-I${nodeInclude()}`;
  const own = await compileOptions(contender);
  const options = [optimisation, '-fPIC', '-pthread', ...defines, include, ...own];
  const seconds = timed(command, [...options, '-c', source, '-o', `${stem}.o`]);
  timed(cxx, ['-shared', '-pthread', '-s', `${stem}.o`, '-o', `${stem}.node`]);
  return { seconds, kilobytes: statSync(`${stem}.node`).size / 1000, path: `${stem}.node` };
}

/**
 * Seconds of processor time and the size in kilobytes, by what is compiled, compiler and contender:
 * { seconds: { [what]: { [contender] } }, kilobytes, absent }.
 */
export async function measureCompilation(contenders, { rounds }, report) {
  const found = ['g++', 'clang++'].filter((each) => compiler(each));
  const result = { seconds: {}, kilobytes: {}, absent: {} };
  const chosen = manyContenders.filter((each) => contenders.includes(each));
  for (const cxx of found) {
    const [hello, many] = [`hello, ${cxx} -O3`, `720 functions, ${cxx} -Os`];
    for (const what of [hello, many]) result.seconds[what] = {};
    result.kilobytes[many] = {};
    for (const contender of chosen) {
      const source = inBench('hello', `${contender}.${contender === 'node_api' ? 'c' : 'cc'}`);
      const times = [];
      for (let i = 0; i < rounds; ++i) {
        times.push((await compiled(cxx, contender, source, '-O3', 'hello')).seconds);
      }
      result.seconds[hello][contender] = median(times);
      report(`${hello}: ${contender}`);
      let made;
      try {
        made = await compiled(cxx, contender, writeMany(contender), '-Os', 'many');
      } catch (error) {
        if (!(error instanceof tooSlow)) throw error;
        (result.absent[many] ??= {})[contender] = error.message;
        continue;
      }
      const { seconds, kilobytes, path } = made;
      checkMany(createRequire(import.meta.url)(path));
      result.seconds[many][contender] = seconds;
      result.kilobytes[many][contender] = kilobytes;
      report(`${many}: ${contender}`);
    }
  }
  return result;
}
