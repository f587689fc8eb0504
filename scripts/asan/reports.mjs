// What AddressSanitizer and LeakSanitizer reported, and what of it is a fault of ours.
import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../paths.mjs';

/** A frame of a stack: number, module, function, source. For the option stack_trace_format. */
export const stackFormat = '    #%n [%m] %f %S';
const framePattern = /^ {4}#\d+ \[(.*?)\] (.*)$/;

/** What Node-API gives to its caller, who must give it back. Its other memory belongs to Node.js. */
const givenAway = new Set([
  'napi_create_reference', 'napi_create_async_work', 'napi_create_threadsafe_function', 'napi_async_init',
  'napi_add_async_cleanup_hook',
]);

const nodeProgram = realpathSync(process.execPath);
const isNode = (module) => module === nodeProgram || /^libnode\.so/.test(basename(module));
const ourFolder = join(realpathSync(root), 'build/');
const isOurs = (module) => module.endsWith('.node') || module.startsWith(ourFolder);

/**
 * The faults in the reports that lie in a folder, each with its text and the number of processes that
 * reported it.
 */
export function faultsIn(folder) {
  const counts = new Map();
  for (const name of readdirSync(folder).sort()) {
    for (const fault of new Set(faultsOf(readFileSync(join(folder, name), 'utf8')))) {
      counts.set(fault, (counts.get(fault) ?? 0) + 1);
    }
  }
  return [...counts].map(([text, processes]) => ({ text, processes }));
}

/** The faults in the report of one process: each leak that isn't of Node.js itself, and whatever is no leak. */
export function faultsOf(log) {
  const leaks = [];
  const rest = log
    .replaceAll(/^(?:Direct|Indirect) leak of .*\n(?: {4}#.*\n)*/gm, (leak) => (leaks.push(leak), ''))
    .replaceAll(/^(?:=+|.*ERROR: LeakSanitizer: detected memory leaks|SUMMARY: .* leaked in .*)$/gm, '');
  return [...leaks.filter((leak) => !isOfNode(leak)), rest].map((text) => text.trim()).filter(Boolean);
}

/**
 * Node.js doesn't free all of its memory when it ends, so a leak is ours when we asked for the memory: what
 * matters is the first frame that is ours or of Node.js. Other libraries ask on behalf of their callers.
 */
function isOfNode(leak) {
  const frames = leak.split('\n').flatMap((line) => {
    const [, module, place] = line.match(framePattern) ?? [];
    return module !== undefined && (isNode(module) || isOurs(module)) ? [{ module, place }] : [];
  });
  if (frames.length === 0 || !isNode(frames[0].module)) return false;
  const entry = frames.find(({ place }) => !place.startsWith('v8impl::'));
  return !givenAway.has(entry?.place.split(/[ (]/)[0]);
}
