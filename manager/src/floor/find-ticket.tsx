import type { TicketView } from '@jiaohao/shared/contract/ticket.ts';
import { clockTime } from '@jiaohao/shared/i18n/format.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { useSignal } from '@preact/signals';
import { language } from '../language.ts';
import { timeZone } from '../live-hall.ts';
import { Dialog } from '../parts/dialog.tsx';
import { DialogEnd } from '../parts/dialog-end.tsx';
import { Field } from '../parts/field.tsx';
import { useSending } from '../parts/use-sending.ts';
import { hub } from '../session.ts';
import { texts } from '../texts.ts';
import { ChangePriority } from './change-priority.tsx';
import type { FloorProps } from './floor-props.ts';
import { MoveTicket } from './move-ticket.tsx';
import { numberMeant } from './number-meant.ts';
import { className } from './priority-classes.ts';

const MOVES_FROM: readonly string[] = ['waiting', 'missed', 'parked'];

/** One number: how it stands, its slip again, its place in the queue. */
export function FindTicket({ view, onClose }: FloorProps) {
  const t = texts.value;
  const typed = useSignal('');
  const found = useSignal<TicketView | null>(null);
  const mark = useSignal<string | undefined>(undefined);
  const changing = useSignal<'place' | 'priority' | null>(null);
  const told = useSignal('');
  const { busy, problem, send } = useSending();
  const ticket = found.value;

  const change = (what: 'place' | 'priority' | null) => () => {
    told.value = '';
    changing.value = what;
  };
  const changed = (now: TicketView, words: string) => {
    found.value = now;
    changing.value = null;
    told.value = words;
  };
  if (ticket && changing.value === 'place') {
    return (
      <MoveTicket
        ticket={ticket}
        view={view}
        onClose={change(null)}
        onMoved={(moved) => changed(moved, t.floor.moved({ number: moved.number }))}
      />
    );
  }
  if (ticket && changing.value === 'priority') {
    return (
      <ChangePriority
        ticket={ticket}
        view={view}
        onClose={change(null)}
        onChanged={(now) => {
          const { number, priority } = now;
          const name = priority === null ? null : className(view, priority);
          changed(now, t.floor.priorityChanged({ number, name }));
        }}
      />
    );
  }
  return (
    <Dialog title={t.floor.findTitle} onClose={onClose}>
      <form
        class="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          void send(async () => {
            told.value = '';
            found.value = null;
            const scanned = typed.value;
            // Not left standing there: what was scanned may open somebody's page.
            typed.value = '';
            const meant = await numberMeant(scanned);
            if (meant === 'nothing' || 'over' in meant) {
              told.value = meant === 'nothing' ? t.floor.noNumber : t.floor.slipOver({ day: meant.over });
              return;
            }
            typed.value = meant.number;
            const answer = await hub.get<{ ticket: TicketView; mark?: string }>(
              `/api/tickets/by-number/${encodeURIComponent(meant.number)}`,
            );
            found.value = answer.ticket;
            mark.value = answer.mark;
          });
        }}
      >
        <Field
          id="find-number"
          label={t.floor.findNumber}
          hint={t.floor.findHint}
          value={typed}
          maxLength={300}
          focus
        >
          <button type="submit" class="go" aria-disabled={busy.value}>
            {t.floor.findGo}
          </button>
        </Field>
      </form>
      {ticket && <Found ticket={ticket} mark={mark.value} view={view} />}
      {ticket && !MOVES_FROM.includes(ticket.status) && <p class="floor-hint">{t.floor.onlyWaiting}</p>}
      <DialogEnd
        told={told.value}
        problem={problem.value}
        onClose={onClose}
        leave={t.floor.close}
        go={ticket && MOVES_FROM.includes(ticket.status) && t.floor.move}
        act={change('place')}
      >
        {ticket && ticket.status !== 'ended' && (
          <button
            type="button"
            class="button"
            aria-disabled={busy.value}
            onClick={() =>
              void send(async () => {
                const path = `/api/tickets/${encodeURIComponent(ticket.id)}/reprint`;
                const { print } = (await hub.post<{ ticket: TicketView }>(path)).ticket;
                told.value = t.floor.reprinted({ copy: print.copy });
              })
            }
          >
            {t.floor.reprint}
          </button>
        )}
        {ticket && MOVES_FROM.includes(ticket.status) && (
          <button type="button" class="button" onClick={change('priority')}>
            {t.floor.issuePriority}
          </button>
        )}
      </DialogEnd>
    </Dialog>
  );
}

function Found({
  ticket,
  mark,
  view,
}: {
  ticket: TicketView;
  /** What was written by hand before it had its number. */
  mark: string | undefined;
  view: FloorProps['view'];
}) {
  const t = texts.value;
  const { status, ahead, issuedAt, priority } = ticket;
  const turn = ticket.turns.find(({ id }) => id === ticket.turnId);
  const counter = view.counters.find(({ id }) => id === turn?.counterId);
  const facts = [
    t.floor.status[status],
    status === 'waiting' && t.floor.ahead({ count: ahead }),
    (status === 'called' || status === 'serving') && counter && t.floor.atCounter({ number: counter.number }),
    priority !== null && className(view, priority),
    t.floor.takenAt({ at: clockTime(issuedAt, timeZone.value, language.value) }),
    mark !== undefined && t.floor.markOf({ mark }),
  ].filter((fact) => typeof fact === 'string');
  return (
    <div class="found" role="status">
      <strong>{ticket.number}</strong>
      <div>
        <p>{words(ticket.serviceName, language.value)}</p>
        <p class="facts">{facts.join(' · ')}</p>
      </div>
    </div>
  );
}
