import type { Board } from '@jiaohao/shared/contract/screens.ts';
import { likelyWait } from '@jiaohao/shared/i18n/likely-wait.ts';
import { useComputed } from '@preact/signals';
import { Both, BothWords } from '../both.tsx';
import type { HallState } from '../hall-state.ts';
import { evenPages, pageAt } from './rotation.ts';

type Service = Board['waiting'][number];

const PAGE_MS = 10_000;
const ROWS = { landscape: 7, portrait: 8 };

/** How many wait for each service; more services than fit take turns. */
export function Waiting({ hall, portrait }: { hall: HallState; portrait: boolean }) {
  const pages = evenPages(hall.board.value?.waiting ?? [], portrait ? ROWS.portrait : ROWS.landscape);
  const count = pages.length;
  const page = useComputed(() => pageAt(count, hall.now.value, PAGE_MS)).value;
  const shown = Math.min(page, Math.max(0, count - 1));
  const rows = pages[0]?.length ?? 0;
  return (
    <section class="waiting" style={{ '--rows': Math.max(portrait ? Math.ceil(rows / 2) : rows, 3) }}>
      <h2>
        <Both text={(texts) => texts.waiting} />
        {count > 1 && <Dots count={count} at={shown} />}
      </h2>
      <ul data-roomy={rows <= 5}>
        {pages[shown]?.map((service) => (
          <ServiceRow key={service.serviceId} service={service} />
        ))}
      </ul>
    </section>
  );
}

function Dots({ count, at }: { count: number; at: number }) {
  return (
    <span class="dots" aria-hidden="true">
      {Array.from({ length: count }, (_, n) => (
        <i key={n} data-on={n === at} />
      ))}
    </span>
  );
}

function ServiceRow({ service }: { service: Service }) {
  const { state, waiting, estimate } = service;
  return (
    <li data-state={state}>
      <b class="letter">{service.letter}</b>
      <span class="name">
        <BothWords text={service.name} />
      </span>
      <span class="count">
        {waiting > 0 ? (
          <>
            <b>{waiting}</b>
            <i>
              <Both text={(texts) => texts.peopleUnit} />
            </i>
          </>
        ) : (
          <em>
            <Both text={(texts) => (state === 'open' ? texts.noWait : texts[state])} />
          </em>
        )}
        {waiting > 0 && (
          <small>
            {state !== 'open' ? (
              <Both text={(texts) => texts[state]} />
            ) : (
              estimate && <Both text={(texts) => likelyWait(estimate, texts) ?? ''} />
            )}
          </small>
        )}
      </span>
    </li>
  );
}
