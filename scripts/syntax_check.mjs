// Asks a compiler whether code compiles, without making an object file.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './paths.mjs';
import { runCaptured } from './run.mjs';

const nodeApiInclude = inRoot('node_modules', 'node-api-headers', 'include');
export const nodeAddonApiInclude = inRoot('node_modules', 'node-addon-api');

function compile(cxx, language, file, { input, includeFolders = [], options = [] }) {
  const [command, ...words] = cxx.command;
  const folders = [inRoot('include'), nodeApiInclude, ...includeFolders].map((folder) => `-I${folder}`);
  const args = [...words, '-x', language, '-std=c++20', '-fno-rtti', ...options, ...folders, file];
  return runCaptured(command, args, { input, cwd: inRoot() });
}

/** Compiles a file, or the text of `input` when the file is `-`; resolves to { ok, output }. */
export const syntaxCheck = (cxx, file, { options = [], ...rest } = {}) =>
  compile(cxx, 'c++', file, { options: ['-fsyntax-only', ...options], ...rest });

/**
 * Compiles <tendon/tendon.hpp> once, into a folder; resolves to the options by which syntaxCheck needs not do
 * it again for files that include it without more than this.
 */
export async function precompile(cxx, folder) {
  const header = join(folder, 'precompiled.hpp');
  writeFileSync(header, '#include <tendon/tendon.hpp>\n');
  const { ok, output } = await compile(cxx, 'c++-header', header, { options: ['-o', `${header}.gch`] });
  if (!ok) throw new Error(output);
  return ['-include', header];
}
