import type { TicketView } from '@jiaohao/shared/contract/ticket.ts';
import { likelyClock, likelyWait } from '@jiaohao/shared/i18n/likely-wait.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { findService } from '../figures.ts';
import { HearButton } from './hear-button.tsx';
import type { KioskProps } from './kiosk-props.ts';
import { PaperPanel } from './paper-panel.tsx';

interface ResultProps extends KioskProps {
  ticket: TicketView;
  loadSlip: (ticketId: string) => Promise<string>;
}

/** The number a person takes away: on paper where paper came, else from here. */
export function ResultScreen({ ticket, state, actions, loadSlip }: ResultProps) {
  const t = state.t.value;
  const language = state.comfort.language.value;
  const seconds = state.resultSeconds.value;
  const further = ticket.turns
    .filter((turn) => turn.state === 'planned')
    .map((turn) => words(findService(state.menu.value, turn.serviceId)?.name, language));
  const wait = likelyWait(ticket.estimate, state.c.value);
  const clock = likelyClock(ticket.estimate, state.menu.value?.timeZone ?? 'UTC', language);
  const likely = clock === null ? wait && t.likelyWait({ wait }) : t.likelyAt({ clock });
  const service = findService(state.menu.value, ticket.serviceId);
  const bring = service?.bring ?? [];
  return (
    <div
      class="result"
      data-paper={state.paper.value?.kind}
      data-on-screen={state.paperFailed.value}
      data-bring={bring.length > 0}
    >
      <section
        class="ticket-panel"
        role="status"
        data-long={ticket.number.length > 5}
        data-further={further.length > 0}
      >
        <h1>{t.yourNumber}</h1>
        <p class="number">{ticket.number}</p>
        <p class="service-name">{words(ticket.serviceName, language)}</p>
        {further.length > 0 && (
          <p class="further">
            {t.furtherServices}
            {further.join(t.bringSeparator)}
          </p>
        )}
        <p class="ahead">{ticket.ahead > 0 ? t.ahead({ count: ticket.ahead }) : t.aheadNone}</p>
        {ticket.ahead > 0 && <p class="likely">{likely ?? t.noEstimate}</p>}
        <HearButton state={state} />
      </section>
      <PaperPanel ticket={ticket} state={state} actions={actions} loadSlip={loadSlip} />
      {bring.length > 0 && (
        <section class="bring-panel">
          <h2>{t.bringTitle}</h2>
          <ul class="bring">
            {bring.map((item) => {
              const line = words(item, language);
              return <li key={line}>{line}</li>;
            })}
          </ul>
          {service?.form && (
            <p class="form-line">
              <b>{t.formLead}</b>
              {[service.form, service.where]
                .map((text) => words(text, language))
                .filter(Boolean)
                .join(t.formSeparator)}
            </p>
          )}
        </section>
      )}
      <div class="foot">
        <button type="button" class="primary finish" onClick={actions.reset}>
          {t.finish}
        </button>
        <p>{seconds === null ? '' : t.finishIn({ seconds })}</p>
      </div>
    </div>
  );
}
