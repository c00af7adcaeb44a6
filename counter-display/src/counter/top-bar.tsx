import { tick } from '@jiaohao/shared/client/hub-clock.ts';
import type { Connection } from '@jiaohao/shared/client/live.ts';
import type { CounterView } from '@jiaohao/shared/contract/screens.ts';
import type { WhoAmI } from '@jiaohao/shared/contract/session.ts';
import { clockTime } from '@jiaohao/shared/i18n/format.ts';
import { helpedClerk } from './situation.ts';
import { language, texts } from './texts.ts';

export function TopBar({
  view,
  me,
  connection,
  onMenu,
}: {
  view: CounterView;
  me: WhoAmI;
  connection: Connection;
  onMenu: () => void;
}) {
  const t = texts.value;
  const helped = helpedClerk(view, me);
  const mean = view.today.meanHandlingMs;
  const seconds = mean === null ? 0 : Math.round(mean / 1000);
  return (
    <header class="top">
      <h1>{t.counterNumber({ number: view.counter.number })}</h1>
      <p class="who">
        <i data-connection={connection} />
        <span class="visually-hidden">{connection === 'online' ? t.connected : t.hubLostShort}</span>
        <span class="name">
          {[me.name, me.staffNumber].filter(Boolean).join(' · ')}
          {helped !== null && ` · ${t.helping({ name: helped })}`}
        </span>
      </p>
      <p class="today">
        {t.today({ served: view.today.served })}
        {mean !== null && (
          <span> · {t.mean({ minutes: Math.floor(seconds / 60), seconds: seconds % 60 })}</span>
        )}
      </p>
      <p class="clock">{clockTime(tick.value, view.timeZone, language.value)}</p>
      <button type="button" onMouseDown={(event) => event.preventDefault()} onClick={onMenu}>
        {t.menu}
      </button>
    </header>
  );
}
