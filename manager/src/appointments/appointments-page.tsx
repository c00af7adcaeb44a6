import type { AppointmentDetails, SlotDays } from '@jiaohao/shared/contract/appointments.ts';
import { useSignal } from '@preact/signals';
import { useLoaded } from '../load.ts';
import { StateLine } from '../parts/state-line.tsx';
import { hub } from '../session.ts';
import { texts } from '../texts.ts';
import { BookingPanel } from './booking-panel.tsx';
import { DayList } from './day-list.tsx';
import { appointmentTexts } from './texts.ts';

/** Booking for whoever stands here or calls, and who comes on a day. */
export function AppointmentsPage() {
  const t = texts.value;
  const services = useLoaded(() => hub.get<SlotDays>('/api/appointments/slots'), []);
  /** The one that is being moved to another time; null while a new one is booked. */
  const moving = useSignal<AppointmentDetails | null>(null);
  /** Counts what was booked, moved or cancelled here, so that lists are asked for again. */
  const changes = useSignal(0);
  const changed = () => {
    changes.value += 1;
  };
  return (
    <>
      <header class="page-head">
        <div>
          <h1 tabIndex={-1}>{t.nav.appointments}</h1>
          <p>{appointmentTexts.value.lead}</p>
        </div>
      </header>
      <StateLine of={services} />
      {services.value?.services.length === 0 && <p class="empty panel">{appointmentTexts.value.none}</p>}
      {services.value && services.value.services.length > 0 && (
        <div class="appointments-board">
          <BookingPanel
            key={moving.value?.id ?? 'new'}
            services={services.value.services}
            moving={moving.value}
            changes={changes.value}
            onChanged={changed}
            onDone={() => {
              moving.value = null;
            }}
          />
          <DayList
            languages={services.value.languages}
            changes={changes.value}
            onChanged={changed}
            onMove={(appointment) => {
              moving.value = appointment;
              scrollTo(0, 0);
            }}
          />
        </div>
      )}
    </>
  );
}
