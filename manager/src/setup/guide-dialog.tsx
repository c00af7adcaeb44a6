import type { Guide, GuideView } from '@jiaohao/shared/contract/guide.ts';
import { guideContent } from '@jiaohao/shared/contract/guide-content.ts';
import type { HallInfo, Service } from '@jiaohao/shared/contract/hall.ts';
import { languageName } from '@jiaohao/shared/i18n/language.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { GuideSheet } from '@jiaohao/shared/ui/guide-sheet.tsx';
import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { language } from '../language.ts';
import { useLoaded } from '../load.ts';
import { Ask, Dialog } from '../parts/dialog.tsx';
import { DialogEnd } from '../parts/dialog-end.tsx';
import { useSending } from '../parts/use-sending.ts';
import { askBeforeLeaving } from '../route.ts';
import { hub } from '../session.ts';
import { texts } from '../texts.ts';
import { draftOf, guideIn, unwritten } from './guide-draft.ts';
import { GuideForm } from './guide-form.tsx';
import { guideWords } from './guide-texts.ts';
import { putSection } from './put-section.ts';

/** A service's guide (一次性告知): written in every language, and shown as people will read it. */
export function GuideDialog({
  service,
  hall,
  again,
  onSaved,
  onClose,
}: {
  service: Service;
  hall: HallInfo;
  again: () => Promise<void>;
  onSaved: () => void;
  onClose: () => void;
}) {
  const t = texts.value.setup.guides;
  const { languages } = hall;
  const [draft] = useState(() => draftOf(service.guide));
  const asWritten = (guide: Guide | undefined) => JSON.stringify(guideIn(draftOf(guide), languages));
  /** The guide that the draft was begun from, or the other one that was told of since. */
  const known = useSignal(asWritten(service.guide));
  const changed = useComputed(() => JSON.stringify(guideIn(draft, languages)) !== known.value);
  const missing = useComputed(() => unwritten(draft, languages).length);
  const preview = useSignal<string | null>(null);
  const leaving = useSignal(false);
  /** Whether it was to be saved with words missing: from then on it is said loudly. */
  const tried = useSignal(false);
  const conflict = useSignal('');
  const { busy, problem, send } = useSending();
  const told = useLoaded(() => hub.get<{ guide: GuideView }>(`/api/services/${service.id}/guide`), []);

  const leave = () => {
    if (changed.value) leaving.value = true;
    else onClose();
  };
  useEffect(() => {
    askBeforeLeaving.value = changed.value ? leave : null;
    return () => {
      askBeforeLeaving.value = null;
    };
  }, [changed.value]);

  async function save(): Promise<void> {
    // Read anew: what others changed elsewhere in the settings stays, and is no reason to ask.
    const path = '/api/settings/services';
    const { version, services } = await hub.get<{ version: number; services: Service[] }>(path);
    const theirs = asWritten(services.find(({ id }) => id === service.id)?.guide);
    if (theirs !== known.value) {
      known.value = theirs;
      conflict.value = t.changedMeanwhile;
      await again();
      return;
    }
    const guide = guideIn(draft, languages);
    const withGuide = ({ guide: _, ...others }: Service): Service =>
      Object.keys(guide).length > 0 ? { ...others, guide } : others;
    const changedServices = services.map((each) => (each.id === service.id ? withGuide(each) : each));
    await putSection('services', version, changedServices, again);
    onSaved();
  }

  function submit(): void {
    const [first] = unwritten(draft, languages);
    conflict.value = '';
    if (first === undefined) return void send(save);
    tried.value = true;
    preview.value = null;
    // Drawn by then.
    requestAnimationFrame(() => document.getElementById(first)?.focus());
  }

  const loud = tried.value && missing.value > 0 ? t.unwritten({ count: missing.value }) : '';
  const unsaid = missing.value > 0 && !tried.value;
  return (
    <Dialog title={t.titleOf({ service: words(service.name, language.value) })} wide="whole" onClose={leave}>
      <form class="dialog-form guide-form" onSubmit={(event) => event.preventDefault()}>
        <p class="lead">{t.lead}</p>
        <p class="field-hint">{told.value && t.versionNow(told.value.guide)}</p>
        {preview.value === null ? (
          <GuideForm draft={draft} hall={hall} />
        ) : (
          <>
            <fieldset class="quick" aria-label={t.previewIn}>
              {languages.map((tag) => (
                <button
                  key={tag}
                  type="button"
                  aria-pressed={tag === preview.value}
                  onClick={() => {
                    preview.value = tag;
                  }}
                >
                  {languageName(tag)}
                </button>
              ))}
            </fieldset>
            <div class="guide-preview" lang={preview.value}>
              <GuideSheet
                guide={guideContent({ ...service, guide: guideIn(draft, languages) }, hall)}
                words={guideWords(preview.value)}
                language={preview.value}
              />
            </div>
          </>
        )}
        <div class="guide-end">
          <p class="guide-missing" role="status">
            {unsaid && t.missing({ count: missing.value })}
          </p>
          <DialogEnd
            problem={loud || conflict.value || problem.value}
            onClose={leave}
            go={texts.value.save}
            disabled={busy.value}
            act={submit}
          >
            <button
              type="button"
              class="button"
              onClick={() => {
                preview.value = preview.value === null ? (languages[0] ?? language.value) : null;
              }}
            >
              {preview.value === null ? t.preview : t.write}
            </button>
          </DialogEnd>
        </div>
      </form>
      {leaving.value && (
        <Ask
          title={t.leaveTitle}
          why={t.leaveWhy}
          yes={t.leave}
          no={t.stay}
          danger
          act={async () => onClose()}
          onClose={() => {
            leaving.value = false;
          }}
        />
      )}
    </Dialog>
  );
}
