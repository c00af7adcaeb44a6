import type { CounterView } from '@jiaohao/shared/contract/screens.ts';
import type { Situation } from './situation.ts';
import { texts } from './texts.ts';

/** Says each change of the counter to a screen reader, and nothing else: queues change all day. */
export function Announcer({ view, situation }: { view: CounterView; situation: Situation }) {
  return (
    <p class="visually-hidden" role="status" aria-live="polite">
      {sentence(situation, view.waiting)}
    </p>
  );
}

function sentence(situation: Situation, waiting: number): string {
  const t = texts.value.announce;
  switch (situation.kind) {
    case 'called':
    case 'serving':
      return t[situation.kind]({ number: situation.ticket.number });
    case 'idle':
      return waiting > 0 ? t.idle : t.idleNobody;
    default:
      return t[situation.kind];
  }
}
