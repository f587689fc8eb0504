// Measures all contenders in turn: one process for each, and rounds that alternate between them, so that a slow
// moment of the machine meets all.
import { fork } from 'node:child_process';
import { childEnvironment } from '../../scripts/run.mjs';
import { workloads } from '../workloads/all.mjs';
import { inBench } from './places.mjs';
import { median } from './statistics.mjs';

/** A process of a contender that answers one message at a time. */
class contenderProcess {
  #child;
  #waiting;

  constructor(name, { nodeOptions = [], warmUp, batch }) {
    this.name = name;
    this.#child = fork(inBench('lib', 'child.mjs'), [JSON.stringify({ name, warmUp, batch })], {
      execArgv: ['--expose-gc', ...nodeOptions],
      env: childEnvironment(),
    });
    this.#child.on('message', (message) => this.#waiting?.resolve(message));
    this.#child.on('exit', (code, signal) =>
      this.#waiting?.reject(new Error(`The process of ${name} ended with ${signal ?? code}.`)));
    this.ready = this.#answer();
  }

  #answer() {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
    });
  }

  async ask(message) {
    await this.ready;
    const answer = this.#answer();
    this.#child.send(message);
    const result = await answer;
    if (result.error) throw new Error(`${this.name}: ${message.workload ?? ''}\n${result.error}`);
    return result;
  }

  end() {
    this.#waiting = undefined;
    this.#child.disconnect();
  }
}

/**
 * Resolves to a list of { name, family, isLong, isError, results, absent }: nanoseconds and reasons by contender.
 * Options: contenders, only, rounds, warmUp and batch in milliseconds, nodeOptions.
 */
export async function measureAll(options, report = () => {}) {
  const processes = options.contenders.map((name) => new contenderProcess(name, options));
  const chosen = workloads.filter(({ name, family }) =>
    !options.only || `${family}: ${name}`.toLowerCase().includes(options.only.toLowerCase()));
  const table = [];
  try {
    for (const workload of chosen) {
      table.push(await measureOne(processes, workload, options.rounds));
      report(table.at(-1));
    }
  } finally {
    for (const each of processes) each.end();
  }
  return table;
}

async function measureOne(processes, workload, rounds) {
  const { name, family, isLong, isError } = workload;
  const absent = {};
  const samples = new Map();
  for (const each of processes) {
    const answer = await each.ask({ type: 'prepare', workload: name });
    if (answer.absent) absent[each.name] = answer.absent;
    else samples.set(each, []);
  }
  for (let round = 0; round < rounds; ++round) {
    for (const [each, list] of samples) list.push((await each.ask({ type: 'measure' })).nanoseconds);
  }
  const results = {};
  for (const [each, list] of samples) results[each.name] = median(list);
  return { name, family, isLong, isError, results, absent };
}
