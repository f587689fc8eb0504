import { createRequire } from 'node:module';
import { dirname } from 'node:path';

const folder = dirname(createRequire(import.meta.url).resolve('node-addon-api'));

export default {
  title: 'node-addon-api, by hand',
  target: {
    sources: ['addon.cc'],
    include_dirs: [folder],
    defines: ['NAPI_CPP_EXCEPTIONS', 'NAPI_VERSION=8'],
    'cflags_cc!': ['-std=gnu++17', '-fno-exceptions'],
    cflags_cc: ['-std=gnu++20', '-fexceptions'],
  },
};
