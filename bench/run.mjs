import { parseArgs } from 'node:util';
import { requireTools, runScript, setUpPackages } from '../scripts/setup.mjs';
import { build, setUpContenders } from './lib/build.mjs';
import { contenderNames } from './lib/places.mjs';
import { manyContenders } from './lib/many.mjs';
import { measureAll } from './lib/rounds.mjs';
import { aligned, header, meanRows, row } from './lib/table.mjs';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string' },
    only: { type: 'string' },
    contenders: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
});

await runScript(async () => {
  const contenders = values.contenders?.split(',') ?? contenderNames();
  requireTools();
  await setUpPackages();
  await setUpContenders();
  await build([...contenders, 'many_tendon', 'many_node_api']);
  const speed = values.quick ? { rounds: 3, warmUp: 20, batch: 8 } : { rounds: 31, warmUp: 150, batch: 8 };
  const table = await measureAll({ contenders, only: values.only, ...speed, ...(values.rounds && { rounds: Number(values.rounds) }) },
    (line) => console.error(line.name, line.absent, line.faults));
  console.log(aligned([header(contenders), ...table.map((each) => row(each, contenders)), ...meanRows(table, contenders)]));
});
