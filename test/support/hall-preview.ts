import type { Command } from '../../server/src/domain/command.ts';
import { decide } from '../../server/src/domain/decide.ts';
import { evolve } from '../../server/src/domain/evolve.ts';
import { previewNext } from '../../server/src/domain/queue-policy.ts';
import { counterOf, type DayState } from '../../server/src/domain/state.ts';
import { HUB } from './given-steps.ts';
import type { HallInMotion } from './hall-in-motion.ts';
import { hold } from './hall-invariants.ts';

const LOOKED_AT = 6;

/** The list that a clerk sees is whom the same presses would bring, on a copy of the day. */
export function checkPreview(hall: HallInMotion, counterId: string): void {
  const { today } = hall.view();
  const { open } = counterOf(today, counterId);
  if (!open || open.pause || open.turnId) return;
  const shown = previewNext(today, hall.settings, counterId, hall.now(), LOOKED_AT);
  const copy = structuredClone(today);
  // Nobody is called in an emergency: it shows who is next when it is over.
  copy.emergency = null;
  shown.forEach(({ turnId }, index) => {
    const called = press(hall, copy, { type: 'call-next', counterId, callId: `look ${index}` });
    hold(called === turnId, `the list of ${counterId} shows ${turnId} where ${called} would come`);
    press(hall, copy, { type: 'finish', counterId, outcome: 'done', asked: false });
  });
}

function press({ settings, now }: HallInMotion, day: DayState, command: Command): string | undefined {
  let called: string | undefined;
  for (const event of decide(day, { id: 'look', by: HUB, command }, settings, now())) {
    // What a finish sets waiting comes after the list was made.
    if (event.type === 'turn-queued') continue;
    evolve(day, {
      seq: day.seq + 1,
      occurredAt: now(),
      settingsVersion: settings.version,
      by: HUB,
      commandId: 'look',
      event,
    });
    if (event.type === 'turn-called') called = event.data.turnId;
  }
  return called;
}
