import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const { resolve } = createRequire(import.meta.url);

export default {
  title: 'nobind17',
  target: {
    sources: ['addon.cc'],
    include_dirs: [dirname(resolve('node-addon-api')), join(dirname(resolve('nobind17')), 'include')],
    defines: ['NAPI_CPP_EXCEPTIONS'],
    'cflags_cc!': ['-std=gnu++17', '-fno-exceptions'],
    cflags_cc: ['-std=gnu++20', '-fexceptions'],
  },
  absent: {
    sumSpan: 'nobind17 has no typed arrays but Buffer',
    scaleSpan: 'nobind17 has no typed arrays but Buffer',
    checksum: 'nobind17 takes a Buffer, which is not a plain Uint8Array',
  },
};
