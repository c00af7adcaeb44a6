import { tick } from '@jiaohao/shared/client/hub-clock.ts';
import type { HallView } from '@jiaohao/shared/contract/screens.ts';
import { clockTime, dateTime } from '@jiaohao/shared/i18n/format.ts';
import { WarningIcon } from '@jiaohao/shared/ui/icons.tsx';
import { language } from '../language.ts';
import { timeZone } from '../live-hall.ts';
import { useSending } from '../parts/use-sending.ts';
import { hub } from '../session.ts';
import { texts } from '../texts.ts';

type Alert = HallView['alerts'][number];

/** What waits for a person: each with what it means and what to do. Gone when the hub says so. */
export function Alerts({ alerts }: { alerts: readonly Alert[] }) {
  const t = texts.value;
  return (
    <section class="alerts" aria-label={t.needsAttention} aria-live="polite" hidden={alerts.length === 0}>
      {alerts.map((alert) => (
        <AlertCard key={alert.id} alert={alert} />
      ))}
    </section>
  );
}

function AlertCard({ alert }: { alert: Alert }) {
  const t = texts.value;
  const { busy, problem, send } = useSending();
  const isKnown = (kind: string): kind is keyof typeof t.alerts => kind in t.alerts;
  const clock = alert.kind === 'clock-jump';
  return (
    <article class={clock || alert.kind === 'store-trouble' ? 'alert grave' : 'alert'}>
      <WarningIcon size={32} />
      <div>
        <h2>
          {isKnown(alert.kind) ? t.alerts[alert.kind] : t.otherAlert}{' '}
          <small>{t.alertAt({ at: clockTime(alert.at, timeZone.value, language.value) })}</small>
        </h2>
        <p>{isKnown(alert.kind) ? t.alertHints[alert.kind] : alert.kind}</p>
        {clock && (
          <p>
            <strong>{t.hubTime({ at: dateTime(tick.value, timeZone.value, language.value) })}</strong>
          </p>
        )}
        {problem.value && (
          <p class="problem" role="alert">
            {problem.value}
          </p>
        )}
      </div>
      <button
        type="button"
        class="go"
        aria-disabled={busy.value}
        onClick={() => void send(() => hub.post(`/api/alerts/${encodeURIComponent(alert.id)}/resolve`))}
      >
        {clock ? t.confirmClock : t.resolve}
      </button>
    </article>
  );
}
