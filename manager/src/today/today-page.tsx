import type { SummaryReport, WaitsReport } from '@jiaohao/shared/contract/reports.ts';
import type { WhoAmI } from '@jiaohao/shared/contract/session.ts';
import { useComputed } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { connection, hallView } from '../live-hall.ts';
import { useLoaded } from '../load.ts';
import { StateLine } from '../parts/state-line.tsx';
import { hub } from '../session.ts';
import { texts } from '../texts.ts';
import { Alerts } from './alerts.tsx';
import { CountersNow } from './counters-now.tsx';
import { DevicesNow } from './devices-now.tsx';
import { DayFigures, LiveFigures } from './figures.tsx';
import { QueuesNow } from './queues-now.tsx';
import { WaitsOfTheDay } from './waits-of-the-day.tsx';

/** Figures of the day are counted anew this often; what the hall does now comes by itself. */
const EVERY_MS = 20_000;

/** The hall now and the day so far. Reports are for managers; a hall manager sees the live part. */
export function TodayPage({ me }: { me: WhoAmI }) {
  const t = texts.value;
  const view = hallView.value;
  const reports = me.role !== 'hall-manager';
  return (
    <>
      <h1 class="visually-hidden" tabIndex={-1}>
        {t.nav.today}
      </h1>
      {view && <Alerts alerts={view.alerts} />}
      {reports ? <Day /> : view && <LiveFigures view={view} />}
      {view ? (
        <>
          <div class="now">
            <CountersNow counters={view.counters} />
            <QueuesNow queues={view.queues} />
          </div>
          <DevicesNow devices={view.devices} />
        </>
      ) : (
        <p class="state-line">{t.common.connecting}</p>
      )}
    </>
  );
}

function Day() {
  // A new service day, or the hub's return, is counted at once.
  const day = useComputed(() => hallView.value?.serviceDay ?? null);
  const inputs = [day.value, connection.value === 'online'];
  const summary = useLoaded(() => hub.get<SummaryReport>('/api/reports/summary'), inputs, EVERY_MS);
  const waits = useLoaded(() => hub.get<WaitsReport>('/api/reports/waits'), inputs, EVERY_MS);
  const served = hallView.value?.served ?? 0;
  useEffect(() => {
    if (summary.value === null || served <= summary.value.total.served) return;
    const soon = setTimeout(() => {
      void summary.again();
      void waits.again();
    }, 1500);
    return () => clearTimeout(soon);
  }, [served]);
  return (
    <>
      {summary.value ? (
        <DayFigures kpis={summary.value.total} view={hallView.value} />
      ) : (
        <div class="figures waiting">
          <StateLine of={summary} />
        </div>
      )}
      {waits.value ? <WaitsOfTheDay report={waits.value} /> : <StateLine of={waits} />}
    </>
  );
}
