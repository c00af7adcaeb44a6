import { tick } from '@jiaohao/shared/client/hub-clock.ts';
import type { HallView } from '@jiaohao/shared/contract/screens.ts';
import { listSeparator, stopwatch } from '@jiaohao/shared/i18n/format.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { language } from '../language.ts';
import { texts } from '../texts.ts';

type Counter = HallView['counters'][number];

/** What a counter does, in one word of the catalogue. */
const doing = ({ state, ticket, ticketState }: Counter) => {
  if (state !== 'open') return state;
  if (ticket === null) return 'idle';
  return ticketState === 'called' ? 'called' : ticketState === 'parked' ? 'parked' : 'serving';
};

/**
 * Counters that are open or paused: who, what and for how long; the closed ones in one line. A hall
 * without pads misses none.
 */
export function CountersNow({ counters, hasPads }: { counters: readonly Counter[]; hasPads: boolean }) {
  const t = texts.value;
  const used = counters.filter(({ state }) => state !== 'closed');
  const closed = counters.filter(({ state }) => state === 'closed');
  return (
    <section class="panel" aria-labelledby="counters-title">
      <header>
        <h2 id="counters-title">{t.countersTitle}</h2>
        <p>{t.countersOpen({ open: used.length, all: counters.length })}</p>
      </header>
      <ul class="counters">
        {used.map((counter) => (
          <CounterCard key={counter.id} counter={counter} padLost={hasPads && !counter.pad} />
        ))}
      </ul>
      {closed.length > 0 && (
        <p class="closed-counters">
          {t.closedCounters({
            numbers: closed.map(({ number }) => number).join(listSeparator(language.value)),
          })}
        </p>
      )}
    </section>
  );
}

function CounterCard({ counter, padLost }: { counter: Counter; padLost: boolean }) {
  const t = texts.value;
  const does = doing(counter);
  const since = counter.ticketSince ?? counter.since;
  return (
    <li class={`counter ${does}`}>
      <span class="counter-number" role="img" aria-label={t.common.counter({ number: counter.number })}>
        {counter.number}
      </span>
      <span class="counter-what">
        <strong>{counter.ticket ?? t.counterStates[does]}</strong>
        <span class="counter-who">{counter.clerkName ?? t.none}</span>
      </span>
      <span class="counter-how">
        <span>
          {does === 'paused' && counter.pauseReason
            ? words(counter.pauseReason, language.value)
            : counter.ticket !== null && t.counterStates[does]}
        </span>
        {since !== null && <span class="since">{stopwatch(tick.value - since)}</span>}
        {padLost && <span class="pad-lost">{t.padLost}</span>}
      </span>
    </li>
  );
}
