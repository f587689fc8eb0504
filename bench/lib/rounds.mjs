// Measures all contenders in turn: one process for each, and rounds that alternate between them, so that a
// slow moment of the machine meets all.
import { fork, spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { childEnvironment } from '../../scripts/run.mjs';
import { workloads } from '../workloads/all.mjs';
import { inBench } from './places.mjs';
import { median } from './statistics.mjs';

/** Milliseconds after which a process that gives no answer is taken for hanging. */
const patience = 60_000;

/**
 * Makes the main thread of a process run on the last core only, where the system lets us: the cores of a
 * shared machine can differ by half, and a process stays on one for long. Its other threads run where they like.
 */
const pin = (pid) => spawnSync('taskset', ['-cp', String(availableParallelism() - 1), String(pid)]);

/** The process of a contender: it answers one message at a time. If it has ended, the next starts it anew. */
class contenderProcess {
  #options;
  #child;
  #waiting;

  constructor(name, options) {
    this.name = name;
    this.#options = options;
  }

  async #start() {
    const { nodeOptions = [], warmUp, batch, objects } = this.#options;
    const argument = JSON.stringify({ name: this.name, warmUp, batch, objects });
    this.#child = fork(inBench('lib', 'child.mjs'), [argument], {
      execArgv: ['--expose-gc', ...nodeOptions],
      env: childEnvironment(),
    });
    this.#child.on('message', (message) => this.#waiting.resolve(message));
    this.#child.on('exit', (code, signal) => {
      this.#child = undefined;
      this.#waiting.reject(new Error(`its process ended with ${signal ?? `code ${code}`}`));
    });
    await this.#answer();
    pin(this.#child.pid);
  }

  #answer() {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
    });
  }

  async ask(message) {
    if (!this.#child) await this.#start();
    const answer = this.#answer();
    this.#child.send(message);
    const late = setTimeout(() => this.#child?.kill('SIGKILL'), patience);
    const result = await answer.finally(() => clearTimeout(late));
    if (result.error) throw new Error(result.error);
    return result;
  }

  end() {
    this.#child?.kill();
  }
}

/**
 * Resolves to a list of { name, family, isLong, isError, results, absent, faults }:
 * nanoseconds, reasons why it can't, and what went wrong, by contender.
 * Options: contenders, only, rounds, warmUp and batch in milliseconds, objects (so many are made in a batch of
 * what leaves them to the garbage collector), nodeOptions.
 */
export async function measureAll(options, report = () => {}) {
  const processes = options.contenders.map((name) => new contenderProcess(name, options));
  const chosen = workloads.filter(({ name, family }) =>
    !options.only || `${family}: ${name}`.toLowerCase().includes(options.only.toLowerCase()));
  const table = [];
  try {
    for (const workload of chosen) {
      const rounds = workload.settles ? Math.min(7, options.rounds) : options.rounds;
      table.push(await measureOne(processes, workload, rounds));
      report(table.at(-1));
    }
  } finally {
    for (const each of processes) each.end();
  }
  return table;
}

/** What goes wrong with a contender leaves it out of the workload, with the reason. */
async function measureOne(processes, workload, rounds) {
  const { name, family, isLong, isError } = workload;
  const absent = {};
  const faults = {};
  const samples = new Map();
  const attempt = async (each, work) => {
    try {
      await work();
    } catch (error) {
      samples.delete(each);
      faults[each.name] = error.message;
    }
  };
  for (const each of processes) {
    await attempt(each, async () => {
      const answer = await each.ask({ type: 'prepare', workload: name });
      if (answer.absent) absent[each.name] = answer.absent;
      else samples.set(each, []);
    });
  }
  for (let round = 0; round < rounds; ++round) {
    for (const [each, list] of samples) {
      await attempt(each, async () => list.push((await each.ask({ type: 'measure' })).nanoseconds));
    }
  }
  const results = {};
  for (const [each, list] of samples) results[each.name] = median(list);
  return { name, family, isLong, isError, results, absent, faults };
}
