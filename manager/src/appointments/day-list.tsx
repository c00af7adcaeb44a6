import type {
  AppointmentDetails,
  AppointmentList,
  AppointmentView,
} from '@jiaohao/shared/contract/appointments.ts';
import { useSignal } from '@preact/signals';
import { failureWords } from '../failure.ts';
import { language } from '../language.ts';
import { hallView } from '../live-hall.ts';
import { useLoaded } from '../load.ts';
import { Ask, Dialog } from '../parts/dialog.tsx';
import { StateLine } from '../parts/state-line.tsx';
import { hub } from '../session.ts';
import { AppointmentFacts } from './booked-panel.tsx';
import { Counts } from './counts.tsx';
import { dayWords, shifted } from './dates.ts';
import { DayTable } from './day-table.tsx';
import { PrintSlip } from './print-slip.tsx';
import { appointmentTexts } from './texts.ts';

const REFRESH_MS = 20_000;

type Open = { kind: 'show'; details: AppointmentDetails } | { kind: 'cancel'; appointment: AppointmentView };

/** Who comes on a day: expected, overdue, checked in, cancelled, missed. */
export function DayList({
  languages,
  changes,
  onChanged,
  onMove,
}: {
  languages: readonly string[];
  changes: number;
  onChanged: () => void;
  onMove: (appointment: AppointmentDetails) => void;
}) {
  const say = appointmentTexts.value;
  const date = useSignal<string | null>(null);
  const open = useSignal<Open | null>(null);
  const problem = useSignal('');
  // Somebody checked in at a kiosk: the hall's figures change with it.
  const live = JSON.stringify(hallView.value?.appointments ?? null);
  const list = useLoaded(
    () => hub.get<AppointmentList>(`/api/appointments${date.value ? `?date=${date.value}` : ''}`),
    [date.value, changes, live],
    REFRESH_MS,
  );
  const shown = date.value ?? list.value?.date;
  const close = () => {
    open.value = null;
  };
  async function withDetails(appointment: AppointmentView, use: (details: AppointmentDetails) => void) {
    problem.value = '';
    try {
      const path = `/api/appointments/${encodeURIComponent(appointment.id)}`;
      use((await hub.get<{ appointment: AppointmentDetails }>(path)).appointment);
    } catch (error) {
      problem.value = failureWords(error);
    }
  }

  return (
    <section class="panel day-list" aria-labelledby="day-list-title">
      <header>
        <h2 id="day-list-title">{say.listTitle}</h2>
        {shown && (
          <div class="day-steps">
            <button
              type="button"
              class="plain"
              aria-label={say.previousDay}
              onClick={() => (date.value = shifted(shown, -1))}
            >
              ‹
            </button>
            <b aria-live="polite">{dayWords(shown, language.value)}</b>
            <button
              type="button"
              class="plain"
              aria-label={say.nextDay}
              onClick={() => (date.value = shifted(shown, 1))}
            >
              ›
            </button>
            <button
              type="button"
              class="plain"
              disabled={date.value === null}
              onClick={() => (date.value = null)}
            >
              {say.today}
            </button>
          </div>
        )}
      </header>
      {list.value && <Counts counts={list.value.counts} />}
      <p class="problem" role="alert">
        {problem.value}
      </p>
      <StateLine of={list} />
      {list.value && (
        <DayTable
          list={list.value}
          onShow={(each) => void withDetails(each, (details) => (open.value = { kind: 'show', details }))}
          onMove={(each) => void withDetails(each, onMove)}
          onCancel={(appointment) => {
            open.value = { kind: 'cancel', appointment };
          }}
        />
      )}
      {open.value?.kind === 'show' && (
        <Dialog title={open.value.details.name ?? open.value.details.phone ?? say.code} onClose={close}>
          <AppointmentFacts appointment={open.value.details} timeZone={list.value?.timeZone ?? ''} />
          {open.value.details.state === 'booked' ? (
            <PrintSlip id={open.value.details.id} languages={languages} onClose={close} />
          ) : (
            <div class="dialog-buttons">
              <button type="button" class="go" onClick={close}>
                {say.close}
              </button>
            </div>
          )}
        </Dialog>
      )}
      {open.value?.kind === 'cancel' && (
        <Cancel appointment={open.value.appointment} onClose={close} onChanged={onChanged} />
      )}
    </section>
  );
}

function Cancel({
  appointment,
  onClose,
  onChanged,
}: {
  appointment: AppointmentView;
  onClose: () => void;
  onChanged: () => void;
}) {
  const say = appointmentTexts.value;
  return (
    <Ask
      title={say.cancelTitle({ who: appointment.name ?? appointment.phone ?? '' })}
      why={say.cancelWhy}
      yes={say.cancelYes}
      danger
      onClose={onClose}
      act={async () => {
        await hub.post(`/api/appointments/${encodeURIComponent(appointment.id)}/cancel`);
        onChanged();
      }}
    />
  );
}
