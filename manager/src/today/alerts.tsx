import { tick } from '@jiaohao/shared/client/hub-clock.ts';
import type { Role } from '@jiaohao/shared/contract/hall.ts';
import { clockTime, dateTime, longDate } from '@jiaohao/shared/i18n/format.ts';
import { WarningIcon } from '@jiaohao/shared/ui/icons.tsx';
import { CloseBehind } from '../floor/close-behind.tsx';
import { language } from '../language.ts';
import { timeZone } from '../live-hall.ts';
import { useSending } from '../parts/use-sending.ts';
import { hub } from '../session.ts';
import { texts } from '../texts.ts';
import { type Alert, alertWords } from './alert-words.ts';

/** What waits for a person: each with what it means and what to do. Gone when the hub says so. */
export function Alerts({
  alerts,
  role,
  onPaper,
}: {
  alerts: readonly Alert[];
  role: Role;
  /** Opens what numbers written by hand are entered in, for those who may. */
  onPaper?: () => void;
}) {
  const t = texts.value;
  return (
    <section class="alerts" aria-label={t.needsAttention} aria-live="polite" hidden={alerts.length === 0}>
      {alerts.map((alert) => (
        <AlertCard key={alert.id} alert={alert} role={role} onPaper={onPaper} />
      ))}
    </section>
  );
}

/** By the clock; with its date where it was on another day. */
function timeOf(at: number): string {
  const dayOf = (when: number) => longDate(when, timeZone.value, language.value);
  const say = dayOf(at) === dayOf(tick.value) ? clockTime : dateTime;
  return say(at, timeZone.value, language.value);
}

function AlertCard({ alert, role, onPaper }: { alert: Alert; role: Role; onPaper?: () => void }) {
  const t = texts.value;
  const { busy, problem, send } = useSending();
  const { title, hint, more, grave, button } = alertWords(alert, role, t, timeOf);
  return (
    <article class={`alert ${alert.kind}${grave ? ' grave' : ''}`}>
      <WarningIcon size={32} />
      <div>
        <h2>
          {title} {alert.kind !== 'outage' && <small>{t.alertAt({ at: timeOf(alert.at) })}</small>}
        </h2>
        <p>{hint}</p>
        {more && <p>{more}</p>}
        {alert.kind === 'clock-jump' && (
          <p aria-live="off">
            <strong>{t.hubTime({ at: dateTime(tick.value, timeZone.value, language.value) })}</strong>
          </p>
        )}
        {problem.value && (
          <p class="problem" role="alert">
            {problem.value}
          </p>
        )}
      </div>
      {alert.kind === 'clerk-absent' && <CloseBehind details={alert.details ?? {}} role={role} />}
      {alert.kind === 'outage' && onPaper && (
        <button type="button" class="button" onClick={onPaper}>
          {t.floor.paper}
        </button>
      )}
      {button && (
        <button
          type="button"
          class="go"
          aria-disabled={busy.value}
          onClick={() =>
            void send(async () => {
              await hub.post(`/api/alerts/${encodeURIComponent(alert.id)}/resolve`);
            })
          }
        >
          {button}
        </button>
      )}
    </article>
  );
}
