export default {
  title: 'V8 direct',
  target: {
    sources: ['addon.cc'],
    'cflags_cc!': ['-std=gnu++17', '-fno-exceptions'],
    cflags_cc: ['-std=gnu++20', '-fexceptions'],
  },
};
