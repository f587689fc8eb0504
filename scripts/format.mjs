// `npm run format`: formats all C++ files in place.
import { clangFormat } from './clang_format.mjs';
import { runScript } from './setup.mjs';

await runScript(async () => {
  const result = await clangFormat('-i');
  if (result.skipped) throw new Error(result.skipped);
  if (!result.ok) throw new Error(result.output);
});
