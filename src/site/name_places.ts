import { fontSize, textWidth } from "./canvas.ts";

type Point = readonly [number, number];

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const boxAt = (name: string, [x, y]: Point): Box => ({
  left: x - textWidth(name) / 2,
  right: x + textWidth(name) / 2,
  top: y - fontSize / 2,
  bottom: y + fontSize / 2,
});

const meet = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Steps away from where a name belongs, nearest first. */
const steps: readonly Point[] = [-60, -48, -36, -24, -12, 0, 12, 24, 36, 48, 60]
  .flatMap((dx) => [-40, -32, -24, -16, -8, 0, 8, 16, 24, 32, 40].map((dy): Point => [dx, dy]))
  .sort((a, b) => Math.hypot(...a) - Math.hypot(...b) || a[1] - b[1] || a[0] - b[0]);

/**
 * Where names are written: as near to their places as the discs and the names before them allow, and within the
 * frame; where there is no room, at the place itself.
 */
export const namePlaces = (
  names: readonly { readonly name: string; readonly at: Point }[],
  discs: readonly Point[],
  radius: number,
  frame: { readonly width: number; readonly height: number },
): Point[] => {
  const taken: Box[] = discs.map(([x, y]) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }));
  return names.map(({ name, at }) => {
    const free = steps
      .map(([dx, dy]): Point => [at[0] + dx, at[1] + dy])
      .find((point) => {
        const box = boxAt(name, point);
        const inside =
          box.left > 2 && box.right < frame.width - 2 && box.top > 2 && box.bottom < frame.height - 2;
        return inside && !taken.some((other) => meet(box, other));
      });
    const point = free ?? at;
    taken.push(boxAt(name, point));
    return point;
  });
};
