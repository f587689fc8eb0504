export default {
  title: 'Node-API in C, by hand',
  target: { sources: ['addon.c'], cflags: ['-std=c11'] },
};
