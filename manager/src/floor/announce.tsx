import { languageName } from '@jiaohao/shared/i18n/language.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { useSignal } from '@preact/signals';
import { language } from '../language.ts';
import { Dialog } from '../parts/dialog.tsx';
import { DialogEnd } from '../parts/dialog-end.tsx';
import { Field, Select } from '../parts/field.tsx';
import { useSending } from '../parts/use-sending.ts';
import { hub } from '../session.ts';
import { texts } from '../texts.ts';
import type { FloorProps } from './floor-props.ts';

const OWN = '';
const TIMES = [1, 2, 3, 0];
const MINUTES = [5, 10, 30, 60];

/** Words for the whole hall, on its screens and aloud: one of its own texts, or for the occasion. */
export function Announce({ view, onClose }: FloorProps) {
  const t = texts.value;
  const presets = view.announcementPresets ?? [];
  const [first = 'zh-CN', second] = view.languages;
  const preset = useSignal(presets[0]?.id ?? OWN);
  const text = useSignal('');
  const also = useSignal('');
  const times = useSignal('2');
  const minutes = useSignal('10');
  const told = useSignal('');
  const { busy, problem, send } = useSending();
  return (
    <Dialog title={t.floor.announceTitle} onClose={onClose}>
      <form
        class="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          told.value = '';
          void send(async () => {
            const own = {
              [first]: text.value.trim(),
              ...(second && also.value.trim() && { [second]: also.value.trim() }),
            };
            await hub.post('/api/announcements', {
              ...(preset.value === OWN ? { text: own } : { presetId: preset.value }),
              times: Number(times.value),
              minutes: Number(minutes.value),
            });
            told.value = t.floor.announced;
            text.value = '';
            also.value = '';
          });
        }}
      >
        <Select
          id="announce-which"
          label={t.floor.announceWhich}
          value={preset.value}
          choices={[
            ...presets.map((each) => ({ value: each.id, label: words(each.text, language.value) })),
            { value: OWN, label: t.floor.announceOwn },
          ]}
          onChange={(value) => {
            preset.value = value;
          }}
        />
        {preset.value === OWN && (
          <>
            <Field
              id="announce-text"
              label={
                second ? t.floor.announceTextIn({ language: languageName(first) }) : t.floor.announceText
              }
              hint={t.floor.announceWarning}
              value={text}
              maxLength={200}
              pattern=".*\S.*"
            />
            {second && (
              <Field
                id="announce-also"
                label={t.floor.announceTextAlso({ language: languageName(second) })}
                value={also}
                maxLength={300}
                required={false}
              />
            )}
          </>
        )}
        <div class="field-pair">
          <Select
            id="announce-times"
            label={t.floor.announceTimes}
            value={times.value}
            choices={TIMES.map((each) => ({ value: String(each), label: t.floor.timesOf({ times: each }) }))}
            onChange={(value) => {
              times.value = value;
            }}
          />
          <Select
            id="announce-minutes"
            label={t.floor.announceMinutes}
            value={minutes.value}
            choices={MINUTES.map((each) => ({
              value: String(each),
              label: t.floor.minutesOf({ minutes: each }),
            }))}
            onChange={(value) => {
              minutes.value = value;
            }}
          />
        </div>
        <DialogEnd
          told={told.value}
          problem={problem.value}
          onClose={onClose}
          leave={t.floor.close}
          go={t.floor.announceGo}
          disabled={busy.value}
        />
      </form>
      {(view.announcements ?? []).length > 0 && (
        <section class="announced-now">
          <h3>{t.floor.announcedNow}</h3>
          <ul>
            {view.announcements?.map(({ id, text: said }) => (
              <li key={id}>
                <span>{words(said, language.value)}</span>
                <button
                  type="button"
                  class="plain"
                  onClick={() =>
                    void send(async () => {
                      await hub.post(`/api/announcements/${encodeURIComponent(id)}/withdraw`);
                    })
                  }
                >
                  {t.floor.withdraw}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  );
}
