import koffi from 'koffi';

const noClasses = 'koffi calls C functions: it has no classes';

export default {
  title: 'koffi',
  target: {
    sources: ['library.cc'],
    'cflags_cc!': ['-std=gnu++17', '-fno-exceptions'],
    cflags_cc: ['-std=gnu++20', '-fexceptions'],
  },
  load,
  // It takes absent members for zero, and any typed array for a pointer.
  lenient: true,
  absent: {
    fail: 'a C function throws nothing',
    Counter: noClasses,
    Branch: noClasses,
    Kind0: noClasses,
    makeWords: 'koffi makes no array of strings that C has allocated',
  },
};

/** Functions of C, and a function around each that takes an array and its length. */
function load(path) {
  const library = koffi.load(path);
  const ownedText = koffi.disposable('OwnedText', 'str', koffi.free);
  const point = koffi.struct('Point', { x: 'double', y: 'double', z: 'double' });
  const line = koffi.struct('Line', { from: point, to: point });
  const person = koffi.struct('Person', { name: 'str', age: 'int32_t', active: 'bool' });
  const olderPerson = koffi.struct('OlderPerson', { name: ownedText, age: 'int32_t', active: 'bool' });
  const visitNumber = koffi.proto('double VisitNumber(double value)');
  const visitText = koffi.proto('void VisitText(const char* text)');

  const sum = library.func('double bench_sum(const double* values, int32_t size)');
  const fill = library.func('void bench_sequence(_Out_ double* result, int32_t size)');
  const sumPoints = library.func('bench_sum_points', 'double', [koffi.pointer(point), 'int32_t']);
  const fillPoints = library.func('bench_make_points', 'void', [koffi.out(koffi.pointer(point)), 'int32_t']);
  const totalSize = library.func('int32_t bench_total_size(const char** texts, int32_t size)');
  const scale = library.func('void bench_scale_span(_Inout_ double* values, int32_t size, double factor)');
  const checksum = library.func('uint32_t bench_checksum(const uint8_t* bytes, int32_t size)');

  const addon = {
    noop: library.func('void bench_noop()'),
    add: library.func('double bench_add(double a, double b)'),
    addInt: library.func('int32_t bench_add_int(int32_t a, int32_t b)'),
    negate: library.func('bool bench_negate(bool value)'),
    textWeight: library.func('int32_t bench_text_weight(const char* text)'),
    echo: library.func('bench_echo', ownedText, ['str']),
    pointSum: library.func('bench_point_sum', 'double', [point]),
    makePoint: library.func('bench_make_point', point, ['double', 'double', 'double']),
    scalePoint: library.func('bench_scale_point', point, [point, 'double']),
    reverseLine: library.func('bench_reverse_line', line, [line]),
    birthday: library.func('bench_birthday', olderPerson, [person]),
    sum: (values) => sum(values, values.length),
    sequence(size) {
      const result = new Array(size).fill(0);
      fill(result, size);
      return result;
    },
    sumPoints: (points) => sumPoints(points, points.length),
    makePoints(size) {
      const result = new Array(size);
      fillPoints(result, size);
      return result;
    },
    totalSize: (texts) => totalSize(texts, texts.length),
    sumSpan: (values) => sum(values, values.length),
    scaleSpan: (values, factor) => scale(values, values.length, factor),
    checksum: (bytes) => checksum(bytes, bytes.length),
    callTimes: library.func('bench_call_times', 'double', ['int32_t', koffi.pointer(visitNumber)]),
    eachWord: library.func('bench_each_word', 'void', ['int32_t', koffi.pointer(visitText)]),
  };
  for (const size of [10, 100, 1000]) {
    addon[`ascii${size}`] = library.func(`const char* bench_ascii${size}()`);
    addon[`unicode${size}`] = library.func(`const char* bench_unicode${size}()`);
  }
  return addon;
}
