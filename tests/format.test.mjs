import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clangFormat } from '../scripts/clang_format.mjs';

test('C++ files are formatted', async (t) => {
  const result = await clangFormat('--dry-run', '-Werror');
  if (result.skipped) return t.skip(result.skipped);
  const places = result.output.matchAll(/^(\S+):\d+:\d+: error:/gm);
  const files = [...new Set(Array.from(places, ([, file]) => file))];
  const advice = `Run \`npm run format\`: it changes\n${files.join('\n')}`;
  assert.ok(result.ok, files.length > 0 ? advice : result.output);
});
