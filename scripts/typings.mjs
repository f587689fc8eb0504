import { inRoot, addonPath } from './paths.mjs';
import { runCaptured } from './run.mjs';

/** The declarations that the `tendon` command emits for a built addon. */
export async function emittedTypings(name) {
  const result = await runCaptured(process.execPath, [inRoot('bin', 'tendon.mjs'), 'types', addonPath(name)]);
  if (!result.ok) throw new Error(result.output);
  return result.stdout;
}
