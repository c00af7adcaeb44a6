import type { AppointmentCounts } from '@jiaohao/shared/contract/appointments.ts';
import { appointmentTexts } from './texts.ts';

/** How many are expected, overdue, here, did not come, cancelled. */
export function Counts({ counts }: { counts: AppointmentCounts }) {
  const say = appointmentTexts.value.counts;
  return (
    <p class="counts">
      <span>{say.booked({ count: counts.booked })}</span>
      {counts.overdue > 0 && <span class="late">{say.overdue({ count: counts.overdue })}</span>}
      <span>{say.checkedIn({ count: counts.checkedIn })}</span>
      {counts.missed > 0 && <span>{say.missed({ count: counts.missed })}</span>}
      {counts.cancelled > 0 && <span>{say.cancelled({ count: counts.cancelled })}</span>}
    </p>
  );
}
