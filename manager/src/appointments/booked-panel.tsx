import { spacedCode } from '@jiaohao/shared/contract/appointment-code.ts';
import type { AppointmentDetails } from '@jiaohao/shared/contract/appointments.ts';
import { clockTime } from '@jiaohao/shared/i18n/format.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { useEffect, useRef } from 'preact/hooks';
import { language } from '../language.ts';
import { dayWords, slotTimes } from './dates.ts';
import { PrintSlip } from './print-slip.tsx';
import { appointmentTexts } from './texts.ts';

/** The code, big enough to be read out, and what to say with it. */
export function BookedPanel({
  appointment,
  title,
  timeZone,
  languages,
  onNext,
}: {
  appointment: AppointmentDetails;
  title: string;
  timeZone: string;
  languages: readonly string[];
  onNext: () => void;
}) {
  const say = appointmentTexts.value;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="panel booked" aria-labelledby="booked-title">
      <h2 id="booked-title" tabIndex={-1} ref={heading}>
        {title}
      </h2>
      <AppointmentFacts appointment={appointment} timeZone={timeZone} />
      <PrintSlip id={appointment.id} languages={languages} />
      <button type="button" class="go" onClick={onNext}>
        {say.next}
      </button>
    </section>
  );
}

/** Code, time, service and phone number of one appointment. */
export function AppointmentFacts({
  appointment,
  timeZone,
}: {
  appointment: AppointmentDetails;
  timeZone: string;
}) {
  const say = appointmentTexts.value;
  const { date, slotAt, slotUntil, code, fullPhone, name, serviceName, opensAt } = appointment;
  const when = `${dayWords(date, language.value)} ${slotTimes(slotAt, slotUntil, timeZone, language.value)}`;
  return (
    <div class="appointment-facts">
      {code && (
        <p class="code">
          <span>{say.code}</span> <strong>{spacedCode(code)}</strong>
        </p>
      )}
      <p class="when">
        <b>{when}</b> {words(serviceName, language.value)}
      </p>
      <p>{fullPhone === null ? say.erased : [fullPhone, name].filter(Boolean).join(' · ')}</p>
      {appointment.state === 'booked' && (
        <p class="tell">{say.tell({ when, from: clockTime(opensAt, timeZone, language.value) })}</p>
      )}
    </div>
  );
}
