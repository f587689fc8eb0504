// What AddressSanitizer and LeakSanitizer reported, and what of it is a fault of ours.
import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A frame of a stack: number, module, function, source. For the option stack_trace_format. */
export const stackFormat = '    #%n [%m] %f %S';
const framePattern = /^ {4}#\d+ \[(.*?)\] (.*)$/;

/** Libraries that ask for memory on behalf of their caller. */
const isGoBetween = (module) => /^(?:lib(?:asan|stdc\+\+|gcc_s|c|m|pthread|dl)|ld-linux[\w-]*)\.so/.test(basename(module));

/** What Node-API gives to its caller, who must give it back. Its other memory belongs to Node.js. */
const givenAway = new Set([
  'napi_create_reference', 'napi_create_async_work', 'napi_create_threadsafe_function', 'napi_async_init',
  'napi_add_async_cleanup_hook',
]);

const nodeProgram = realpathSync(process.execPath);
const isNode = (module) => module === nodeProgram || module === process.execPath;

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

/** The faults of one process: each leak that isn't of Node.js itself, and whatever is no leak. */
function faultsOf(log) {
  const leaks = [];
  const rest = log
    .replaceAll(/^(?:Direct|Indirect) leak of .*\n(?: {4}#.*\n)*/gm, (leak) => (leaks.push(leak), ''))
    .replaceAll(/^(?:=+|==\d+==ERROR: LeakSanitizer: detected memory leaks|SUMMARY: .* leaked in .*)$/gm, '');
  return [...leaks.filter((leak) => !isOfNode(leak)), rest].map((text) => text.trim()).filter(Boolean);
}

/**
 * Node.js doesn't free all of its memory when it ends, so a leak is ours when we asked for the memory: what
 * matters is the first module in the stack that isn't a go-between.
 */
function isOfNode(leak) {
  const frames = leak.split('\n').flatMap((line) => {
    const [, module, place] = line.match(framePattern) ?? [];
    return module === undefined || isGoBetween(module) ? [] : [{ module, place }];
  });
  if (frames.length === 0 || !isNode(frames[0].module)) return false;
  const first = frames.findIndex(({ place }) => !place.startsWith('v8impl::'));
  return !givenAway.has(frames[first]?.place.split(/[ (]/)[0]);
}
