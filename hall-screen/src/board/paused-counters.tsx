import { useComputed } from '@preact/signals';
import { Both } from '../both.tsx';
import type { HallState } from '../hall-state.ts';
import { evenPages, pageAt } from './rotation.ts';

const PAGE_MS = 8000;
const NUMBERS = 8;

/** Counters that are staffed and serve nobody just now. */
export function PausedCounters({ hall }: { hall: HallState }) {
  const paused = (hall.board.value?.counters ?? []).filter(({ state }) => state === 'paused');
  const pages = evenPages(paused, NUMBERS);
  const count = pages.length;
  const page = useComputed(() => pageAt(count, hall.now.value, PAGE_MS)).value;
  const shown = pages[Math.min(page, Math.max(0, count - 1))] ?? [];
  return (
    <section class="paused">
      <h2>
        <Both text={(texts) => texts.pausedCounters} />
      </h2>
      <ul>
        {shown.map(({ number }) => (
          <li key={number}>{number}</li>
        ))}
        {paused.length === 0 && (
          <li class="none">
            <Both text={(texts) => texts.none} />
          </li>
        )}
      </ul>
    </section>
  );
}
