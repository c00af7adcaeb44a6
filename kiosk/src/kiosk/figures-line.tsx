import { likelyClock, likelyWait } from '@jiaohao/shared/i18n/likely-wait.ts';
import { type Figures, isLong, peopleWaiting } from '../figures.ts';
import { closedLine } from './closed-line.ts';
import type { KioskState } from './kiosk-state.ts';

/** `等候 14 人 · 约 20–30 分钟` at the foot of a card; or why it gives no numbers. */
export function FiguresLine({
  figures,
  closed,
  state,
}: {
  figures: Figures;
  closed: string;
  state: KioskState;
}) {
  const t = state.t.value;
  const c = state.c.value;
  if (!figures.open) {
    return (
      <span class="figures">
        <span class="closed">{closedLine(figures.closed, state, closed)}</span>
      </span>
    );
  }
  const { menu, comfort } = state;
  const clock = menu.value && likelyClock(figures.estimate, menu.value.timeZone, comfort.language.value);
  return (
    <span class="figures" data-long={isLong(figures.estimate)}>
      <span class="waiting">{peopleWaiting(figures.waiting, c)}</span>
      <span class="wait">
        {clock === null ? (likelyWait(figures.estimate, c) ?? t.noEstimate) : t.aboutClock({ clock })}
      </span>
    </span>
  );
}
