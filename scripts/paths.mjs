// Where things lie in this repository.
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const buildFolder = join(root, 'build');
export const cacheFolder = join(root, '.cache');

export const inRoot = (...parts) => join(root, ...parts);

/** The built addon of a target of binding.gyp. */
export const addonPath = (name) => join(buildFolder, 'Release', `${name}.node`);

/** The built executable of a target of binding.gyp. */
export const programPath = (name) =>
  join(buildFolder, 'Release', process.platform === 'win32' ? `${name}.exe` : name);

/** The names of the folders of examples/ that hold an addon, sorted. */
export function exampleNames() {
  if (!existsSync(inRoot('examples'))) return [];
  return readdirSync(inRoot('examples'))
    .filter((name) => existsSync(inRoot('examples', name, 'addon.cc')))
    .sort();
}

/** The files at or below the given places with one of the endings; relative, with slashes, sorted. */
export function listFiles(places, endings) {
  const found = places.flatMap((place) => walk(place));
  return found.filter((path) => endings.some((ending) => path.endsWith(ending))).sort();
}

function walk(place) {
  if (!existsSync(inRoot(place))) return [];
  let entries;
  try {
    entries = readdirSync(inRoot(place), { withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOTDIR') return [place];
    throw error;
  }
  return entries
    .filter((entry) => entry.name !== 'node_modules' && entry.name !== 'build' && !entry.name.startsWith('.'))
    .flatMap((entry) => (entry.isDirectory() ? walk(`${place}/${entry.name}`) : [`${place}/${entry.name}`]));
}

/** All C++ files that we write. */
export const cppFiles = () =>
  listFiles(['include', 'examples', 'tests', 'bench'], ['.hpp', '.h', '.cc', '.cpp']);
