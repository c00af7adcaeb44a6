import type { AppointmentDetails, SlotDays } from '@jiaohao/shared/contract/appointments.ts';
import { parsePhone } from '@jiaohao/shared/contract/phone-number.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { language } from '../language.ts';
import { useLoaded } from '../load.ts';
import { Field } from '../parts/field.tsx';
import { StateLine } from '../parts/state-line.tsx';
import { useSending } from '../parts/use-sending.ts';
import { hub } from '../session.ts';
import { BookedPanel } from './booked-panel.tsx';
import { SlotPicker } from './slot-picker.tsx';
import { appointmentTexts } from './texts.ts';

const REFRESH_MS = 20_000;

/** Service, day, time, phone number: booked. Moving one is the same without the phone number. */
export function BookingPanel({
  services,
  moving,
  changes,
  onChanged,
  onDone,
}: {
  services: SlotDays['services'];
  moving: AppointmentDetails | null;
  changes: number;
  onChanged: () => void;
  onDone: () => void;
}) {
  const say = appointmentTexts.value;
  const serviceId = useSignal(moving?.serviceId ?? services[0]?.id ?? '');
  const slotAt = useSignal<number | null>(null);
  const phone = useSignal('');
  const name = useSignal('');
  const booked = useSignal<AppointmentDetails | null>(null);
  const { busy, problem, send } = useSending();
  const slots = useLoaded(
    () => hub.get<SlotDays>(`/api/appointments/slots?serviceId=${encodeURIComponent(serviceId.value)}`),
    [serviceId.value, changes],
    REFRESH_MS,
  );
  const chosen = slots.value?.days.flatMap((day) => day.slots).find((slot) => slot.at === slotAt.value);
  // Somebody else took the last place while we looked on.
  useEffect(() => {
    if (slots.value && slotAt.value !== null && !(chosen && chosen.free > 0)) slotAt.value = null;
  }, [slots.value]);

  function submit(event: Event) {
    event.preventDefault();
    if (slotAt.value === null) {
      problem.value = say.pickSlot;
      return;
    }
    if (!moving && parsePhone(phone.value) === null) {
      problem.value = say.phoneWrong;
      return;
    }
    void send(async () => {
      const slot = { serviceId: serviceId.value, slotAt: slotAt.value };
      const path = moving ? `/api/appointments/${encodeURIComponent(moving.id)}/change` : '/api/appointments';
      const who = moving ? {} : { phone: phone.value, ...(name.value.trim() && { name: name.value.trim() }) };
      try {
        const made = await hub.post<{ appointment: AppointmentDetails }>(path, { ...slot, ...who });
        booked.value = made.appointment;
      } finally {
        // A place that was taken meanwhile is not shown as free any more.
        onChanged();
      }
    });
  }

  if (booked.value) {
    return (
      <BookedPanel
        appointment={booked.value}
        title={moving ? say.changed : say.booked}
        timeZone={slots.value?.timeZone ?? ''}
        languages={slots.value?.languages ?? []}
        onNext={() => {
          booked.value = null;
          slotAt.value = null;
          phone.value = '';
          name.value = '';
          onDone();
        }}
      />
    );
  }
  return (
    <section class="panel booking" aria-labelledby="booking-title">
      <header>
        <h2 id="booking-title">
          {moving ? say.changeTitle({ name: moving.name ?? moving.phone ?? '' }) : say.bookTitle}
        </h2>
        {moving && (
          <button type="button" class="plain" onClick={onDone}>
            {say.keep}
          </button>
        )}
      </header>
      <form onSubmit={submit} noValidate>
        <fieldset class="quick">
          <legend>{say.service}</legend>
          {services.map((service) => (
            <button
              key={service.id}
              type="button"
              aria-pressed={service.id === serviceId.value}
              onClick={() => {
                serviceId.value = service.id;
                slotAt.value = null;
              }}
            >
              {words(service.name, language.value)}
            </button>
          ))}
        </fieldset>
        <StateLine of={slots} />
        {slots.value && (
          <SlotPicker days={slots.value.days} timeZone={slots.value.timeZone} slotAt={slotAt} />
        )}
        {!moving && (
          <div class="booking-who">
            <Field id="booking-phone" label={say.phone} hint={say.phoneHint} value={phone} maxLength={24} />
            <Field id="booking-name" label={say.name} value={name} required={false} maxLength={60} />
          </div>
        )}
        <p class="problem" role="alert">
          {problem.value}
        </p>
        <button type="submit" class="go" aria-disabled={busy.value}>
          {moving ? say.change : say.book}
        </button>
      </form>
    </section>
  );
}
