import { ApiError } from '@jiaohao/shared/client/api.ts';
import type { TicketView } from '@jiaohao/shared/contract/ticket.ts';
import { languageName } from '@jiaohao/shared/i18n/language.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { useSignal } from '@preact/signals';
import { language } from '../language.ts';
import { Dialog } from '../parts/dialog.tsx';
import { DialogEnd } from '../parts/dialog-end.tsx';
import { Select } from '../parts/field.tsx';
import { useSending } from '../parts/use-sending.ts';
import { hub } from '../session.ts';
import { texts } from '../texts.ts';
import { EnterPaper } from './enter-paper.tsx';
import type { FloorProps } from './floor-props.ts';
import { givenByHand } from './priority-classes.ts';
import { ServiceSelect } from './service-select.tsx';

/** What a hall manager may pass over; the log says that it was. */
const PASSABLE: readonly string[] = ['service-closed', 'quota-used', 'holder-limit', 'holder-needed'];

/** A number for somebody who cannot take one; it prints on the hall's printer. */
export function IssueForSomeone({ view, onClose }: FloorProps) {
  const t = texts.value;
  const service = useSignal(view.queues[0]?.serviceId ?? '');
  const priority = useSignal('');
  const tongue = useSignal(view.languages[0] ?? 'zh-CN');
  const told = useSignal('');
  const refused = useSignal('');
  const onPaper = useSignal(false);
  const { busy, problem, send } = useSending();

  const issue = (override: boolean) =>
    send(async () => {
      told.value = '';
      refused.value = '';
      const { ticket } = await hub
        .post<{ ticket: TicketView }>('/api/tickets', {
          serviceId: service.value,
          language: tongue.value,
          ...(priority.value && { priority: priority.value }),
          ...(override && { override }),
        })
        .catch((error: unknown) => {
          if (!(error instanceof ApiError) || !PASSABLE.includes(error.code) || override) throw error;
          refused.value = error.message;
          return { ticket: null };
        });
      if (!ticket) return;
      const { number, ahead, print } = ticket;
      told.value = `${t.floor.issued({ number, ahead })} ${t.floor.printed[print.state]}`;
    });

  if (onPaper.value) return <EnterPaper view={view} onClose={onClose} />;
  return (
    <Dialog title={t.floor.issueTitle} onClose={onClose}>
      <form
        class="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          void issue(false);
        }}
      >
        <ServiceSelect id="issue-service" label={t.floor.issueWhat} value={service} queues={view.queues} />
        <Select
          id="issue-priority"
          label={t.floor.issuePriority}
          value={priority.value}
          choices={[
            { value: '', label: t.floor.noPriority },
            ...givenByHand(view).map(({ id, name }) => ({ value: id, label: words(name, language.value) })),
          ]}
          onChange={(value) => {
            priority.value = value;
          }}
        />
        {view.languages.length > 1 && (
          <Select
            id="issue-language"
            label={t.floor.issueLanguage}
            value={tongue.value}
            choices={view.languages.map((tag) => ({
              value: tag,
              label: languageName(tag),
            }))}
            onChange={(value) => {
              tongue.value = value;
            }}
          />
        )}
        <DialogEnd
          told={told.value}
          problem={refused.value ? t.floor.issueRefused({ why: refused.value }) : problem.value}
          onClose={onClose}
          leave={t.floor.close}
          go={refused.value ? t.floor.issueAllTheSame : t.floor.issueGo}
          danger={refused.value !== ''}
          act={refused.value ? () => void issue(true) : undefined}
          disabled={busy.value}
        >
          <button
            type="button"
            class="button"
            onClick={() => {
              onPaper.value = true;
            }}
          >
            {t.floor.paper}
          </button>
        </DialogEnd>
      </form>
    </Dialog>
  );
}
