import { ApiError } from '@jiaohao/shared/client/api.ts';
import type { TicketView } from '@jiaohao/shared/contract/ticket.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { useSignal } from '@preact/signals';
import { language } from '../language.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Select } from '../parts/field.tsx';
import { useSending } from '../parts/use-sending.ts';
import { hub } from '../session.ts';
import { texts } from '../texts.ts';
import type { FloorProps } from './floor-props.ts';

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

  return (
    <Dialog title={t.floor.issueTitle} onClose={onClose}>
      <form
        class="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          void issue(false);
        }}
      >
        <Select
          id="issue-service"
          label={t.floor.issueWhat}
          value={service.value}
          choices={view.queues.map(({ serviceId, letter, name }) => ({
            value: serviceId,
            label: `${letter} ${words(name, language.value)}`,
          }))}
          onChange={(value) => {
            service.value = value;
          }}
        />
        <Select
          id="issue-priority"
          label={t.floor.issuePriority}
          value={priority.value}
          choices={[
            { value: '', label: t.floor.noPriority },
            ...(view.priorityClasses ?? []).map(({ id, name }) => ({
              value: id,
              label: words(name, language.value),
            })),
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
              label: new Intl.DisplayNames([language.value], { type: 'language' }).of(tag) ?? tag,
            }))}
            onChange={(value) => {
              tongue.value = value;
            }}
          />
        )}
        <p class="told" role="status">
          {told.value}
        </p>
        <p class="problem" role="alert">
          {refused.value ? t.floor.issueRefused({ why: refused.value }) : problem.value}
        </p>
        <div class="dialog-buttons">
          <button type="button" class="plain" onClick={onClose}>
            {t.floor.close}
          </button>
          {refused.value ? (
            <button
              type="button"
              class="go danger"
              aria-disabled={busy.value}
              onClick={() => void issue(true)}
            >
              {t.floor.issueAllTheSame}
            </button>
          ) : (
            <button type="submit" class="go" aria-disabled={busy.value}>
              {t.floor.issueGo}
            </button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
