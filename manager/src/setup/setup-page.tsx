import type { Counter, HallInfo, Notice, Rules, Service, Zone } from '@jiaohao/shared/contract/hall.ts';
import { useLoaded } from '../load.ts';
import { StateLine } from '../parts/state-line.tsx';
import { hub } from '../session.ts';
import { texts } from '../texts.ts';
import { CountersTable } from './counters-table.tsx';
import { HoursPanel, type HoursSection } from './hours-panel.tsx';
import { NoticesPanel } from './notices-panel.tsx';
import { ReasonsPanel } from './reasons-panel.tsx';
import { RulesList } from './rules-list.tsx';
import { ServicesTable } from './services-table.tsx';

/** The settings in force: what is offered, where, and by which rules. */
export function SetupPage() {
  const t = texts.value;
  const settings = useLoaded(async () => {
    const [{ services }, { counters }, rules, notices, hours, { hall }, { zones }] = await Promise.all([
      hub.get<{ services: Service[] }>('/api/settings/services'),
      hub.get<{ counters: Counter[] }>('/api/settings/counters'),
      hub.get<{ version: number; rules: Rules }>('/api/settings/rules'),
      hub.get<{ version: number; notices: Notice[] }>('/api/settings/notices'),
      hub.get<HoursSection>('/api/settings/hours'),
      hub.get<{ hall: HallInfo }>('/api/settings/hall'),
      hub.get<{ zones: Zone[] }>('/api/settings/zones'),
    ]);
    const used = <T extends { archived?: boolean }>(all: T[]) => all.filter(({ archived }) => !archived);
    return { services: used(services), counters: used(counters), rules, notices, hours, hall, zones };
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
          <ServicesTable
            hall={found.hall}
            services={found.services}
            counters={found.counters}
            again={settings.again}
          />
          <CountersTable services={found.services} counters={found.counters} />
          <RulesList hall={found.hall} rules={found.rules.rules} />
          <ReasonsPanel
            hall={found.hall}
            rules={found.rules.rules}
            version={found.rules.version}
            again={settings.again}
          />
          <NoticesPanel
            hall={found.hall}
            notices={found.notices.notices}
            zones={found.zones}
            version={found.notices.version}
            again={settings.again}
          />
        </>
      )}
    </>
  );
}
