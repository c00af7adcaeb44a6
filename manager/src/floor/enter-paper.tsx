import { tick } from '@jiaohao/shared/client/hub-clock.ts';
import type { TicketView } from '@jiaohao/shared/contract/ticket.ts';
import { clockTime } from '@jiaohao/shared/i18n/format.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { useSignal } from '@preact/signals';
import { language } from '../language.ts';
import { timeZone } from '../live-hall.ts';
import { Dialog } from '../parts/dialog.tsx';
import { DialogEnd } from '../parts/dialog-end.tsx';
import { Check, Field, Select } from '../parts/field.tsx';
import { useSending } from '../parts/use-sending.ts';
import { hub } from '../session.ts';
import { texts } from '../texts.ts';
import type { FloorProps } from './floor-props.ts';
import { PaperServed, useServedNote } from './paper-served.tsx';
import { givenByHand } from './priority-classes.ts';
import { ServiceSelect } from './service-select.tsx';
import { nextMark, wallTime } from './wall-time.ts';

interface Entered {
  number: string;
  mark: string;
  at: string;
}

/**
 * Numbers that were written by hand in a power cut, one after the other: Enter enters one and stands at the next.
 * What they have in common stays, what is written on them counts on.
 */
export function EnterPaper({ view, onClose }: FloorProps) {
  const t = texts.value.floor;
  const clock = (at: number) => clockTime(at, timeZone.value, language.value);
  const outage = view.outages?.at(-1);
  const service = useSignal(view.queues[0]?.serviceId ?? '');
  const takenAt = useSignal(clock(outage?.from ?? tick.value));
  const mark = useSignal('');
  const priority = useSignal('');
  const print = useSignal(true);
  const wasServed = useSignal(false);
  const note = useServedNote();
  const entered = useSignal<readonly Entered[]>([]);
  const told = useSignal('');
  const { busy, problem, send } = useSending();

  const enter = (form: HTMLFormElement) =>
    send(async () => {
      told.value = '';
      const at = wallTime(takenAt.value);
      const served = wasServed.value ? note.read() : undefined;
      if (at === null || served === null) {
        problem.value = t.paperTimeWrong;
        return;
      }
      const { ticket } = await hub.post<{ ticket: TicketView }>('/api/tickets/paper', {
        serviceId: service.value,
        takenAt: at,
        language: view.languages[0],
        print: print.value,
        ...(mark.value.trim() && { mark: mark.value.trim() }),
        ...(priority.value && { priority: priority.value }),
        ...(served && { served }),
      });
      const done = { number: ticket.number, mark: mark.value.trim(), at };
      entered.value = [done, ...entered.value];
      told.value = t.paperEntered(done);
      mark.value = nextMark(mark.value);
      note.next();
      const first = form.querySelector<HTMLInputElement>('#paper-time');
      first?.focus();
      first?.select();
    });

  return (
    <Dialog title={t.paper} wide onClose={onClose}>
      <form
        class="dialog-form paper-form"
        onSubmit={(event) => {
          event.preventDefault();
          void enter(event.currentTarget);
        }}
      >
        <p>{t.paperWhy}</p>
        <div class="field-pair">
          <Field
            id="paper-time"
            label={t.paperTime}
            hint={
              outage ? t.paperOutage({ from: clock(outage.from), to: clock(outage.to) }) : t.paperTimeHint
            }
            value={takenAt}
            maxLength={7}
            digits
            focus
          />
          <Field
            id="paper-mark"
            label={t.paperMark}
            hint={t.paperMarkHint}
            value={mark}
            maxLength={30}
            required={false}
          />
        </div>
        <div class="field-pair">
          <ServiceSelect id="paper-service" label={t.issueWhat} value={service} queues={view.queues} />
          <Select
            id="paper-priority"
            label={t.issuePriority}
            value={priority.value}
            choices={[
              { value: '', label: t.noPriority },
              ...givenByHand(view).map(({ id, name }) => ({ value: id, label: words(name, language.value) })),
            ]}
            onChange={(value) => {
              priority.value = value;
            }}
          />
        </div>
        <div class="paper-checks">
          <Check label={t.paperServed} value={wasServed} />
          {!wasServed.value && <Check label={t.paperPrint} value={print} />}
        </div>
        {wasServed.value && <PaperServed view={view} note={note} />}
        <DialogEnd
          told={told.value}
          problem={problem.value}
          onClose={onClose}
          leave={t.close}
          go={t.paperGo}
          disabled={busy.value}
        />
        {entered.value.length > 0 && (
          <ol class="paper-entered" aria-label={t.paperList}>
            {entered.value.map(({ number, mark: written, at }) => (
              <li key={number}>
                <strong>{number}</strong> <span>{written}</span> <span>{at}</span>
              </li>
            ))}
          </ol>
        )}
      </form>
    </Dialog>
  );
}
