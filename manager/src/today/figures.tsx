import { tick } from '@jiaohao/shared/client/hub-clock.ts';
import type { Kpis } from '@jiaohao/shared/contract/reports.ts';
import type { HallView } from '@jiaohao/shared/contract/screens.ts';
import { number, percent } from '@jiaohao/shared/i18n/format.ts';
import { language } from '../language.ts';
import { Definition } from '../parts/definition.tsx';
import { durationWords, texts } from '../texts.ts';

/** A figure, what stands under it, and what it means. */
function Figure({
  id,
  name,
  value,
  beside,
  meaning,
  attention = false,
}: {
  id: string;
  name: string;
  value: string;
  beside: string;
  meaning: string;
  attention?: boolean;
}) {
  return (
    <li class={attention ? 'figure attention' : 'figure'}>
      <div class="figure-name">
        <span>{name}</span>
        <Definition id={id} figure={name} text={meaning} />
      </div>
      <strong>{value}</strong>
      <small>{beside}</small>
    </li>
  );
}

const oldestWait = (view: HallView): number | null => {
  const oldest = Math.min(...view.queues.map(({ oldestQueuedAt }) => oldestQueuedAt ?? Infinity));
  return Number.isFinite(oldest) ? tick.value - oldest : null;
};

const longestNow = (view: HallView | null): string => {
  const t = texts.value;
  const longest = view && oldestWait(view);
  return longest === null ? t.nobodyWaits : t.longestNow({ duration: durationWords(longest) });
};

/** Six figures of the day; the live ones from the live view where it is there. */
export function DayFigures({ kpis, view }: { kpis: Kpis; view: HallView | null }) {
  const t = texts.value;
  const { kpis: names, definitions } = t.reports;
  const count = (value: number) => number(value, language.value);
  const share = (value: number | null) => (value === null ? t.none : percent(value, language.value));
  const { waitMs } = kpis;
  return (
    <ul class="figures">
      <Figure
        id="served"
        name={names.served}
        value={count(kpis.served)}
        beside={t.issuedToday({ count: count(kpis.issued) })}
        meaning={definitions.served}
      />
      <Figure
        id="waiting"
        name={names.waiting}
        value={count(view?.waiting ?? kpis.waiting)}
        beside={longestNow(view)}
        meaning={definitions.waiting}
      />
      <Figure
        id="mean"
        name={names.meanWait}
        value={durationWords(waitMs.mean)}
        beside={waitMs.p50 === null ? t.nothingServed : t.median({ duration: durationWords(waitMs.p50) })}
        meaning={`${definitions.meanWait} ${t.reports.noShows}`}
      />
      <Figure
        id="p90"
        name={names.p90Wait}
        value={durationWords(waitMs.p90)}
        beside={waitMs.max === null ? t.nothingServed : t.longest({ duration: durationWords(waitMs.max) })}
        meaning={definitions.p90Wait}
      />
      <Figure
        id="level"
        name={names.serviceLevel}
        value={share(kpis.serviceLevel)}
        beside={t.notServed({ count: count(kpis.notServed.count) })}
        meaning={`${definitions.serviceLevel} ${names.notServed}: ${definitions.notServed}`}
      />
      <Figure
        id="satisfaction"
        name={names.satisfaction}
        value={share(kpis.satisfaction)}
        beside={
          kpis.participation === null ? t.noRatings : t.participation({ share: share(kpis.participation) })
        }
        meaning={`${definitions.satisfaction} ${names.participation}: ${definitions.participation}`}
      />
    </ul>
  );
}
