// Many calls, in a process of their own: what they use must be given back, once the heap has found its size.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addonPath } from '../../scripts/paths.mjs';
import { runCaptured } from '../../scripts/run.mjs';

const most = 60 * 2 ** 20;

const bodies = {
  'strings': 'functions.same_string("text ".repeat(100) + i)',
  'arrays of strings': 'functions.same_strings(["a", "b".repeat(300), "c"])',
  'structs': 'functions.same_drawing({ title: "t", spots: [{ x: 1, y: i }], center: null })',
  'bytes': 'functions.same_uint8s(new Uint8Array(500))',
  'callbacks': 'functions.call_function((x) => x + i, 1)',
  'kept callbacks': 'functions.keep(() => i)',
  'returned functions': 'functions.adder(i)(1)',
  'wrong arguments': 'try { functions.same_spot({ x: "wrong", y: i }); } catch {}',
  'exceptions of C++': 'try { functions.throw_exception("nested"); } catch {}',
  'errors through callbacks': 'try { functions.call_plain(() => { throw new Error("mine"); }); } catch {}',
};

/** The script prints how many bytes the process has grown by after its first calls. */
const script = (body) => `
  const { functions } = require(process.argv[1]);
  Error.stackTraceLimit = 1;
  const calls = async (count) => {
    for (let i = 0; i < count; ++i) {
      ${body};
      // Finalizers run from the event loop.
      if (i % 5000 === 0) await new Promise(setImmediate);
    }
    for (let i = 0; i < 3; ++i) {
      gc();
      await new Promise(setImmediate);
    }
    return process.memoryUsage().rss;
  };
  (async () => {
    const before = await calls(100_000);
    const after = await calls(200_000);
    console.log(after - before);
  })();
`;

for (const [name, body] of Object.entries(bodies)) {
  test(`200,000 calls with ${name} leak nothing`, async () => {
    const args = ['--expose-gc', '-e', script(body), addonPath('doctest_addon')];
    const run = await runCaptured(process.execPath, args);
    assert.ok(run.ok, run.output);
    const grown = Number(run.stdout);
    assert.ok(grown < most, `grew by ${grown} bytes`);
  });
}
