/** Against burn-in: what stands still for months stays behind on the glass. */

const MINUTE = 60_000;

/** How far the picture moves from its place at most, in whole px of the screen: four on a usual one. */
export const shiftRoom = (width: number, height: number): number =>
  Math.max(2, Math.round(Math.min(width, height) / 270));

/**
 * Where the picture stands in this minute, in px, never further than `room` from its place. The two ways
 * are of different length, so that each pixel meets every place in its turn.
 */
export function shiftAt(now: number, room: number): { x: number; y: number } {
  const minute = Math.floor(now / MINUTE);
  return { x: there(minute, room) - room, y: there(minute, room - 1) - (room - 1) };
}

/** How long the dark screen's clock takes from edge to edge, minutes. */
const DARK_WAYS = { x: 47, y: 31 };

/** Where the dark screen's clock stands in this minute: shares of the room that it has. */
export function driftAt(now: number): { x: number; y: number } {
  const minute = Math.floor(now / MINUTE);
  const share = (way: number) => triangle(minute, way) / way;
  return { x: share(DARK_WAYS.x), y: share(DARK_WAYS.y) };
}

const there = (minute: number, room: number): number => triangle(minute, 2 * room);

/** 0, 1, … `way`, … 1, 0, 1, … */
function triangle(step: number, way: number): number {
  const at = step % (2 * way);
  return at <= way ? at : 2 * way - at;
}
