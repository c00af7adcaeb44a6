import { tick } from '@jiaohao/shared/client/hub-clock.ts';
import type { HallView } from '@jiaohao/shared/contract/screens.ts';
import { clockTime } from '@jiaohao/shared/i18n/format.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { WarningIcon } from '@jiaohao/shared/ui/icons.tsx';
import { language } from '../language.ts';
import { timeZone } from '../live-hall.ts';
import { texts } from '../texts.ts';

/** Services that people wait for and that nobody has served for too long (空岗); each goes when somebody sits down. */
export function GapsNow({ gaps = [] }: { gaps: HallView['gaps'] }) {
  const t = texts.value.reports;
  const now = tick.value;
  const due = gaps.filter(({ alertAt }) => alertAt !== null && alertAt <= now);
  return (
    <section class="alerts" aria-label={t.coverageTitle} aria-live="polite" hidden={due.length === 0}>
      {due.map(({ serviceId, letter, name, since, waiting, main, backup }) => (
        <article key={serviceId} class="alert">
          <WarningIcon size={32} />
          <div>
            <h2>
              {t.gapNow({ service: `${letter} ${words(name, language.value)}` })}{' '}
              <small>{texts.value.alertAt({ at: clockTime(since, timeZone.value, language.value) })}</small>
            </h2>
            <p>{t.gapWaiting({ count: waiting })}</p>
            <p>{t.gapPosts({ main: main.join(', '), backup: backup.join(', ') })}</p>
          </div>
        </article>
      ))}
    </section>
  );
}
