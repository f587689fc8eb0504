// Asks a compiler whether code compiles, without making an object file.
import { inRoot } from './paths.mjs';
import { runCaptured } from './run.mjs';

const nodeApiInclude = inRoot('node_modules', 'node-api-headers', 'include');
export const nodeAddonApiInclude = inRoot('node_modules', 'node-addon-api');

/** Compiles a file, or the text of `input` when the file is `-`; resolves to { ok, output }. */
export function syntaxCheck(cxx, file, { input, includeFolders = [], options = [] } = {}) {
  const [command, ...words] = cxx.command;
  const language = ['-x', 'c++', '-std=c++20', '-fno-rtti'];
  const folders = [inRoot('include'), nodeApiInclude, ...includeFolders].map((folder) => `-I${folder}`);
  const args = [...words, ...language, '-fsyntax-only', ...options, ...folders, file];
  return runCaptured(command, args, { input, cwd: inRoot() });
}
