import type { TicketView } from '@jiaohao/shared/contract/ticket.ts';
import { Qr } from '../qr.tsx';
import type { KioskProps } from './kiosk-props.ts';
import type { Paper } from './paper.ts';

/** The code big enough for a phone's camera, and another try at paper where that can help. */
export function OnScreen({
  ticket,
  paper,
  state,
  actions,
}: KioskProps & { ticket: TicketView; paper: Paper }) {
  const t = state.t.value;
  const link = /^https?:/.test(ticket.code ?? '');
  const retry = (paper.kind === 'none' || paper.kind === 'unsure') && ticket.print.state !== 'none';
  const failed = state.reprint.value === 'failed';
  return (
    <div class="on-screen">
      {ticket.code && <Qr payload={ticket.code} label={t.paper.codeAlt({ number: ticket.number })} />}
      <div class="advice">
        <p class="photograph">{t.paper.photograph}</p>
        {link && <p>{t.paper.scan}</p>}
        {failed && <p role="alert">{t.paper.retryFailed}</p>}
        <button
          type="button"
          class="plain"
          disabled={!retry || state.reprint.value === 'sending' || state.connection.value === 'lost'}
          onClick={() => void actions.printAgain()}
        >
          {t.paper.retry}
        </button>
      </div>
    </div>
  );
}
