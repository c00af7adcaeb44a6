import type { SummaryReport, WaitsReport } from '@jiaohao/shared/contract/reports.ts';
import type { WhoAmI } from '@jiaohao/shared/contract/session.ts';
import { useEffect } from 'preact/hooks';
import { AppointmentsNow } from '../appointments/appointments-now.tsx';
import { hallView } from '../live-hall.ts';
import { useLoaded } from '../load.ts';
import { StateLine } from '../parts/state-line.tsx';
import { getReport } from '../session.ts';
import { texts } from '../texts.ts';
import { Alerts } from './alerts.tsx';
import { CountersNow } from './counters-now.tsx';
import { DevicesNow } from './devices-now.tsx';
import { DayFigures } from './figures.tsx';
import { GapsNow } from './gaps-now.tsx';
import { OutcomesNow } from './outcomes-now.tsx';
import { QueuesNow } from './queues-now.tsx';
import { WaitsOfTheDay } from './waits-of-the-day.tsx';

/** Figures of the day are counted anew this often; what the hall does now comes by itself. */
const EVERY_MS = 20_000;

/** The hall now and the day so far, for managers; who runs the hall has the floor (`floor/`). */
export function TodayPage({ me }: { me: WhoAmI }) {
  const t = texts.value;
  const view = hallView.value;
  return (
    <>
      <h1 class="visually-hidden" tabIndex={-1}>
        {t.nav.today}
      </h1>
      {view && <Alerts alerts={view.alerts} role={me.role} />}
      {view && <GapsNow gaps={view.gaps} />}
      <Day />
      {view ? (
        <>
          {view.appointments && <AppointmentsNow counts={view.appointments} />}
          <div class="now">
            <CountersNow
              counters={view.counters}
              hasPads={view.devices.some(({ kind }) => kind === 'counter-pad')}
            />
            <QueuesNow queues={view.queues} voidReasons={view.voidReasons} />
            <DevicesNow devices={view.devices} />
          </div>
        </>
      ) : (
        <p class="state-line">{t.common.connecting}</p>
      )}
    </>
  );
}

function Day() {
  const summary = useLoaded(() => getReport<SummaryReport>('/api/reports/summary'), [], EVERY_MS);
  const waits = useLoaded(() => getReport<WaitsReport>('/api/reports/waits'), [], EVERY_MS);
  const again = () => {
    void summary.again();
    void waits.again();
  };
  // A new service day is counted at once, and so is a turn that has just been served.
  const day = hallView.value?.serviceDay;
  const counted = summary.value?.filter.from;
  useEffect(() => {
    if (day !== undefined && counted !== undefined && day !== counted) again();
  }, [day]);
  const served = hallView.value?.served ?? 0;
  const outcomes = hallView.value?.outcomes;
  useEffect(() => {
    if (summary.value === null || served <= summary.value.total.served) return;
    const soon = setTimeout(again, 1500);
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
      {outcomes && <OutcomesNow outcomes={outcomes} />}
      {waits.value && <WaitsOfTheDay report={waits.value} />}
      {waits.problem && !summary.problem && <StateLine of={waits} />}
    </>
  );
}
