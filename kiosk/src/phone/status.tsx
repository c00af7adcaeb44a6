import type { PhoneView } from '@jiaohao/shared/contract/ticket.ts';
import { clockTime } from '@jiaohao/shared/i18n/format.ts';
import { likelyClock, likelyWait } from '@jiaohao/shared/i18n/likely-wait.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { isServed, leadOf, type Phase } from './phase.ts';
import type { PhoneState } from './phone-state.ts';

/** The one thing the holder needs to know now, spoken by a screen reader when it changes. */
export function Status({ state, view }: { state: PhoneState; view: PhoneView }) {
  const phase = state.phase.value ?? 'waiting';
  const asks = state.question.value !== null || state.reasons.value.length > 0;
  // What is asked takes the place of what is over: see `Feedback`.
  if (phase === 'rate' || (isServed(phase) && asks)) return null;
  const said = saying(view, phase, state);
  return (
    <section class="status" data-phase={phase} aria-live={phase === 'called' ? 'assertive' : 'polite'}>
      {said.above && <p class="above">{said.above}</p>}
      <h1>{said.title}</h1>
      {said.hint && <p>{said.hint}</p>}
      {said.more && <p class="more">{said.more}</p>}
    </section>
  );
}

interface Saying {
  above?: string;
  title: string;
  hint?: string;
  more?: string;
}

function saying(view: PhoneView, phase: Exclude<Phase, 'rate'>, state: PhoneState): Saying {
  const t = state.t.value;
  const wait = likelyWait(view.estimate, state.c.value);
  const clock = likelyClock(view.estimate, view.timeZone ?? 'UTC', state.language.value);
  const counter = view.counter;
  switch (phase) {
    case 'waiting':
      return {
        above: lead(view, state),
        title: t.ahead({ count: view.ahead }),
        hint: clock ? t.likelyAt({ clock }) : wait ? t.likelyWait({ wait }) : t.noEstimate,
        more: view.estimate?.afterClosing ? t.afterClosing : undefined,
      };
    case 'next':
      return { above: lead(view, state), title: t.aheadNone, hint: t.nextHint };
    case 'called':
      return counter === null
        ? { title: t.called }
        : {
            above: t.called,
            title: t.goTo({ counter }),
            hint: t.goNow,
            more: words(view.missedRule, state.language.value),
          };
    case 'serving':
      return { above: t.serving, title: counter === null ? t.serving : t.servingAt({ counter }) };
    case 'parked':
      return {
        title: t.parked,
        hint: t.parkedHint,
        more: view.parkedUntil
          ? t.parkedUntil({ time: clockTime(view.parkedUntil, view.timeZone ?? 'UTC', state.language.value) })
          : undefined,
      };
    case 'missed':
      return { title: t.missed, hint: words(view.missedRule, state.language.value) };
    case 'thanks':
      return { title: t.thanks, hint: t.thanksHint };
    case 'served':
      return { title: t.served, hint: t.servedHint };
    case 'cancelled':
      return view.endReason
        ? { title: t.voided, hint: words(view.endReason, state.language.value) }
        : { title: t.cancelled, hint: t.cancelledHint };
    case 'expired':
      return { title: t.expired, hint: t.expiredHint };
    default:
      return phase satisfies never;
  }
}

function lead(view: PhoneView, state: PhoneState): string | undefined {
  const t = state.t.value;
  const service = words(view.serviceName, state.language.value);
  switch (leadOf(view)) {
    case 'counter':
      return t.sentToCounter({ counter: view.forCounter ?? 0 });
    case 'transferred':
      return t.sentOn({ service });
    case 'follows':
      return t.goesOn({ service });
    default:
      return undefined;
  }
}
