import type { WhoAmI } from '@jiaohao/shared/contract/session.ts';
import { number } from '@jiaohao/shared/i18n/format.ts';
import { useSignal } from '@preact/signals';
import { AppointmentsNow } from '../appointments/appointments-now.tsx';
import { language } from '../language.ts';
import { hallView } from '../live-hall.ts';
import { texts } from '../texts.ts';
import { Alerts } from '../today/alerts.tsx';
import { CountersNow } from '../today/counters-now.tsx';
import { DevicesNow } from '../today/devices-now.tsx';
import { QueuesNow } from '../today/queues-now.tsx';
import { EmergencyNow } from './emergency-now.tsx';
import { EnterPaper } from './enter-paper.tsx';
import { FloorActions } from './floor-actions.tsx';
import { LongWaits } from './long-waits.tsx';

/** The hall manager's tablet: what needs a person first, then what can be done, then the hall as it is. */
export function FloorPage({ me }: { me: WhoAmI }) {
  const t = texts.value;
  const view = hallView.value;
  const onPaper = useSignal(false);
  if (!view) return <p class="state-line">{t.common.connecting}</p>;
  const count = (value: number) => number(value, language.value);
  const used = view.counters.filter(({ state }) => state !== 'closed').length;
  const isCalm = !view.emergency && view.alerts.length === 0 && view.queues.every(({ late }) => late === 0);
  return (
    <>
      <h1 class="visually-hidden" tabIndex={-1}>
        {t.nav.floor}
      </h1>
      <EmergencyNow view={view} />
      <Alerts
        alerts={view.alerts}
        role={me.role}
        onPaper={() => {
          onPaper.value = true;
        }}
      />
      <LongWaits queues={view.queues} gaps={view.gaps} />
      <div class="floor-line">
        <p class="floor-figures">
          <strong>{t.floor.waitingNow({ count: count(view.waiting) })}</strong>
          <span>{t.floor.servedNow({ count: count(view.served) })}</span>
          <span>{t.floor.openNow({ open: used, all: view.counters.length })}</span>
        </p>
        {isCalm && <p class="calm">{t.floor.calm}</p>}
      </div>
      <FloorActions view={view} />
      {onPaper.value && (
        <EnterPaper
          view={view}
          onClose={() => {
            onPaper.value = false;
          }}
        />
      )}
      {view.appointments && <AppointmentsNow counts={view.appointments} />}
      <div class="now">
        <CountersNow
          counters={view.counters}
          hasPads={view.devices.some(({ kind }) => kind === 'counter-pad')}
        />
        <QueuesNow queues={view.queues} />
        <DevicesNow devices={view.devices} />
      </div>
    </>
  );
}
