import type { KioskCheck } from '@jiaohao/shared/contract/kiosk-staff.ts';
import { clockTime } from '@jiaohao/shared/i18n/format.ts';
import { useSignal } from '@preact/signals';
import type { KioskTexts } from '../kiosk-texts.ts';
import type { StaffProps } from './staff-props.ts';
import type { StaffTexts } from './staff-texts.ts';

type Slip = KioskCheck['slips'][number];

/** Today's slips: number, time, what became of the paper; each can be printed again while its number lives. */
export function SlipsPanel({ api, state, t, slips }: StaffProps & { slips: Slip[] | null }) {
  const asked = useSignal<readonly string[]>([]);
  const failed = useSignal(false);
  const timeZone = state.menu.value?.timeZone ?? 'UTC';

  async function again(ticketId: string): Promise<void> {
    asked.value = [...asked.value, ticketId];
    failed.value = false;
    try {
      await api.printAgain(ticketId);
    } catch {
      failed.value = true;
    } finally {
      asked.value = asked.value.filter((id) => id !== ticketId);
    }
  }

  return (
    <section class="staff-panel slips">
      <h2>{t.slips}</h2>
      <p role="status">{failed.value ? t.unreachable : slips?.length === 0 ? t.slipsNone : t.slipsHint}</p>
      <ul aria-label={t.slips}>
        {slips?.map((slip) => (
          <li key={slip.ticketId} data-trouble={slip.live && slip.state !== 'printed'}>
            <b>{slip.number}</b>
            <span class="at">{clockTime(slip.at, timeZone, state.comfort.language.value)}</span>
            <span class="what">{slipWords(slip, t, state.t.value)}</span>
            <button
              type="button"
              class="plain again"
              aria-label={t.printAgainOf({ number: slip.number })}
              disabled={!slip.live || asked.value.indexOf(slip.ticketId) >= 0}
              onClick={() => void again(slip.ticketId)}
            >
              {slip.live ? t.printAgain : t.over}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** @internal exported for tests */
export function slipWords(slip: Slip, t: StaffTexts, words: KioskTexts): string {
  const copy = slip.copy > 0 ? t.copy({ copy: slip.copy }) : '';
  const why = slip.reason && slip.state !== 'printed' ? words.reasons[slip.reason] : '';
  return [t.states[slip.state], why, copy].filter(Boolean).join(' · ');
}
