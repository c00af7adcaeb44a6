import { DomainError } from './errors.ts';
import type { DayEvent, Why } from './event.ts';
import { knownCounter } from './holding.ts';
import type { Settings } from './settings.ts';
import type { OpenCounter } from './state.ts';

interface Call {
  callId: string;
  counterId: string;
  held: OpenCounter;
  settings: Settings;
  why: Why;
  pastLimitWaited?: boolean;
  ratingStaysOpen?: boolean;
  /** The customer stands there already: nothing is announced, and service begins. */
  here?: boolean;
}

/** A turn is called to an open counter. @throws DomainError `counter-paused` */
export function called(
  turnId: string,
  { callId, counterId, held, settings, why, pastLimitWaited = false, ratingStaysOpen = false, here }: Call,
): DayEvent[] {
  if (held.pause !== null) throw new DomainError('counter-paused');
  const counterNumber = knownCounter(settings, counterId).number;
  const call: DayEvent = {
    type: 'turn-called',
    data: {
      turnId,
      callId,
      counterId,
      counterNumber,
      clerkId: held.clerkId,
      why,
      pastLimitWaited,
      ratingStaysOpen,
      ...(here && { here }),
    },
  };
  return here && settings.rules.pressesStart ? [call, { type: 'service-started', data: { turnId } }] : [call];
}
