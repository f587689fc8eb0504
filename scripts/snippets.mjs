// Code in the documents is a copy of code that is compiled and run. A comment above a block names its source:
//   <!-- file: PATH -->        the whole file
//   <!-- file: PATH#NAME -->   the lines between `// [NAME]` and `// [/NAME]` (Python and gyp: `#`), dedented
import { readFileSync } from 'node:fs';
import { inRoot, listFiles } from './paths.mjs';

const checked = new Set(['cpp', 'ts', 'js', 'python']);
const otherSpellings = new Map([
  ['c++', 'cpp'], ['cc', 'cpp'], ['hpp', 'cpp'], ['typescript', 'ts'], ['mts', 'ts'], ['cts', 'ts'],
  ['javascript', 'js'], ['mjs', 'js'], ['cjs', 'js'], ['py', 'python'], ['gyp', 'python'],
]);
const marker = /^\s*(?:\/\/|#) \[\/?([\w-]+)\]\s*$/;

/** The documents whose code is checked. */
export const documents = () => listFiles(['README.md', 'docs', 'examples'], ['.md']);

/** The fenced blocks of a document: { language, source, start, end }; its text is the lines start to end. */
export function codeBlocks(lines) {
  const blocks = [];
  for (let index = 0; index < lines.length; ++index) {
    const fence = lines[index].match(/^(\s*)(`{3,})\s*([^\s`]*)/);
    if (!fence) continue;
    const start = index + 1;
    do ++index; while (index < lines.length && lines[index].trim() !== fence[2]);
    blocks.push({ language: fence[3], source: sourceAbove(lines, start - 2), start, end: index });
  }
  return blocks;
}

function sourceAbove(lines, index) {
  while (index >= 0 && lines[index].trim() === '') --index;
  return lines[index]?.match(/^\s*<!-- file: (\S+) -->\s*$/)?.[1];
}

/** What stands wrong with the code of a document, one sentence for each fault. */
export function faults(text, path) {
  const lines = text.split('\n');
  return codeBlocks(lines)
    .map((block) => [block, fault(block, lines)])
    .filter(([, sentence]) => sentence)
    .map(([block, sentence]) => `${path}:${block.start}: ${sentence}`);
}

function fault(block, lines) {
  const spelling = otherSpellings.get(block.language);
  if (spelling) return `write \`${spelling}\` for \`${block.language}\``;
  if (block.language === '') return 'the block names no language (`text` for plain text)';
  if (!checked.has(block.language)) return undefined;
  if (!block.source) return 'there is no <!-- file: … --> above the block';
  try {
    if (sourceText(block.source) === lines.slice(block.start, block.end).join('\n')) return undefined;
  } catch (error) {
    return error.message;
  }
  return `the block differs from ${block.source}; run \`npm run golden\``;
}

/** The document with all its named blocks copied anew from their sources. */
export function refreshed(text, path) {
  const lines = text.split('\n');
  for (const block of codeBlocks(lines).reverse()) {
    if (!block.source) continue;
    try {
      lines.splice(block.start, block.end - block.start, ...sourceText(block.source).split('\n'));
    } catch (error) {
      throw new Error(`${path}:${block.start}: ${error.message}`);
    }
  }
  return lines.join('\n');
}

/** The text that `PATH` or `PATH#NAME` stands for, without marker lines. */
export function sourceText(source) {
  const [path, name] = source.split('#');
  let lines;
  try {
    lines = readFileSync(inRoot(path), 'utf8').trimEnd().split('\n');
  } catch {
    throw new Error(`there is no file ${path}`);
  }
  if (name !== undefined) lines = region(lines, path, name);
  return dedented(lines.filter((line) => !marker.test(line))).join('\n').replace(/^\n+|\s+$/g, '');
}

function region(lines, path, name) {
  const bare = lines.map((line) => line.trim().replace(/^(\/\/|#) /, ''));
  const places = (text) => bare.flatMap((line, index) => (line === text ? [index] : []));
  const [starts, ends] = [places(`[${name}]`), places(`[/${name}]`)];
  if (starts.length !== 1 || ends.length !== 1 || ends[0] < starts[0]) {
    throw new Error(`${path} has no single region [${name}] … [/${name}]`);
  }
  return lines.slice(starts[0] + 1, ends[0]);
}

function dedented(lines) {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const indent = Math.min(...indents);
  return lines.map((line) => line.slice(Number.isFinite(indent) ? indent : 0));
}
