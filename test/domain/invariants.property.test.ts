import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DayEvent } from '../../server/src/domain/event.ts';
import { type Action, rules, sequence } from '../support/arbitraries.ts';
import { commandOf } from '../support/hall-actions.ts';
import { createHallInMotion, type HallInMotion } from '../support/hall-in-motion.ts';
import { checkIntervals } from '../support/hall-intervals.ts';
import { checkHall, checkReplay, checkTwins, hold } from '../support/hall-invariants.ts';
import { checkPreview } from '../support/hall-preview.ts';
import { createWatch, look } from '../support/hall-watch.ts';
import { createWholeHallWatch } from '../support/whole-hall-watch.ts';

/** `SEQUENCES=50000 vitest run …` looks longer; `SEED=…` looks again at what failed. */
const SEQUENCES = Number(process.env.SEQUENCES ?? 2000);
const SEED = process.env.SEED === undefined ? undefined : Number(process.env.SEED);

/** Sequences that never got anywhere would prove nothing: all this happens in some of them. */
const MUST_HAPPEN = [
  ...['day-started', 'day-ended', 'turn-expired expired', 'turn-expired unfinished', 'ticket-issued'],
  ...[
    'called oldest',
    'called priority',
    'called past-limit',
    'called ratio',
    'called decided',
    'called chosen',
  ],
  ...[
    'turn-queued',
    'turn-parked',
    'turn-unparked',
    'turn-resumed',
    'turn-carried',
    'turn-transferred',
    'turn-moved',
  ],
  ...['turn-planned', 'service-changed', 'turn-undone', 'nothing-to-undo', 'service-twice', 'not-allowed'],
  ...['turn-recalled', 'service-started', 'turn-finished', 'turn-missed', 'turn-returned', 'turn-cancelled'],
  ...[
    'rating-asked',
    'rating-pressed first',
    'rating-pressed again',
    'rating-pressed doubtful',
    'rating-explained',
    'ticket-reprinted',
  ],
  ...['counter-opened', 'counter-paused', 'counter-resumed', 'counter-closed', 'counter-relieved'],
  ...['numbers-exhausted', 'queue-empty', 'ticket-in-hand', 'no-ticket-in-hand', 'wrong-state', 'stale-turn'],
  ...['counter-taken', 'clerk-elsewhere', 'counter-not-open', 'counter-paused', 'not-served-here'],
  ...['outage-recorded', 'turn-entered', 'wrong-time'],
  ...['rating-closed', 'day-closed', 'unknown-counter', 'unknown-ticket'],
  ...['emergency-begun', 'emergency-ended', 'emergency', 'queue-voided', 'plan-dropped'],
  ...['announced', 'announcement-withdrawn', 'guide-told'],
];

describe('whatever people do, in any order,', () => {
  it('every invariant holds after every step', { timeout: 120_000 }, () => {
    const happened = new Set<string>();
    fc.assert(
      fc.property(rules, sequence, (ruled, actions) => live(createHallInMotion(ruled), actions, happened)),
      { numRuns: SEQUENCES, seed: SEED },
    );
    if (SEQUENCES >= 2000) expect(MUST_HAPPEN.filter((each) => !happened.has(each))).toEqual([]);
  });
});

/** Lives a hall through the actions and checks it after each. Notes in `met` what happened. */
function live(hall: HallInMotion, actions: readonly Action[], met: Set<string>): void {
  const watch = createWatch(hall);
  const whole = createWholeHallWatch(hall);
  actions.forEach((action, serial) => {
    if (action.kind === 'wait') hall.wait(action.seconds * 1000);
    if (action.kind === 'end-of-day') hall.wait(hall.view().today.endsAt - hall.now());
    const rolled = hall.roll();
    if (rolled) {
      watch.after(rolled, new Map(), hall.now());
      whole.after(rolled, new Map());
      for (const { folded } of rolled.events) met.add(nameOf(folded.event));
      checkHall(hall);
    }
    if (action.kind === 'preview') checkPreview(hall, `c${action.counter + 1}`);
    const made = commandOf(hall, action, serial);
    if (!made) return;

    const before = new Map(hall.days.map((day) => [day, look(day)]));
    const lengths = hall.days.map(({ log }) => log.length);
    const happened = hall.run(...made);
    if (happened.refused) met.add(happened.refused.code);
    hold(
      !happened.refused || hall.days.every(({ log }, index) => log.length === lengths[index]),
      'a refused command wrote into the log',
    );
    for (const { folded } of happened.events) met.add(nameOf(folded.event));
    watch.after(happened, before, hall.now());
    whole.after(happened, before);
    checkHall(hall);
    if (serial % 5 === 0) checkTwins(hall);
  });
  checkTwins(hall);
  for (const day of hall.days) {
    checkReplay(day);
    checkIntervals(day);
  }
}

function nameOf(event: DayEvent): string {
  if (event.type === 'turn-called') return `called ${event.data.why}`;
  if (event.type === 'turn-expired') return `turn-expired ${event.data.ending}`;
  if (event.type === 'rating-pressed' && event.data.doubt) return 'rating-pressed doubtful';
  if (event.type === 'rating-pressed') return `rating-pressed ${event.data.effective ? 'first' : 'again'}`;
  return event.type;
}
