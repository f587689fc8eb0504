import { createRequire } from 'node:module';
import { addonPath } from './paths.mjs';

/** The exports of the built addon examples/NAME/addon.cc. */
export const load = (name) => createRequire(import.meta.url)(addonPath(name));
