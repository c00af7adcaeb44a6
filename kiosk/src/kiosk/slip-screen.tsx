import { clockTime } from '@jiaohao/shared/i18n/format.ts';
import { likelyWait } from '@jiaohao/shared/i18n/likely-wait.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { extrasOf } from './extra-texts.ts';
import { HearButton } from './hear-button.tsx';
import type { KioskProps } from './kiosk-props.ts';
import type { ReadSlip } from './kiosk-state.ts';
import { standingOf } from './standing.ts';

/** Where the ticket of a scanned slip stands now. */
export function SlipScreen({ slip, state, actions }: KioskProps & { slip: ReadSlip }) {
  const t = extrasOf(state).slip;
  const language = state.comfort.language.value;
  const { ticket } = slip.answer;
  const standing = standingOf(slip.answer, t);
  const wait = ticket.status === 'waiting' ? likelyWait(ticket.estimate, state.c.value) : null;
  const timeZone = state.menu.value?.timeZone ?? 'UTC';
  // Without its code the slip cannot be printed again: whoever holds it has not shown it.
  const mayPrint = standing.live && ticket.code !== undefined;
  const failed = state.reprint.value === 'failed';
  return (
    <div class="result read-slip" data-bring="false">
      <section class="ticket-panel" role="status" data-long={ticket.number.length > 5}>
        <h1>{t.title}</h1>
        <p class="number">{ticket.number}</p>
        <p class="service-name">{words(ticket.serviceName, language)}</p>
        <p class="ahead" data-now={standing.now}>
          {standing.words}
        </p>
        {wait && ticket.ahead > 0 && <p class="likely">{state.t.value.likelyWait({ wait })}</p>}
        {ticket.status === 'missed' && <p class="likely">{words(slip.answer.missedRule, language)}</p>}
        <p class="likely">{t.issued({ time: clockTime(ticket.issuedAt, timeZone, language) })}</p>
        {ticket.status === 'waiting' && <HearButton state={state} />}
      </section>
      <div class="foot">
        {failed && <p role="alert">{state.t.value.paper.retryFailed}</p>}
        {mayPrint && (
          <button
            type="button"
            class="plain finish"
            disabled={state.reprint.value === 'sending' || state.connection.value === 'lost'}
            onClick={() => void actions.reprintSlip()}
          >
            {t.reprint}
          </button>
        )}
        <button type="button" class="primary finish" onClick={actions.reset}>
          {t.leave}
        </button>
      </div>
    </div>
  );
}
