// expect: tendon: this is no plain struct, an aggregate of at most 64 members without base classes, C arrays
// expect: require_plain_struct<wide
#include <tendon/tendon.hpp>

struct wide {
  int a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12;
  int b0, b1, b2, b3, b4, b5, b6, b7, b8, b9, b10, b11, b12;
  int c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12;
  int d0, d1, d2, d3, d4, d5, d6, d7, d8, d9, d10, d11, d12;
  int e0, e1, e2, e3, e4, e5, e6, e7, e8, e9, e10, e11, e12;
};

void describe(tendon::addon& a) { a.export_struct<wide>("Wide"); }
