import type { GuideView, ToldBefore } from '@jiaohao/shared/contract/guide.ts';
import type { PrintView } from '@jiaohao/shared/contract/ticket.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { GuideSheet } from '@jiaohao/shared/ui/guide-sheet.tsx';
import { useEffect, useState } from 'preact/hooks';
import { Dialog } from '../dialog.tsx';
import { findService } from '../figures.ts';
import { extrasOf } from './extra-texts.ts';
import { GuideScroll } from './guide-scroll.tsx';
import { guideWords } from './guide-texts.ts';
import type { KioskProps } from './kiosk-props.ts';

const ASK_AGAIN_MS = 500;
const PATIENCE_MS = 12_000;

type Paper = 'none' | 'coming' | 'printed' | 'shown' | 'failed';

/** 一次性告知, before the number: to read, to print, and from here to the number in one touch. */
export function GuideDialog({ serviceId, state, actions }: KioskProps & { serviceId: string }) {
  const t = extrasOf(state).guide;
  const language = state.comfort.language.value;
  const service = findService(state.menu.value, serviceId);
  const [guide, setGuide] = useState<GuideView | null>(null);
  const [lost, setLost] = useState(false);
  const [paper, setPaper] = useState<Paper>('none');
  const path = `/api/services/${encodeURIComponent(serviceId)}/guide`;

  const note = (version: string, by: ToldBefore['by']): void => {
    const before = state.told.peek().filter((each) => each.serviceId !== serviceId || each.by !== by);
    state.told.value = [...before, { serviceId, version, by }];
  };

  // Again when a word of it was changed while it is open.
  useEffect(() => {
    let here = true;
    actions.hub.get<{ guide: GuideView }>(path).then(
      (answer) => {
        if (!here) return;
        setGuide(answer.guide);
        note(answer.guide.version, 'screen');
      },
      () => here && setLost(true),
    );
    return () => {
      here = false;
    };
  }, [path, service?.guideVersion]);

  async function print(): Promise<void> {
    setPaper('coming');
    try {
      const first = await actions.hub.post<{ print: PrintView; version: string }>(`${path}/print`, {
        language,
      });
      let { print: job } = first;
      note(first.version, 'slip');
      for (let waited = 0; waited < PATIENCE_MS && isOnItsWay(job); waited += ASK_AGAIN_MS) {
        await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
        ({ print: job } = await actions.hub.get<{ print: PrintView }>(`/api/print/${job.jobId}`));
      }
      setPaper(job.state !== 'printed' ? 'failed' : job.virtual ? 'shown' : 'printed');
    } catch {
      setPaper('failed');
    }
  }

  const blocked = state.blocked.value !== null;
  return (
    <Dialog key="guide" title={words(service?.name, language)} onBackdrop={actions.closeDialog}>
      <GuideScroll more={t.more} key={guide?.version}>
        {guide ? (
          <GuideSheet guide={guide} words={guideWords(language)} language={language} />
        ) : (
          <ul class="bring">
            {service?.bring.map((item) => (
              <li key={words(item, language)}>{words(item, language)}</li>
            ))}
          </ul>
        )}
      </GuideScroll>
      <p class="guide-says" role="status">
        {lost && !guide ? t.lost : paper === 'none' ? '' : t.paper[paper]}
      </p>
      <div class="choices guide-choices">
        <button
          type="button"
          class="primary"
          disabled={blocked || service?.open !== true}
          onClick={() => void actions.take(serviceId)}
        >
          {t.take}
        </button>
        <button
          type="button"
          class="plain"
          disabled={blocked || !guide || paper === 'coming'}
          onClick={() => void print()}
        >
          {paper === 'coming' ? t.paper.coming : t.print}
        </button>
        <button type="button" class="plain" onClick={actions.closeDialog}>
          {t.close}
        </button>
      </div>
    </Dialog>
  );
}

const isOnItsWay = ({ state, jobId }: PrintView): boolean =>
  jobId !== undefined && (state === 'queued' || state === 'printing');
