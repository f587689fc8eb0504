// Where the benchmarks and what they build lie. Each version of Node.js has builds of its own.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../../scripts/paths.mjs';

export const inBench = (...parts) => inRoot('bench', ...parts);
export const buildFolder = inBench('build', `${process.version}-${process.arch}`);
export const inBuild = (...parts) => join(buildFolder, ...parts);
export const builtAddon = (target) => inBuild('build', 'Release', `${target}.node`);

const order = ['tendon', 'node_api', 'v8', 'node_addon_api', 'nobind17', 'koffi'];

/** The names of the contenders that are there, in the order of the tables. */
export function contenderNames() {
  const found = readdirSync(inBench('contenders'));
  const isThere = (name) => found.includes(name) && existsSync(inBench('contenders', name, 'contender.mjs'));
  return order.filter(isThere);
}

export const contender = async (name) =>
  (await import(`../contenders/${name}/contender.mjs`)).default;
