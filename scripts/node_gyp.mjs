// Calls node-gyp so that it needs no download where the headers of Node.js are already there.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRoot } from './paths.mjs';

/** The prefix of the running Node.js when its headers lie beside it. */
export function nodeDirectory() {
  const prefix = dirname(dirname(process.execPath));
  const header = join(prefix, 'include', 'node', 'node_version.h');
  if (!existsSync(header)) return undefined;
  const text = readFileSync(header, 'utf8');
  const part = (name) => text.match(new RegExp(`#define NODE_${name}_VERSION (\\d+)`))?.[1];
  return `v${part('MAJOR')}.${part('MINOR')}.${part('PATCH')}` === process.version ? prefix : undefined;
}

/** The words that run node-gyp: the program first. */
export function nodeGypCommand(...args) {
  const prefix = nodeDirectory();
  return [
    process.execPath,
    inRoot('node_modules', 'node-gyp', 'bin', 'node-gyp.js'),
    ...args,
    ...(prefix ? [`--nodedir=${prefix}`] : []),
  ];
}
