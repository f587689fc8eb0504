// docs/performance.md and its charts.
import { mkdirSync, writeFileSync } from 'node:fs';
import { inRoot } from '../../scripts/paths.mjs';
import { barChart, linear, logarithmic } from './chart.mjs';
import { absences, sections } from './sections.mjs';
import { familyRatios, figure, totalRatio } from './table.mjs';

const cellOf = (text) => text.replaceAll('|', '\\|');

function markdownTable(rows) {
  const line = (cells) => `| ${cells.map(cellOf).join(' | ')} |`;
  const [header, ...others] = rows;
  return [line(header), `|---|${'---:|'.repeat(header.length - 1)}`, ...others.map(line)].join('\n');
}

/** How many times faster than Node-API by hand each contender is. */
function familyChart({ calls, contenders }) {
  const series = contenders.filter((each) => each !== 'node_api');
  const ratios = Object.fromEntries(series.map((each) => [
    each,
    { ...familyRatios(calls, each, 'node_api'), total: totalRatio(calls, each, 'node_api') },
  ]));
  const labels = Object.keys(ratios[series[0]]);
  return barChart({
    title: 'Speed, in times of Node-API by hand (more is better, logarithmic)',
    series,
    groups: labels.map((label) => ({
      label,
      bars: series
        .filter((each) => ratios[each][label])
        .map((each) => ({ series: each, value: ratios[each][label] })),
    })),
    format: (value) => `${value.toFixed(2)} ×`,
    scale: logarithmic(0.1, 64),
    mark: 1,
  });
}

/** Absolute values of { what: { contender: value } }: less is better. */
function plainChart(title, values, contenders, unit) {
  const all = Object.values(values).flatMap((each) => Object.values(each));
  return barChart({
    title: `${title} (less is better)`,
    series: contenders,
    groups: Object.entries(values).map(([label, results]) => ({
      label,
      bars: contenders
        .filter((each) => results[each])
        .map((each) => ({ series: each, value: results[each] })),
    })),
    format: (value) => `${figure(value)} ${unit}`,
    scale: linear(Math.max(...all)),
  });
}

const method = `\
## Method

\`npm run bench\` does everything: it installs the packages of the contenders into \`bench/\`, builds with
node-gyp and its options, checks that each contender gives the right results, and measures. \`npm run bench --
--help\` lists the parts and options; \`npm run bench -- --write\` measures all and writes this document.

- All contenders do the same work through the same JavaScript. Those in C++ call the plain functions and
  classes of [workload.hpp](../bench/workload.hpp), whose bodies do next to nothing. Workloads are in
  [bench/workloads](../bench/workloads), each with a check of its outcome, and contenders in
  [bench/contenders](../bench/contenders), written as their own documentation shows, checks of arguments
  included.
- Each contender has a process of its own. A workload is warmed up in all of them. Then rounds take turns, one
  batch of some 8 ms in one process after the other, so that a slow moment of the machine meets all. A figure
  is the median of the rounds. Batches are short so that most pass without an interruption by other programs.
  Where \`taskset\` exists, the main threads of all contenders run on the same core.
- Each workload runs in a function of its own, compiled anew from its text, so that the engine learns nothing
  about one from another. All workloads of a contender share a process, as the functions of an addon do.
  Results are stored or summed up, so that nothing can be left out.
- Where objects are collected, a batch makes 400,000 of them, so that collections fall into each, and the event
  loop turns before the clock stops, since that is when finalizers run.
- A family's figure is the geometric mean of its workloads, the total that of the families. What a contender
  can't do is left out of the means that it is part of.
- \`A ÷ tendon\` is how many times as long as tendon A takes.
- First calls: a new process loads the addon and does each of the short workloads a hundred times. The figure
  is the geometric mean of the ratios of the medians.
- Memory is the peak of the resident memory of a new process. Loading is measured in a new process, and in the
  second worker of it. Compilation is processor time of the compiler.
`;

const heading = (name) => `### ${name[0].toUpperCase()}${name.slice(1)}`;

/** What was reached with another Node.js, on the same machine. */
function besideText(results) {
  const rowsOf = (name) => sections(results).find((each) => each.title === name).rows;
  return `\
## The same with Node.js ${results.node}

${markdownTable(rowsOf('bars'))}

${markdownTable(rowsOf('families'))}
`;
}

/** `beside`: results with another Node.js, if there are any. */
export function writeDocument(results, beside) {
  const { node, machine, compilers, contenders, calls, memory, compile } = results;
  const folder = inRoot('docs', 'performance');
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/families.svg`, familyChart(results));
  const known = (values) => contenders.filter((each) => Object.values(values).some((row) => row[each]));
  writeFileSync(`${folder}/memory.svg`, plainChart('Peak memory', memory, known(memory), 'MB'));
  writeFileSync(`${folder}/compilation.svg`,
    plainChart('Processor time to compile', compile.seconds, known(compile.seconds), 's'));
  const reasons = absences(results).map((each) => `- ${each}`);
  const parts = sections(results);
  const of = (title) => parts.find((each) => each.title === title);
  const shown = (part) => `${heading(part.title)}\n\n${markdownTable(part.rows)}\n`;
  const text = `\
# Performance

What calls into C++ cost, compared with other ways to write an addon: directly against V8, by hand with
Node-API in C and with node-addon-api, with nobind17, and with koffi, which calls C without an addon.

Node.js ${node} on ${machine}; ${compilers.join('; ')}. Other programs may have run on this
machine at the same time: read the ratios.

![Speed by family](performance/families.svg)
![Peak memory](performance/memory.svg)
![Time to compile](performance/compilation.svg)

## What it must reach

${markdownTable(of('bars').rows)}

Asynchronous calls are not measured: the library has none yet. V8's fast API calls aren't either: the headers that
Node.js has for addons lack them.

## Results

${shown(of('families'))}
${parts.filter(({ title }) => title !== 'bars' && title !== 'families').map(shown).join('\n')}
Missing:

${reasons.join('\n')}

${beside ? `${besideText(beside)}\n` : ''}${method}`;
  writeFileSync(inRoot('docs', 'performance.md'), text);
  console.error(`Wrote docs/performance.md for ${calls.length} workloads.`);
}
