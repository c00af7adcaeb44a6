import type { TicketView } from '@jiaohao/shared/contract/ticket.ts';
import { CheckIcon, WarningIcon } from '@jiaohao/shared/ui/icons.tsx';
import type { KioskProps } from './kiosk-props.ts';
import type { KioskTexts } from './kiosk-texts.ts';
import { OnScreen } from './on-screen-lazy.ts';
import type { Paper } from './paper.ts';
import { useSlipPicture } from './slip-picture.ts';

interface PaperPanelProps extends KioskProps {
  ticket: TicketView;
  loadSlip: (ticketId: string) => Promise<string>;
}

/** What became of the slip, followed live; the code to photograph whenever paper is not certain. */
export function PaperPanel({ ticket, state, actions, loadSlip }: PaperPanelProps) {
  const paper = state.paper.value ?? { kind: 'coming' };
  const picture = useSlipPicture(paper.kind === 'picture' ? ticket : null, loadSlip);
  const retrying = paper.kind === 'coming' && state.paperFailed.value;
  const onScreen = !['coming', 'take', 'picture'].includes(paper.kind) || retrying || picture === 'none';
  const said = sayings(paper, state.t.value);
  return (
    <section class="paper" data-kind={paper.kind} data-on-screen={onScreen}>
      <div class="paper-says" role={onScreen ? 'alert' : 'status'}>
        {onScreen ? <WarningIcon /> : <CheckIcon />}
        <div>
          <h2>{said.title}</h2>
          <p>{said.hint}</p>
        </div>
      </div>
      {onScreen ? (
        <OnScreen ticket={ticket} paper={paper} state={state} actions={actions} />
      ) : (
        <div class="slot" aria-hidden={paper.kind !== 'picture'}>
          {paper.kind === 'picture' && picture !== null ? (
            <img src={picture} alt={state.t.value.paper.pictureAlt({ number: ticket.number })} />
          ) : (
            <span class="blank-slip">
              <b>{ticket.number}</b>
              <i />
              <i />
              <i />
            </span>
          )}
        </div>
      )}
    </section>
  );
}

function sayings(paper: Paper, t: KioskTexts): { title: string; hint: string } {
  switch (paper.kind) {
    case 'coming':
      return { title: t.paper.coming, hint: '' };
    case 'take':
      return { title: t.paper.take, hint: t.paper.takeHint };
    case 'picture':
      return { title: t.paper.picture, hint: t.paper.pictureHint };
    case 'slow':
      return { title: t.paper.slow, hint: t.paper.unsureHint };
    case 'unsure':
      return { title: t.paper.unsure, hint: t.paper.unsureHint };
    case 'none':
      return {
        title: t.paper.none,
        hint: paper.reason ? t.paper.noneWhy({ reason: t.reasons[paper.reason] }) : t.paper.noneHint,
      };
    default:
      return paper satisfies never;
  }
}
