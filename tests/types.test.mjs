import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { load } from '../scripts/load_example.mjs';
import { exampleNames, inRoot } from '../scripts/paths.mjs';
import { runCaptured } from '../scripts/run.mjs';
import { emittedTypings } from '../scripts/typings.mjs';

const exportedValue = /^export (?:declare )?(?:function|(?:abstract )?class|const|namespace) ([\w$]+)/;
const exportedAs = /^export \{ [\w$]+ as ([\w$]+|".*") \};/;
const assignedName = /^export (?:=|default) ([\w$]+);/m;

/**
 * The names of the values that declarations say a module has. With `export =` these are the members of the
 * namespace that is merged with the assigned name.
 */
function declaredNames(declarations) {
  const lines = declarations.split('\n');
  const assigned = declarations.match(assignedName)?.[1];
  const scope = assigned === undefined ? lines : bodyOfNamespace(lines, assigned);
  return [...new Set(scope.flatMap(exportedName))].sort();
}

function exportedName(line) {
  const plain = line.match(exportedValue)?.[1];
  if (plain !== undefined) return [plain];
  const renamed = line.match(exportedAs)?.[1];
  if (renamed === undefined) return [];
  return [renamed.startsWith('"') ? JSON.parse(renamed) : renamed];
}

/** The lines inside `declare namespace NAME {`, one step less indented. */
function bodyOfNamespace(lines, name) {
  const start = lines.findIndex((line) => new RegExp(`^(export )?declare namespace ${name} \\{`).test(line));
  if (start < 0) return [];
  const end = lines.indexOf('}', start);
  return lines.slice(start + 1, end).map((line) => line.replace(/^ {2}/, ''));
}

/** What examples export that tendon did not make, and so does not declare. */
const madeByHand = { mixing_node_addon_api: ['Tally', 'longestWord'] };

for (const name of exampleNames()) {
  test(`the declarations of ${name} are those of types/${name}.d.ts`, async () => {
    const path = inRoot('types', `${name}.d.ts`);
    assert.ok(existsSync(path), `there is no types/${name}.d.ts; run \`npm run golden\``);
    const emitted = await emittedTypings(name);
    assert.equal(emitted, readFileSync(path, 'utf8'), `types/${name}.d.ts is stale; run \`npm run golden\``);
  });

  test(`the declarations of ${name} name what it exports`, async () => {
    const names = [...declaredNames(await emittedTypings(name)), ...(madeByHand[name] ?? [])];
    assert.deepEqual(names.sort(), Object.keys(load(name)).sort());
  });
}

test('TypeScript accepts the declarations and their use', async () => {
  const compiler = inRoot('node_modules', 'typescript', 'bin', 'tsc');
  const result = await runCaptured(process.execPath, [compiler, '-p', inRoot('types', 'tsconfig.json')]);
  assert.ok(result.ok, result.output);
});

test('names are found in declarations of both kinds', () => {
  const named = `\
export interface Point { readonly x: number; }
/** Adds. */
export function add(a: number): number;
export function add(a: string): string;
export declare const VERSION: '1';
export declare class Counter {
  next(): number;
}
export type Color = 'red';
export namespace math {
  export function inner(): void;
}
declare const export_1: 1;
export { export_1 as "odd name" };
declare function export_2(): void;
export { export_2 as delete };
`;
  const names = ['Counter', 'VERSION', 'add', 'delete', 'math', 'odd name'];
  assert.deepEqual(declaredNames(named), names);
  const assigned = `\
declare function addon(): number;
declare namespace addon {
  export interface Options {}
  export function other(): void;
}
export = addon;
`;
  assert.deepEqual(declaredNames(assigned), ['other']);
});
