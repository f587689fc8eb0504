// `npm run golden`: writes what tests compare with: declarations of the examples, snippets of the documents.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { buildExamples } from './build.mjs';
import { documents, refreshed } from './snippets.mjs';
import { exampleNames, inRoot } from './paths.mjs';
import { requireTools, runScript, setUpPackages } from './setup.mjs';
import { emittedTypings } from './typings.mjs';

function writeWhenChanged(path, before, after) {
  if (before === after) return;
  writeFileSync(inRoot(path), after);
  console.log(`Wrote ${path}`);
}

function textOf(path) {
  try {
    return readFileSync(inRoot(path), 'utf8');
  } catch {
    return undefined;
  }
}

await runScript(async () => {
  requireTools();
  await setUpPackages();
  await buildExamples();
  mkdirSync(inRoot('types'), { recursive: true });
  for (const name of exampleNames()) {
    const path = `types/${name}.d.ts`;
    writeWhenChanged(path, textOf(path), await emittedTypings(name));
  }
  for (const path of documents()) writeWhenChanged(path, textOf(path), refreshed(textOf(path), path));
});
