// `npm run bench [-- PART … OPTIONS]`; the parts and options stand in `usage`.
import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { compiler } from '../scripts/compilers.mjs';
import { runShown } from '../scripts/run.mjs';
import { requireTools, runScript, setUpPackages } from '../scripts/setup.mjs';
import { measureCold, measureLoad, measureMemory } from './lib/alone.mjs';
import { build, setUpContenders } from './lib/build.mjs';
import { measureCompilation } from './lib/compile.mjs';
import { writeDocument } from './lib/document.mjs';
import { contenderNames } from './lib/places.mjs';
import { measureAll } from './lib/rounds.mjs';
import { absences, aligned, sections } from './lib/sections.mjs';

const usage = `\
node bench/run.mjs [PART …] [OPTIONS]

Parts: calls (what is done without parts), jitless, cold, load, memory, compile, all
  --quick             few and short rounds: about a minute for the calls of all contenders
  --rounds N          rounds of each measurement
  --only TEXT         workloads whose "family: name" contains the text
  --contenders A,B    only these; tendon, the first, is what the others are compared with
  --node PATH         run with another Node.js, which has its headers beside it
  --json FILE         write the results, too
  --from FILE         show results that --json wrote, and measure nothing
  --write             all parts; write docs/performance.md and its charts
  --beside FILE       results with another Node.js, for the document to show beside these`;

const allParts = ['calls', 'jitless', 'cold', 'load', 'memory', 'compile'];
const options = {
  quick: { type: 'boolean', default: false },
  rounds: { type: 'string' },
  only: { type: 'string' },
  contenders: { type: 'string' },
  node: { type: 'string' },
  json: { type: 'string' },
  from: { type: 'string' },
  write: { type: 'boolean', default: false },
  beside: { type: 'string' },
  help: { type: 'boolean', default: false },
};

function readArguments() {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const known = contenderNames();
  const contenders = values.contenders?.split(',') ?? known;
  const all = values.write || positionals.includes('all');
  const asked = positionals.length > 0 ? positionals : ['calls'];
  const parts = all ? allParts : asked;
  const refuse = (what, name) => {
    throw new Error(`There is no ${what} ${name}.\n${usage}`);
  };
  for (const name of contenders) if (!known.includes(name)) refuse('contender', name);
  for (const part of parts) if (!allParts.includes(part)) refuse('part', part);
  return { ...values, contenders, parts };
}

const report = (text) => console.error(text);

/** Warm-up and batches in milliseconds. Short batches often pass without other programs interrupting. */
function speed({ quick, rounds, only, contenders }) {
  const pace = quick
    ? { rounds: 3, warmUp: 20, batch: 8, objects: 50_000 }
    : { rounds: 31, warmUp: 150, batch: 8, objects: 400_000 };
  return { contenders, only, ...pace, ...(rounds && { rounds: Number(rounds) }) };
}

const atMost = (limit, { rounds = limit, quick }) => ({ rounds: Math.min(limit, rounds, quick ? 3 : limit) });
const among = (contenders, names) => contenders.filter((each) => names.includes(each));

/** Those whose addon of 720 functions is loaded and called. That of nobind17 takes minutes to build. */
const withMany = ({ contenders }) => among(contenders, ['tendon', 'node_api', 'node_addon_api']);

const measurements = {
  calls: (given) => measureAll(speed(given), ({ family, name }) => report(`${family}: ${name}`)),
  jitless: (given) =>
    measureAll({ ...speed(given), rounds: given.quick ? 3 : 9, warmUp: 20, objects: 50_000, nodeOptions: ['--jitless'] },
      ({ family, name }) => report(`--jitless, ${family}: ${name}`)),
  cold: (given) => measureCold(given.contenders, atMost(21, given)),
  load: (given) => measureLoad(withMany(given), atMost(15, given)),
  memory: (given) => measureMemory(given.contenders, atMost(3, given)),
  compile: (given) => measureCompilation(given.contenders, atMost(3, given), report),
};

async function measure(given) {
  requireTools();
  await setUpPackages();
  await setUpContenders();
  report(`Building with node-gyp for Node.js ${process.version} …`);
  if (given.parts.some((part) => part !== 'compile')) {
    await build([...given.contenders, ...withMany(given).map((each) => `many_${each}`)]);
  }
  const results = {
    node: process.version,
    machine: `${cpus().length} × ${cpus()[0].model}, ${process.platform} ${process.arch}`,
    compilers: ['g++', 'clang++'].map((each) => compiler(each)?.version).filter(Boolean),
    contenders: given.contenders,
  };
  for (const part of given.parts) {
    report(`Measuring ${part} …`);
    results[part] = await measurements[part](given);
  }
  return results;
}

function show(results) {
  console.log(`Node.js ${results.node} on ${results.machine}`);
  for (const { title, rows } of sections(results)) console.log(`\n${title}\n${aligned(rows)}`);
  const reasons = absences(results);
  if (reasons.length > 0) console.log(`\nMissing:\n${reasons.map((each) => `- ${each}`).join('\n')}`);
}

/** What our own addon or the one it is compared with gets wrong is an error; others just go without. */
function requireSoundness({ calls = [], jitless = [] }) {
  const wrong = [...calls, ...jitless].filter(({ faults }) => faults.tendon || faults.node_api);
  for (const { name, faults } of wrong) report(`${name}: ${faults.tendon ?? faults.node_api}`);
  if (wrong.length > 0) process.exitCode = 1;
}

await runScript(async () => {
  const given = readArguments();
  if (given.help) return console.log(usage);
  const node = given.node && realpathSync(given.node);
  if (node && node !== process.execPath) {
    const succeeded = await runShown(node, process.argv.slice(1));
    if (!succeeded) process.exitCode = 1;
    return;
  }
  const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
  const results = given.from ? read(given.from) : await measure(given);
  if (given.json) writeFileSync(given.json, `${JSON.stringify(results, null, 2)}\n`);
  show(results);
  if (given.write) writeDocument(results, given.beside && read(given.beside));
  requireSoundness(results);
});
