import geometry = require('./geometry.js');
import type { Equal, Expect } from './expect.js';

export type Checks = [
  Expect<Equal<ReturnType<typeof geometry.centre>, geometry.point>>,
  Expect<Equal<geometry.polygon['name'], string | undefined>>,
  Expect<Equal<Parameters<typeof geometry.length>[1], 'metre' | 'foot' | undefined>>,
];

const triangle: geometry.polygonInput = { corners: Object.freeze([{ x: 0, y: 0 }]), name: null };
geometry.centre(triangle).x.toFixed();
geometry.mapCorners(triangle, ({ x, y }) => ({ x: -x, y })).corners.push({ x: 1, y: 1 });
geometry.area(1);

// @ts-expect-error a member is missing
geometry.centre({ corners: [{ x: 1 }] });
// @ts-expect-error no such enumerator
geometry.length([], 'yard');
// @ts-expect-error input members are readonly
triangle.name = 'other';
