import type { AppointmentCounts } from '@jiaohao/shared/contract/appointments.ts';
import { linkTo } from '../route.ts';
import { Counts } from './counts.tsx';
import { appointmentTexts } from './texts.ts';

/** Today's appointments in one line; it leads to their page. */
export function AppointmentsNow({ counts }: { counts: AppointmentCounts }) {
  const say = appointmentTexts.value;
  return (
    <section class="panel appointments-now" aria-labelledby="appointments-now-title">
      <h2 id="appointments-now-title">{say.figure}</h2>
      <Counts counts={counts} />
      <a href={linkTo('appointments')}>{say.listTitle}</a>
    </section>
  );
}
