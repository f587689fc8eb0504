// clang-format as this repository uses it: the version that package.json names, since others format differently.
import { createRequire } from 'node:module';
import { cppFiles, root } from './paths.mjs';
import { runCaptured } from './run.mjs';

function find() {
  try {
    return { program: createRequire(import.meta.url)('clang-format').getNativeBinary() };
  } catch (error) {
    return { reason: `the npm package clang-format has no program for this system: ${error.message}` };
  }
}

/** Runs clang-format over all our C++ files; resolves to { skipped: reason } or { ok, output }. */
export async function clangFormat(...options) {
  const { program, reason } = find();
  if (!program) return { skipped: reason };
  return runCaptured(program, ['--style=file', ...options, ...cppFiles()], { cwd: root });
}
