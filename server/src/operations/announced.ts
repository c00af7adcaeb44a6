import type { CallEntry } from '@jiaohao/shared/contract/screens.ts';
import { turnOf } from '../domain/state.ts';
import { callEntry } from '../domain/views/board.ts';
import type { Committed, Operations } from '../operations.ts';
import type { Voice } from '../voice/voice.ts';

/** The calls that a commit made, as hall screens get them at once, and the counter that each was made at. */
export function callsIn(
  { envelopes }: Committed,
  operations: Operations,
  voice: Pick<Voice, 'urls'>,
): { entry: CallEntry; counterId: string | null }[] {
  const { version } = operations.settings();
  const { today } = operations.hall();
  const ids = envelopes.flatMap(({ event }) => {
    if (event.type === 'turn-called' || event.type === 'turn-recalled') return [event.data.callId];
    return event.type === 'turn-carried' ? (event.data.callId ?? []) : [];
  });
  const calls = today.calls.filter((call) => ids.includes(call.callId));
  return calls.map((call) => ({
    entry: callEntry(today, call, (number, counter) => voice.urls(number, counter, version)),
    counterId: turnOf(today, call.turnId).counterId,
  }));
}
