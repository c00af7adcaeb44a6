import type { Counter, HallInfo, Notice, Rules, Service } from '@jiaohao/shared/contract/hall.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { language } from '../language.ts';
import { useLoaded } from '../load.ts';
import { StateLine } from '../parts/state-line.tsx';
import { hub } from '../session.ts';
import { texts } from '../texts.ts';
import { CountersTable } from './counters-table.tsx';
import { HoursPanel, type HoursSection } from './hours-panel.tsx';
import { RulesList } from './rules-list.tsx';
import { ServicesTable } from './services-table.tsx';

/** `2026-10-01 08:30`; '' for none. */
const dates = (moment: string | undefined): string => moment?.replace('T', ' ') ?? '';

/** The settings in force: what is offered, where, and by which rules. */
export function SetupPage() {
  const t = texts.value;
  const settings = useLoaded(async () => {
    const [{ services }, { counters }, { rules }, { notices }, hours, { hall }] = await Promise.all([
      hub.get<{ services: Service[] }>('/api/settings/services'),
      hub.get<{ counters: Counter[] }>('/api/settings/counters'),
      hub.get<{ rules: Rules }>('/api/settings/rules'),
      hub.get<{ notices: Notice[] }>('/api/settings/notices'),
      hub.get<HoursSection>('/api/settings/hours'),
      hub.get<{ hall: HallInfo }>('/api/settings/hall'),
    ]);
    const used = <T extends { archived?: boolean }>(all: T[]) => all.filter(({ archived }) => !archived);
    return { services: used(services), counters: used(counters), rules, notices: used(notices), hours, hall };
  }, []);
  const found = settings.value;
  return (
    <>
      <header class="page-head">
        <div>
          <h1 tabIndex={-1}>{t.nav.setup}</h1>
          <p>{t.setupLead}</p>
        </div>
      </header>
      <StateLine of={settings} />
      {found && (
        <>
          <HoursPanel
            hall={found.hall}
            services={found.services}
            found={found.hours}
            again={settings.again}
          />
          <ServicesTable services={found.services} counters={found.counters} />
          <CountersTable services={found.services} counters={found.counters} />
          <RulesList hall={found.hall} rules={found.rules} />
          <section class="panel" aria-labelledby="notices-title">
            <header>
              <h2 id="notices-title">{t.noticesTitle}</h2>
            </header>
            {found.notices.length === 0 ? (
              <p class="empty">{t.noticesEmpty}</p>
            ) : (
              <ul class="plain-list">
                {found.notices.map((notice) => (
                  <li key={notice.id}>
                    {words(notice.text, language.value)}
                    {(notice.from || notice.until) && (
                      <small>
                        {' '}
                        {t.noticeDates({ from: dates(notice.from), until: dates(notice.until) })}
                      </small>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </section>
        </>
      )}
    </>
  );
}
