import type { FoundAppointment } from '@jiaohao/shared/contract/appointments.ts';
import { clockTime, longDate } from '@jiaohao/shared/i18n/format.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import type { KioskProps } from '../kiosk-props.ts';
import type { KioskState } from '../kiosk-state.ts';
import type { CheckIn } from './check-in.ts';
import type { CheckInTexts } from './texts.ts';

interface FoundProps extends KioskProps {
  checkIn: CheckIn;
  say: CheckInTexts;
}

/** The appointments of what was typed: usually one. */
export function FoundList({ found, ...props }: FoundProps & { found: FoundAppointment[] }) {
  return (
    <ul class="found-list" data-one={found.length === 1}>
      {found.map((each) => (
        <Found key={each.id} of={each} {...props} />
      ))}
    </ul>
  );
}

function Found({ of, checkIn, say, state, actions }: FoundProps & { of: FoundAppointment }) {
  const language = state.comfort.language.value;
  const when = whenOf(of, state);
  const welcome = WELCOME.has(of.standing);
  const coming = checkIn.taking.value === of.id;
  const disabled = checkIn.taking.value !== null || state.blocked.value !== null;
  return (
    <li class="found" data-standing={welcome ? 'welcome' : 'not'}>
      <p class="day">{when.isToday ? say.today : when.day}</p>
      <p class="times">
        {when.from}–{when.until}
      </p>
      <p class="service-name">{words(of.serviceName, language)}</p>
      {of.phone && <p class="phone">{of.phone}</p>}
      <Standing of={of} say={say} state={state} />
      {welcome ? (
        <button type="button" class="primary" disabled={disabled} onClick={() => void checkIn.take(of.id)}>
          {coming ? say.taking : of.standing === 'too-late' ? say.walkUp : say.take}
        </button>
      ) : (
        <button type="button" class="plain" onClick={actions.reset}>
          {say.leave}
        </button>
      )}
    </li>
  );
}

const WELCOME: ReadonlySet<FoundAppointment['standing']> = new Set(['early', 'on-time', 'late', 'too-late']);

/** Which it is, in plain words. */
function Standing({ of, say, state }: { of: FoundAppointment; say: CheckInTexts; state: KioskState }) {
  const { from, opens, opensDay, isToday } = whenOf(of, state);
  switch (of.standing) {
    case 'early':
    case 'on-time':
    case 'late':
      return <p class="says">{say.standing[of.standing]({ time: from })}</p>;
    case 'too-late':
    case 'void':
    case 'cancelled':
      return <p class="says">{say.standing[of.standing]}</p>;
    case 'too-early':
      return (
        <>
          <p class="says">
            {isToday ? say.tooEarlyToday({ time: opens }) : say.tooEarly({ day: opensDay, time: opens })}
          </p>
          <p class="hint">{say.tooEarlyHint}</p>
        </>
      );
    case 'checked-in':
      return (
        <>
          <p class="says">{say.takenTitle({ number: of.number ?? '' })}</p>
          <p class="hint">{say.takenHint}</p>
        </>
      );
    default:
      return of.standing satisfies never;
  }
}

function whenOf({ slotAt, slotUntil, opensAt }: FoundAppointment, state: KioskState) {
  const language = state.comfort.language.value;
  const timeZone = state.menu.value?.timeZone ?? 'UTC';
  const today = longDate(state.menu.value?.now ?? slotAt, timeZone, language);
  const day = longDate(slotAt, timeZone, language);
  return {
    day,
    isToday: day === today,
    from: clockTime(slotAt, timeZone, language),
    until: clockTime(slotUntil, timeZone, language),
    opens: clockTime(opensAt, timeZone, language),
    opensDay: longDate(opensAt, timeZone, language),
  };
}
