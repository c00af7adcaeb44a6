import type { HallView } from '@jiaohao/shared/contract/screens.ts';
import type { TicketView } from '@jiaohao/shared/contract/ticket.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { useSignal } from '@preact/signals';
import { language } from '../language.ts';
import { Dialog } from '../parts/dialog.tsx';
import { DialogEnd } from '../parts/dialog-end.tsx';
import { useSending } from '../parts/use-sending.ts';
import { hub } from '../session.ts';
import { texts } from '../texts.ts';
import { className, givenByHand } from './priority-classes.ts';

/** A class is given to somebody who waits, once the document has been seen, or taken back; the log says why. */
export function ChangePriority({
  ticket,
  view,
  onClose,
  onChanged,
}: {
  ticket: TicketView;
  view: HallView;
  onClose: () => void;
  onChanged: (ticket: TicketView) => void;
}) {
  const t = texts.value;
  /** null: none any more; undefined: nothing chosen yet. */
  const chosen = useSignal<string | null | undefined>(undefined);
  const reason = useSignal<string | null>(null);
  const { busy, problem, send } = useSending();
  /** What the hall says to whoever holds the class: which document to show. */
  const documentOf = (id: string | null | undefined) =>
    words(view.priorityClasses?.find((each) => each.id === id)?.document, language.value);
  const when = chosen.value === null ? 'taken-back' : 'given';
  const reasons = (view.priorityReasons ?? []).filter((each) => each.when === when);
  const choices = [
    ...(ticket.priority === null
      ? []
      : [{ id: null, label: t.floor.takeBackPriority({ name: className(view, ticket.priority) }) }]),
    ...givenByHand(view)
      .filter(({ id }) => id !== ticket.priority)
      .map(({ id, name }) => ({ id, label: words(name, language.value) })),
  ];
  return (
    <Dialog title={t.floor.priorityTitle({ number: ticket.number })} onClose={onClose}>
      <form
        class="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen.value === undefined || reason.value === null) return;
          const change = { priority: chosen.value, reason: reason.value };
          void send(async () => {
            const path = `/api/tickets/${encodeURIComponent(ticket.id)}/priority`;
            onChanged((await hub.post<{ ticket: TicketView }>(path, change)).ticket);
          });
        }}
      >
        {ticket.priority === null ? (
          <p>{t.floor.hasNoPriority}</p>
        ) : (
          <div>
            <p>{t.floor.hasPriority({ name: className(view, ticket.priority) })}</p>
            <p class="floor-hint">{documentOf(ticket.priority)}</p>
          </div>
        )}
        <fieldset class="quick">
          <legend>{t.floor.priorityChange}</legend>
          {choices.map(({ id, label }) => (
            <button
              key={id}
              type="button"
              aria-pressed={chosen.value === id}
              onClick={() => {
                chosen.value = id;
                reason.value = null;
              }}
            >
              {label}
            </button>
          ))}
        </fieldset>
        <div class="priority-ask" role="status">
          {chosen.value === null && t.floor.takeBackMeans}
          {documentOf(chosen.value)}
        </div>
        {chosen.value !== undefined && (
          <fieldset class="quick">
            <legend>{t.floor.moveReason}</legend>
            {reasons.map(({ id, name }) => (
              <button
                key={id}
                type="button"
                aria-pressed={reason.value === id}
                onClick={() => {
                  reason.value = id;
                }}
              >
                {words(name, language.value)}
              </button>
            ))}
          </fieldset>
        )}
        <DialogEnd
          problem={problem.value}
          onClose={onClose}
          leave={t.floor.back}
          go={chosen.value === null ? t.floor.takeBackGo : t.floor.priorityGo}
          disabled={busy.value || reason.value === null}
        />
      </form>
    </Dialog>
  );
}
