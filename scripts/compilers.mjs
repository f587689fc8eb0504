// The C++ compilers of this machine.
import { outputOf } from './run.mjs';

/** { name, command, version } of a CXX, which may be several words (`ccache g++`), or undefined. */
export function compiler(cxx) {
  const command = cxx.split(' ').filter(Boolean);
  const version = outputOf(command[0], [...command.slice(1), '--version'])?.split('\n')[0];
  return version && { name: cxx, command, version };
}

/**
 * The compilers to test with, and a sentence for each that is left out. g++ comes last, so that its build
 * stays. A CXX in the environment is then the only one.
 */
export function testCompilers() {
  const wanted = process.env.CXX ? [process.env.CXX] : ['clang++', 'g++'];
  const found = [];
  const skipped = [];
  for (const cxx of wanted) {
    const candidate = compiler(cxx);
    if (!candidate) skipped.push(`${cxx} skipped: it is not installed`);
    else if (found.some((other) => other.version === candidate.version)) {
      skipped.push(`${cxx} skipped: it is another name of ${found[0].name} here`);
    } else found.push(candidate);
  }
  return { found, skipped };
}

/** The compiler that builds when none is asked for. */
export function defaultCompiler() {
  const found = testCompilers().found.at(-1);
  if (!found) throw new Error('No C++ compiler found. Install g++ or clang++ (C++20), or set CXX.');
  return found;
}
