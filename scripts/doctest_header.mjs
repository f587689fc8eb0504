// Finds the C++ header <doctest/doctest.h>.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './paths.mjs';

export const unpackedDoctest = join(cacheFolder, 'doctest');
const unpackedInclude = join(unpackedDoctest, 'usr', 'include');

/** The folder to search for <doctest/doctest.h>; undefined: the compiler should look in its own places. */
export function doctestInclude() {
  if (process.env.DOCTEST_INCLUDE) return process.env.DOCTEST_INCLUDE;
  return existsSync(join(unpackedInclude, 'doctest', 'doctest.h')) ? unpackedInclude : undefined;
}
