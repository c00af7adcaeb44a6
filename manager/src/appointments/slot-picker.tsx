import type { SlotDays } from '@jiaohao/shared/contract/appointments.ts';
import { type Signal, useSignal } from '@preact/signals';
import { language } from '../language.ts';
import { dayOfMonth, slotTimes, weekday } from './dates.ts';
import { appointmentTexts } from './texts.ts';

const freeOn = (day: SlotDays['days'][number]): number => day.slots.reduce((sum, { free }) => sum + free, 0);

/** A strip of days with what is left on each, and the times of the chosen one. */
export function SlotPicker({
  days,
  timeZone,
  slotAt,
}: {
  days: SlotDays['days'];
  timeZone: string;
  slotAt: Signal<number | null>;
}) {
  const say = appointmentTexts.value;
  const chosen = useSignal<string | null>(null);
  const day =
    days.find(({ date }) => date === chosen.value) ?? days.find((each) => freeOn(each) > 0) ?? days[0];
  return (
    <>
      <fieldset class="quick days">
        <legend>{say.day}</legend>
        {days.map((each) => {
          const free = freeOn(each);
          const left =
            each.slots.length === 0 ? say.dayClosed : free === 0 ? say.dayFull : say.dayFree({ count: free });
          return (
            <button
              key={each.date}
              type="button"
              aria-pressed={each === day}
              disabled={each.slots.length === 0}
              onClick={() => {
                chosen.value = each.date;
                slotAt.value = null;
              }}
            >
              <span>{weekday(each.date, language.value)}</span>
              <b>{dayOfMonth(each.date, language.value)}</b>
              <small>{left}</small>
            </button>
          );
        })}
      </fieldset>
      <fieldset class="quick slots">
        <legend>{say.slot}</legend>
        {(!day || day.slots.length === 0) && <p class="empty">{say.slotsEmpty}</p>}
        {day?.slots.map((slot) => (
          <button
            key={slot.at}
            type="button"
            aria-pressed={slot.at === slotAt.value}
            disabled={slot.free === 0}
            onClick={() => {
              slotAt.value = slot.at;
            }}
          >
            <b>{slotTimes(slot.at, slot.until, timeZone, language.value)}</b>
            <small>{slot.free === 0 ? say.slotFull : say.slotFree(slot)}</small>
          </button>
        ))}
      </fieldset>
    </>
  );
}
