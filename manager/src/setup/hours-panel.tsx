import type { HallInfo, Service } from '@jiaohao/shared/contract/hall.ts';
import type { OpeningHours, SpecialDay } from '@jiaohao/shared/contract/hours.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { useSignal } from '@preact/signals';
import { language } from '../language.ts';
import { hallView } from '../live-hall.ts';
import { Ask } from '../parts/dialog.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { texts } from '../texts.ts';
import { SpecialDayDialog, WeekDialog } from './hours-dialogs.tsx';
import { comingDays, intervalsText, WEEKDAYS } from './hours-text.ts';
import { putSection } from './put-section.ts';

export interface HoursSection {
  version: number;
  hours: OpeningHours | null;
}

/** When the hall is open, and the days that are unlike others: people add those every year. */
export function HoursPanel({
  hall,
  services,
  found,
  again,
}: {
  hall: HallInfo;
  services: Service[];
  found: HoursSection;
  again: () => Promise<void>;
}) {
  const t = texts.value.hours;
  const open = useSignal<'week' | 'day' | SpecialDay | null>(null);
  const { hours } = found;
  const today = hallView.value?.serviceDay ?? new Date().toISOString().slice(0, 10);
  const coming = comingDays(hours?.special ?? [], today);
  const own = services.filter((service) => service.hours);
  const close = () => {
    open.value = null;
  };

  async function save(changed: OpeningHours): Promise<void> {
    await putSection('hours', found.version, changed, again);
    close();
  }

  const week = hours?.week ?? {};
  const special = hours?.special ?? [];
  const dayWords = ({ like, intervals }: SpecialDay): string =>
    like ? t.workedLike({ day: t.days[like] }) : intervals?.length ? intervalsText(intervals) : t.closed;

  return (
    <section class="panel" aria-labelledby="hours-title">
      <header>
        <h2 id="hours-title">{t.title}</h2>
        <div class="panel-buttons">
          <button type="button" class="plain" onClick={() => (open.value = 'week')}>
            {t.editWeek}
          </button>
          {hours && (
            <button type="button" class="plain" onClick={() => (open.value = 'day')}>
              {t.addDay}
            </button>
          )}
        </div>
      </header>
      {!hours && <p class="empty">{t.always}</p>}
      {hours && (
        <Scroll>
          <table aria-labelledby="hours-title" class="list">
            <tbody>
              {WEEKDAYS.map((day) => (
                <tr key={day}>
                  <th scope="row">{t.days[day]}</th>
                  <td>{intervalsText(week[day]) || t.closed}</td>
                </tr>
              ))}
              {own.map((service) => (
                <tr key={service.id}>
                  <th scope="row">{words(service.name, language.value)}</th>
                  <td>
                    {WEEKDAYS.filter((day) => service.hours?.week[day]?.length)
                      .map((day) => `${t.days[day]} ${intervalsText(service.hours?.week[day])}`)
                      .join('; ') || t.closed}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <h3 id="special-title">{t.specialTitle}</h3>
          {coming.length === 0 && <p class="empty">{t.noSpecial}</p>}
          {coming.length > 0 && (
            <table aria-labelledby="special-title" class="list">
              <tbody>
                {coming.map((day) => (
                  <tr key={day.date}>
                    <th scope="row">
                      {day.until ? `${day.date} – ${day.until}` : day.date}
                      {day.name && <small> {words(day.name, language.value)}</small>}
                    </th>
                    <td>{dayWords(day)}</td>
                    <td class="row-buttons">
                      <button
                        type="button"
                        class="plain"
                        aria-label={t.removeDay({ date: day.date })}
                        onClick={() => (open.value = day)}
                      >
                        {t.remove}
                      </button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </Scroll>
      )}
      {open.value === 'week' && (
        <WeekDialog
          week={hours ? week : null}
          save={(changed) => save({ ...hours, week: changed })}
          onClose={close}
        />
      )}
      {open.value === 'day' && (
        <SpecialDayDialog
          languages={hall.languages}
          save={(day) => save({ week, special: [...special, day] })}
          onClose={close}
        />
      )}
      {open.value !== null && typeof open.value === 'object' && (
        <Ask
          title={t.removeDay({ date: open.value.date })}
          why={t.removeWhy}
          yes={t.remove}
          danger
          act={() => save({ week, special: special.filter((day) => day !== open.value) })}
          onClose={close}
        />
      )}
    </section>
  );
}
