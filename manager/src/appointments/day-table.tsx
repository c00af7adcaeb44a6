import type { AppointmentList, AppointmentView } from '@jiaohao/shared/contract/appointments.ts';
import { clockTime } from '@jiaohao/shared/i18n/format.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { language } from '../language.ts';
import { Scroll } from '../parts/scroll.tsx';
import { slotTimes } from './dates.ts';
import { appointmentTexts } from './texts.ts';

/** The appointments of a day, in the order of their times. */
export function DayTable({
  list,
  onShow,
  onMove,
  onCancel,
}: {
  list: AppointmentList;
  onShow: (appointment: AppointmentView) => void;
  onMove: (appointment: AppointmentView) => void;
  onCancel: (appointment: AppointmentView) => void;
}) {
  const say = appointmentTexts.value;
  if (list.appointments.length === 0) return <p class="empty">{say.listEmpty}</p>;
  return (
    <Scroll tall>
      <table class="list">
        <thead>
          <tr>
            <th scope="col">{say.columns.slot}</th>
            <th scope="col">{say.columns.who}</th>
            <th scope="col">{say.columns.service}</th>
            <th scope="col">{say.columns.state}</th>
            <th scope="col">{say.columns.actions}</th>
          </tr>
        </thead>
        <tbody>
          {list.appointments.map((each) => {
            const who = [each.name, each.phone].filter(Boolean).join(' ') || say.erased;
            const over = each.state === 'cancelled' || each.state === 'missed';
            return (
              <tr key={each.id} class={over ? 'faded' : undefined}>
                <th scope="row">{slotTimes(each.slotAt, each.slotUntil, list.timeZone, language.value)}</th>
                <td>{who}</td>
                <td>{words(each.serviceName, language.value)}</td>
                <State of={each} now={list.now} timeZone={list.timeZone} />
                <td class="row-actions">
                  <button
                    type="button"
                    aria-label={say.of({ action: say.show, who })}
                    onClick={() => onShow(each)}
                  >
                    {say.show}
                  </button>
                  {each.state === 'booked' && (
                    <>
                      <button
                        type="button"
                        aria-label={say.of({ action: say.edit, who })}
                        onClick={() => onMove(each)}
                      >
                        {say.edit}
                      </button>
                      <button
                        type="button"
                        aria-label={say.of({ action: say.cancel, who })}
                        onClick={() => onCancel(each)}
                      >
                        {say.cancel}
                      </button>
                    </>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}

function State({ of, now, timeZone }: { of: AppointmentView; now: number; timeZone: string }) {
  const say = appointmentTexts.value;
  const overdue = of.state === 'booked' && of.slotUntil <= now;
  const time = of.checkedInAt === null ? '' : clockTime(of.checkedInAt, timeZone, language.value);
  return (
    <td class={overdue ? 'state late' : 'state'}>
      {say.states[overdue ? 'overdue' : of.state]}
      {of.arrival && <span class="tag">{say.arrivals[of.arrival]}</span>}
      {of.number && <small class="number">{say.number({ number: of.number, time })}</small>}
    </td>
  );
}
