import { tick } from '@jiaohao/shared/client/hub-clock.ts';
import type { HallInfo, Notice, Zone } from '@jiaohao/shared/contract/hall.ts';
import { type NoticeState, noticeStateAt } from '@jiaohao/shared/contract/notice-state.ts';
import { listSeparator } from '@jiaohao/shared/i18n/format.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { useSignal } from '@preact/signals';
import { failureWords } from '../failure.ts';
import { language } from '../language.ts';
import { Ask } from '../parts/dialog.tsx';
import { Check } from '../parts/field.tsx';
import { texts } from '../texts.ts';
import { NoticeDialog } from './notice-dialog.tsx';
import { wallClock } from './notice-draft.ts';
import { putSection } from './put-section.ts';

type Open = { kind: 'write'; notice: Notice | null } | { kind: 'remove'; notice: Notice };

/** What runs at the foot of the hall screens, when and where. */
export function NoticesPanel({
  hall,
  notices,
  zones,
  version,
  again,
}: {
  hall: HallInfo;
  /** All, also those taken down. */
  notices: readonly Notice[];
  zones: readonly Zone[];
  version: number;
  again: () => Promise<void>;
}) {
  const t = texts.value.setup;
  const open = useSignal<Open | null>(null);
  const past = useSignal(false);
  const told = useSignal('');
  const problem = useSignal('');
  const clock = wallClock(tick.value, hall.timeZone);
  const all = notices.map((notice) => ({ notice, state: noticeStateAt(notice, clock) }));
  const gone = all.filter(({ state }) => isPast(state));
  const shown = all.filter(({ state }) => past.value || !isPast(state));
  const removed = open.value?.kind === 'remove' ? open.value.notice : null;
  const close = () => {
    open.value = null;
  };

  async function put(changed: Notice[]): Promise<void> {
    told.value = '';
    problem.value = '';
    await putSection('notices', version, changed, again);
    close();
    told.value = t.notices.saved;
  }
  const write = (notice: Notice) =>
    put(
      notices.some(({ id }) => id === notice.id)
        ? notices.map((each) => (each.id === notice.id ? notice : each))
        : [...notices, notice],
    );
  const archive = ({ archived: _, ...notice }: Notice, archived: boolean) =>
    void write({ ...notice, ...(archived && { archived }) }).catch((error: unknown) => {
      problem.value = failureWords(error);
    });

  return (
    <section class="panel" aria-labelledby="notices-title">
      <header>
        <h2 id="notices-title">{t.notices.title}</h2>
        <p>{t.notices.lead}</p>
        <div class="panel-buttons">
          <button
            type="button"
            class="plain"
            onClick={() => {
              open.value = { kind: 'write', notice: null };
            }}
          >
            {t.notices.add}
          </button>
        </div>
      </header>
      <p class="told" role="status">
        {told.value}
      </p>
      <p class="problem" role="alert">
        {problem.value}
      </p>
      {shown.length === 0 ? (
        <p class="empty">{t.notices.empty}</p>
      ) : (
        <ul class="setup-list">
          {shown.map(({ notice, state }) => (
            <li key={notice.id} class={state}>
              <div>
                <p>{words(notice.text, language.value)}</p>
                <p class="setup-facts">
                  <strong>{t.notices.states[state]}</strong>
                  <span>{t.notices.datesOf({ from: moment(notice.from), until: moment(notice.until) })}</span>
                  {notice.zones && <span>{zoneNames(notice, zones)}</span>}
                </p>
              </div>
              <div class="row-actions">
                {state === 'archived' ? (
                  <RowButton act={t.notices.restore} notice={notice} onClick={() => archive(notice, false)} />
                ) : (
                  <RowButton
                    act={t.edit}
                    notice={notice}
                    onClick={() => {
                      open.value = { kind: 'write', notice };
                    }}
                  />
                )}
                {isPast(state) ? (
                  <RowButton
                    act={t.remove}
                    notice={notice}
                    onClick={() => {
                      open.value = { kind: 'remove', notice };
                    }}
                  />
                ) : (
                  <RowButton act={t.notices.withdraw} notice={notice} onClick={() => archive(notice, true)} />
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
      {gone.length > 0 && <Check label={t.notices.showPast({ count: gone.length })} value={past} />}
      {open.value?.kind === 'write' && (
        <NoticeDialog
          notice={open.value.notice}
          languages={hall.languages}
          zones={zones}
          save={write}
          onClose={close}
        />
      )}
      {removed && (
        <Ask
          title={t.notices.removeTitle}
          why={`${words(removed.text, language.value)} ${t.notices.removeWhy}`}
          yes={t.remove}
          danger
          act={() => put(notices.filter(({ id }) => id !== removed.id))}
          onClose={close}
        />
      )}
    </section>
  );
}

function RowButton({ act, notice, onClick }: { act: string; notice: Notice; onClick: () => void }) {
  const text = words(notice.text, language.value);
  return (
    <button type="button" aria-label={texts.value.setup.notices.named({ act, text })} onClick={onClick}>
      {act}
    </button>
  );
}

const isPast = (state: NoticeState): boolean => state === 'over' || state === 'archived';

/** `2026-10-01 08:30`; '' for none. */
const moment = (local: string | undefined): string => local?.replace('T', ' ') ?? '';

const zoneNames = (notice: Notice, zones: readonly Zone[]): string =>
  zones
    .filter(({ id }) => notice.zones?.includes(id))
    .map(({ name }) => words(name, language.value))
    .join(listSeparator(language.value));
