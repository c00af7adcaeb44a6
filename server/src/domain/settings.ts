import type { GuideView } from '@jiaohao/shared/contract/guide.ts';
import {
  type Counter,
  type CounterService,
  HallSettings,
  type ParkReason,
  type PriorityClass,
  type PriorityReason,
  type Rules,
  type Service,
} from '@jiaohao/shared/contract/hall.ts';
import type { Localized } from '@jiaohao/shared/contract/text.ts';
import { KEPT, missedRuleOf } from '@jiaohao/shared/i18n/missed-words.ts';
import type { HallProfile } from '@jiaohao/shared/i18n/profiles.ts';
import { guideOf } from './guide.ts';
import { inHallOrder } from './hall-file/texts.ts';
import { createOpening, type Opening } from './opening.ts';

/** One immutable version of the settings with the look-ups that decisions need. Archived things are kept apart. */
export interface Settings extends HallSettings {
  version: number;
  /** What becomes of a number that was called in vain; kept until the day's end unless the hall says otherwise. */
  missed: NonNullable<Rules['missed']>;
  /** What people are told of it. */
  missedRule: Localized;
  parkReasons: readonly ParkReason[];
  priorityReasons: readonly PriorityReason[];
  serviceById: ReadonlyMap<string, Service>;
  counterById: ReadonlyMap<string, Counter>;
  priorityById: ReadonlyMap<string, PriorityClass>;
  /** What is told of each service, archived ones too. */
  guideById: ReadonlyMap<string, GuideView>;
  /** Counters in use that serve a service, each with its role. */
  /** The same counters by role: asked for at every call, of every service. */
  postsOf: ReadonlyMap<string, Record<CounterService['role'], readonly string[]>>;
  countersOf: ReadonlyMap<string, readonly { counterId: string; role: CounterService['role'] }[]>;
  services: Service[];
  opening: Opening;
}

/** Where a hall names none. */
const PARK_REASONS: readonly ParkReason[] = [
  { id: 'fetching', name: { 'zh-CN': '补取材料', en: 'Fetching documents' } },
  { id: 'filling-in', name: { 'zh-CN': '填写表格', en: 'Filling in a form' } },
  { id: 'asking', name: { 'zh-CN': '请示核实', en: 'Checking with a colleague' } },
];

/** Where a hall names none: why a class is given or taken back. */
const PRIORITY_REASONS: readonly PriorityReason[] = [
  { id: 'document-shown', when: 'given', name: { 'zh-CN': '已出示证件', en: 'Document shown' } },
  { id: 'evident-need', when: 'given', name: { 'zh-CN': '行动不便等明显情形', en: 'Evident need' } },
  {
    id: 'granted-by-manager',
    when: 'given',
    name: { 'zh-CN': '值班长安排', en: 'Granted by the hall manager' },
  },
  { id: 'no-document', when: 'taken-back', name: { 'zh-CN': '未出示证件', en: 'No document shown' } },
  { id: 'mistaken', when: 'taken-back', name: { 'zh-CN': '误选', en: 'Chosen by mistake' } },
];

const byId = <T extends { id: string }>(items: readonly T[]) => new Map(items.map((item) => [item.id, item]));

/** Whose words the hall uses. */
export const profileOf = ({ hall }: Pick<HallSettings, 'hall'>): HallProfile => hall.profile ?? 'government';

/** Indexes a settings document. The maps hold archived services and counters too, so that old tickets keep their names. */
export function indexSettings(version: number, written: HallSettings): Settings {
  const document = inHallOrder(HallSettings, written, written.hall.languages);
  const countersOf = new Map<string, { counterId: string; role: CounterService['role'] }[]>();
  for (const service of document.services) countersOf.set(service.id, []);
  for (const counter of document.counters) {
    if (counter.archived) continue;
    for (const { serviceId, role } of counter.services) {
      countersOf.get(serviceId)?.push({ counterId: counter.id, role });
    }
  }
  const missed: Settings['missed'] = document.rules.missed ?? KEPT;
  return {
    ...document,
    version,
    missed,
    missedRule: missedRuleOf(document.hall, document.rules),
    parkReasons: document.rules.parkReasons ?? PARK_REASONS,
    priorityReasons: document.rules.priorityReasons ?? PRIORITY_REASONS,
    serviceById: byId(document.services),
    counterById: byId(document.counters),
    priorityById: byId(document.rules.priorityClasses),
    guideById: new Map(document.services.map((service) => [service.id, guideOf(service, document.hall)])),
    countersOf,
    postsOf: new Map(
      [...countersOf].map(([serviceId, counters]) => {
        const inRole = (role: CounterService['role']) =>
          counters.filter((each) => each.role === role).map(({ counterId }) => counterId);
        return [serviceId, { main: inRole('main'), backup: inRole('backup') }];
      }),
    ),
    opening: createOpening(document),
  };
}
