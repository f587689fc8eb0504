// The include rule: a header may include the standard library, its own layer and lower layers.
import { posix } from 'node:path';

const folders = new Map([
  ['base', 0], ['describe', 1], ['napi', 2], ['env', 3], ['glue', 5], ['casters', 6], ['interop', 8],
]);
const topHeaders = new Map([['forward.hpp', 4], ['caster.hpp', 4], ['addon.hpp', 7], ['tendon.hpp', 7]]);
const interop = 8;

const nodeApiHeaders = new Set([
  'node_api.h', 'node_api_types.h', 'js_native_api.h', 'js_native_api_types.h',
]);
const longestHeader = 400;
export const longestMedian = 120;

/** The layer of a header, named by its path below include/tendon/; undefined when it belongs to none. */
export function layerOf(path) {
  const [first, ...rest] = path.split('/');
  return rest.length > 0 ? folders.get(first) : topHeaders.get(first);
}

/** The includes of a text: { line, name, quoted }. */
export function includesOf(text) {
  return text.split('\n').flatMap((content, index) => {
    const match = content.match(/^\s*#\s*include\s*(?:<([^>]+)>|"([^"]+)")/);
    return match ? [{ line: index + 1, name: match[1] ?? match[2], quoted: match[2] !== undefined }] : [];
  });
}

/** The path below include/tendon/ of an included header of ours, or undefined. */
function ownHeader(from, { name, quoted }, headers) {
  if (name.startsWith('tendon/')) return name.slice('tendon/'.length);
  const beside = posix.join(posix.dirname(from), name);
  return quoted && headers.has(beside) ? beside : undefined;
}

/** All faults of the headers, a Map from paths below include/tendon/ to texts; one sentence each. */
export function faults(headers) {
  const found = [];
  for (const [path, text] of headers) {
    const report = (line, sentence) => found.push(`include/tendon/${path}:${line}: ${sentence}`);
    checkHeader(path, text, headers, report);
  }
  return [...found, ...cycles(headers)];
}

function checkHeader(path, text, headers, report) {
  const layer = layerOf(path);
  if (layer === undefined) return report(1, 'the header belongs to no layer');
  const guards = text.split('\n').filter((line) => line.trim() === '#pragma once').length;
  if (guards !== 1) report(1, `it has \`#pragma once\` ${guards} times instead of once`);
  const lines = lineCount(text);
  if (lines > longestHeader) report(lines, `it is longer than ${longestHeader} lines`);
  for (const include of includesOf(text)) {
    const sentence = includeFault(path, layer, include, headers);
    if (sentence) report(include.line, `includes ${include.name}: ${sentence}`);
  }
}

function includeFault(path, layer, include, headers) {
  const target = ownHeader(path, include, headers);
  if (target !== undefined) return ownFault(layer, target, headers);
  if (/^[a-z0-9_]+$/.test(include.name) && !include.quoted) return undefined;
  if (nodeApiHeaders.has(include.name)) {
    return layer >= 2 ? undefined : 'base/ and describe/ know nothing of Node-API';
  }
  if (include.name === 'napi.h') {
    return layer === interop ? undefined : 'node-addon-api belongs in interop/ alone';
  }
  return 'it is not ours, nor standard, nor of Node-API';
}

function ownFault(layer, target, headers) {
  if (!headers.has(target)) return 'there is no such header';
  const targetLayer = layerOf(target);
  if (targetLayer === undefined) return 'it belongs to no layer';
  return targetLayer > layer ? `layer ${layer} may not include layer ${targetLayer}` : undefined;
}

/** One sentence for each circle of includes. */
function cycles(headers) {
  const found = [];
  const finished = new Set();
  const visit = (path, trail) => {
    if (trail.includes(path)) {
      const circle = [...trail.slice(trail.indexOf(path)), path];
      found.push(`include/tendon/${path}: includes go in a circle: ${circle.join(' -> ')}`);
      return;
    }
    if (finished.has(path)) return;
    for (const include of includesOf(headers.get(path))) {
      const target = ownHeader(path, include, headers);
      if (headers.has(target)) visit(target, [...trail, path]);
    }
    finished.add(path);
  };
  for (const path of headers.keys()) visit(path, []);
  return found;
}

const lineCount = (text) => text.replace(/\n$/, '').split('\n').length;

/** The median of the line counts. */
export function medianLines(headers) {
  const counts = [...headers.values()].map(lineCount).sort((a, b) => a - b);
  const [lower, upper] = [Math.floor((counts.length - 1) / 2), Math.floor(counts.length / 2)];
  return (counts[lower] + counts[upper]) / 2;
}
