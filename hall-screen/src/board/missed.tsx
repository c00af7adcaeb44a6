import { useComputed } from '@preact/signals';
import { Both } from '../both.tsx';
import type { HallState } from '../hall-state.ts';
import { evenPages, pageAt } from './rotation.ts';

const PAGE_MS = 8000;
/** Two lines of four. */
const NUMBERS = 8;

/** Numbers that were called and did not come. */
export function Missed({ hall }: { hall: HallState }) {
  const missed = hall.board.value?.missed ?? [];
  const pages = evenPages(missed, NUMBERS);
  const count = pages.length;
  const page = useComputed(() => pageAt(count, hall.now.value, PAGE_MS)).value;
  const shown = pages[Math.min(page, Math.max(0, count - 1))] ?? [];
  return (
    <section class="missed">
      <h2>
        <Both text={(texts) => texts.missed} />
        {missed.length > 0 && (
          <span class="hint">
            <Both text={(texts) => texts.missedHint} />
          </span>
        )}
      </h2>
      <ul>
        {shown.map((number) => (
          <li key={number}>{number}</li>
        ))}
        {missed.length === 0 && (
          <li class="none">
            <Both text={(texts) => texts.none} />
          </li>
        )}
      </ul>
    </section>
  );
}
