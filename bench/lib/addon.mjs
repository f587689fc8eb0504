// Loads the addon of a contender in this process.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { builtAddon, contender } from './places.mjs';

const require = createRequire(import.meta.url);

export const loadMany = (name) => require(builtAddon(`many_${name}`));

/** { addon, absent, lenient }: exports, reasons why some are missing, and whether wrong arguments pass. */
export async function loadContender(name) {
  const { load, absent = {}, lenient = false } = await contender(name);
  const addon = load ? load(builtAddon(name)) : { ...require(builtAddon(name)) };
  if (existsSync(builtAddon(`many_${name}`))) {
    Object.defineProperty(addon, 'many', { get: () => loadMany(name) });
  }
  return { addon, absent, lenient };
}

/** A function of its own for a workload, made from its text. */
export const freshRun = (workload) => (0, eval)(`({ ${workload.run} })`).run;
