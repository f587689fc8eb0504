import { Button, Circle, Clickable, clicksOf, Group, Node, render } from './scene';
import type { box, Canvas, point } from './scene';
import type { Equal, Expect } from './expect';

export type Cases = [
  Expect<Equal<ReturnType<Group['find']>, Node | null>>,
  Expect<Equal<Parameters<typeof clicksOf>, [clicked: Clickable | Button]>>,
  Expect<Equal<ReturnType<Circle['toJSON']>, { name: string; center: point; radius: number }>>,
];

class Star extends Node {
  override bounds(): box {
    return { left: 0, top: 0, right: 1, bottom: 1 };
  }
  override draw(on: Canvas): void {
    super.draw(on);
    on.draw('*');
  }
}

const group = new Group('all').add(new Star('vega')).add(new Circle('sun', { x: 0, y: 0 }, 1));
render(group).join();
for (const each of group) each.area().toFixed();
const button: Node = new Button('ok', { left: 0, top: 0, right: 1, bottom: 1 });
button.area();
// @ts-expect-error: only a class that extends it can be constructed
new Node('node');
// @ts-expect-error: a group is no circle
const circle: Circle = group;
// @ts-expect-error: not every node can be clicked
clicksOf(circle);
