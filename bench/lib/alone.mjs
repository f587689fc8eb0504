// What is measured in processes of their own: memory, loading, first calls.
import { childEnvironment, runCaptured } from '../../scripts/run.mjs';
import { inBench } from './places.mjs';
import { median } from './statistics.mjs';

async function once(task, contender) {
  const args = [inBench('lib', 'once.mjs'), task, contender];
  const result = await runCaptured(process.execPath, args, { env: childEnvironment(), timeout: 300_000 });
  if (!result.ok) throw new Error(`${task} of ${contender} failed:\n${result.output}`);
  return JSON.parse(result.stdout);
}

/** Runs a task in turn for all contenders; resolves to medians: { [name of the value]: { [contender] } }. */
export async function medians(task, contenders, rounds) {
  const samples = {};
  for (let round = 0; round < rounds; ++round) {
    for (const contender of contenders) {
      for (const [key, value] of Object.entries(await once(task, contender))) {
        ((samples[key] ??= {})[contender] ??= []).push(value);
      }
    }
  }
  return Object.fromEntries(
    Object.entries(samples).map(([key, lists]) => [
      key,
      Object.fromEntries(Object.entries(lists).map(([contender, list]) => [contender, median(list)])),
    ]));
}

/** Peaks of the resident memory in megabytes, by loop and contender. */
export async function measureMemory(contenders, { rounds }) {
  const withClasses = contenders.filter((each) => each !== 'koffi');
  const peak = async (task) => (await medians(task, withClasses, rounds)).megabytes;
  return {
    'new, 3 million in one loop': await peak('memoryLoop'),
    'new, 2 million, 1 in 100 kept': await peak('memoryKeep'),
    'new, 20,000, all kept': await peak('memoryNeeded'),
  };
}

/** Milliseconds to load 720 functions, by thread and contender. */
export const measureLoad = (contenders, { rounds }) => medians('load', contenders, rounds);

/** Microseconds of the first hundred operations, by workload and contender. */
export const measureCold = (contenders, { rounds }) => medians('cold', contenders, rounds);
