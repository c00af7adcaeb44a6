import { useComputed } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { HallState } from './hall-state.ts';
import { shiftAt, shiftRoom } from './shift.ts';

/** What most televisions hide on each edge. */
const USUAL_OVERSCAN = 5;
const MOST_OVERSCAN = 10;

const look = () => shiftRoom(innerWidth, innerHeight);

/**
 * Where the picture stands: within what the screen shows, moved a little every minute. It jumps, so it moves
 * also where motion is not wished for. `overscan`: said in the address; else the hub says it.
 */
export function useFrame(hall: HallState, overscan: number | null): { transform: string } {
  const [room, setRoom] = useState(look);
  useEffect(() => {
    const again = () => setRoom(look());
    addEventListener('resize', again);
    return () => removeEventListener('resize', again);
  }, []);
  const cut = overscan ?? hall.orders.value.overscan ?? USUAL_OVERSCAN;
  const { style } = document.documentElement;
  style.setProperty('--overscan', String(Math.min(MOST_OVERSCAN, Math.max(0, cut))));
  style.setProperty('--room', `${room}px`);
  const transform = useComputed(() => {
    const { x, y } = shiftAt(hall.now.value, room);
    return `translate(${x}px, ${y}px)`;
  }).value;
  return { transform };
}
