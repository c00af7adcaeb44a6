import type { HallDefinition, HallSettings, Service } from '@jiaohao/shared/contract/hall.ts';
import { dateExists } from './hours.ts';
import { nearMiss } from './near-miss.ts';
import type { Problem } from './problems.ts';

/** What a schema cannot say about a hall: names that must exist, things that must not collide. */

const PLACEHOLDERS = ['{number}', '{counter}'];

/** Names in daily use that are not in the IANA list. */
const ZONE_BY_HABIT: Record<string, string> = {
  'asia/beijing': 'Asia/Shanghai',
  beijing: 'Asia/Shanghai',
  'utc+8': 'Asia/Shanghai',
  '+08:00': 'Asia/Shanghai',
};

/** `services[3]` with each entry that is in use, and where it stands. */
function inUse<T extends { archived?: boolean }>(
  entries: readonly T[],
  list: string,
): { entry: T; where: string }[] {
  return entries
    .map((entry, index) => ({ entry, where: `${list}[${index}]` }))
    .filter(({ entry }) => !entry.archived);
}

function duplicates(values: readonly { value: string | undefined; where: string }[]): Problem[] {
  const first = new Map<string, string>();
  return values.flatMap(({ value, where }): Problem[] => {
    if (value === undefined) return [];
    const key = value.toLowerCase();
    const earlier = first.get(key);
    if (earlier !== undefined) return [{ where, kind: 'duplicate', value, first: earlier }];
    first.set(key, where);
    return [];
  });
}

export function uniqueIds(entries: readonly { id?: string }[], list: string): Problem[] {
  return duplicates(entries.map(({ id }, index) => ({ value: id, where: `${list}[${index}].id` })));
}

function reference(where: string, found: string, known: string[]): Problem[] {
  return known.includes(found)
    ? []
    : [{ where, kind: 'unknown-id', found, meant: nearMiss(found, known), known }];
}

export function timeZoneExists({ hall }: Pick<HallSettings, 'hall'>): Problem[] {
  const found = hall.timeZone;
  const where = 'hall.timeZone';
  const habit = ZONE_BY_HABIT[found.toLowerCase()];
  if (habit) return [{ where, kind: 'unknown-time-zone', found, meant: habit }];
  try {
    new Intl.DateTimeFormat('en', { timeZone: found });
    // An offset is accepted by Intl, but is no place: it knows no summer time.
    if (!/^[+-]/.test(found)) return [];
  } catch {
    // RangeError: told below.
  }
  return [
    { where, kind: 'unknown-time-zone', found, meant: nearMiss(found, Intl.supportedValuesOf('timeZone')) },
  ];
}

export function servicesHaveGroups({
  services,
  groups,
}: Pick<HallSettings, 'services' | 'groups'>): Problem[] {
  const known = groups.map(({ id }) => id);
  const archived = new Set(groups.filter((group) => group.archived).map(({ id }) => id));
  return services.flatMap((service, index): Problem[] => {
    const where = `services[${index}].groupId`;
    if (!service.archived && archived.has(service.groupId))
      return [{ where, kind: 'group-archived', group: service.groupId }];
    return reference(where, service.groupId, known);
  });
}

const firstOf = (service: Service): number => service.firstNumber ?? 1;
const lastOf = (service: Service): number => service.lastNumber ?? Number.POSITIVE_INFINITY;

/** A number is a letter and a count: services that share a letter must not share counts. */
export function numbersAreApart({ services }: Pick<HallSettings, 'services'>): Problem[] {
  const used = inUse(services, 'services');
  return used.flatMap(({ entry: mine, where }, index): Problem[] => {
    if (lastOf(mine) < firstOf(mine))
      return [{ where: `${where}.lastNumber`, kind: 'range-backwards', first: firstOf(mine) }];
    return used.slice(0, index).flatMap(({ entry: other, where: otherWhere }): Problem[] => {
      const from = Math.max(firstOf(mine), firstOf(other));
      const to = Math.min(lastOf(mine), lastOf(other));
      if (mine.letter !== other.letter || from > to) return [];
      const end = Number.isFinite(to) ? to : null;
      return [
        {
          where: `${where}.letter`,
          kind: 'ranges-overlap',
          letter: mine.letter,
          other: otherWhere,
          from,
          to: end,
        },
      ];
    });
  });
}

export function oneEnquiriesService({ services }: Pick<HallSettings, 'services'>): Problem[] {
  const [first, ...more] = inUse(services, 'services').filter(({ entry }) => entry.enquiries);
  return more.map(({ where }) => ({
    where: `${where}.enquiries`,
    kind: 'second-enquiries',
    first: first!.where,
  }));
}

/** Materials and offices stand in the log by their ids. */
export function guidesNameThingsOnce({ services }: Pick<HallSettings, 'services'>): Problem[] {
  return services.flatMap(({ guide }, index) => [
    ...uniqueIds(guide?.materials ?? [], `services[${index}].guide.materials`),
    ...uniqueIds(guide?.elsewhere ?? [], `services[${index}].guide.elsewhere`),
  ]);
}

export function counterNumbersAreUnique({ counters }: Pick<HallSettings, 'counters'>): Problem[] {
  return duplicates(
    inUse(counters, 'counters').map(({ entry, where }) => ({
      value: String(entry.number),
      where: `${where}.number`,
    })),
  );
}

export function countersServeWhatExists({
  counters,
  services,
}: Pick<HallSettings, 'counters' | 'services'>): Problem[] {
  const known = services.map(({ id }) => id);
  return counters.flatMap((counter, index) => {
    const places = counter.services.map(({ serviceId }, nth) => ({
      value: serviceId,
      where: `counters[${index}].services[${nth}].serviceId`,
    }));
    return [...places.flatMap(({ value, where }) => reference(where, value, known)), ...duplicates(places)];
  });
}

export function everyServiceHasAMainCounter({
  counters,
  services,
}: Pick<HallSettings, 'counters' | 'services'>): Problem[] {
  const served = new Set(
    inUse(counters, 'counters').flatMap(({ entry }) =>
      entry.services.filter(({ role }) => role === 'main').map(({ serviceId }) => serviceId),
    ),
  );
  return inUse(services, 'services')
    .filter(({ entry }) => !served.has(entry.id))
    .map(({ entry, where }) => ({ where, kind: 'no-main-counter', service: entry.id }));
}

export function starvationShareIsAShare({ rules }: Pick<HallSettings, 'rules'>): Problem[] {
  const { take, of } = rules.starvationShare;
  return take <= of ? [] : [{ where: 'rules.starvationShare.take', kind: 'share-above-one', of }];
}

export function voiceCanSpeak({ rules, hall }: Pick<HallSettings, 'rules' | 'hall'>): Problem[] {
  const languages = rules.voice.order.flatMap(({ language }, index) =>
    reference(`rules.voice.order[${index}].language`, language, hall.languages),
  );
  const templates = Object.entries(rules.voice.templates).flatMap(([language, template]): Problem[] => {
    const where = `rules.voice.templates.${language}`;
    const written: string[] = template.match(/\{[^{}]*\}/g) ?? [];
    const unknown = written.filter((placeholder) => !PLACEHOLDERS.includes(placeholder));
    const missing = PLACEHOLDERS.filter((placeholder) => !written.includes(placeholder));
    return [
      ...unknown.map(
        (found): Problem => ({
          where,
          kind: 'placeholder-unknown',
          found,
          meant: nearMiss(found, PLACEHOLDERS),
        }),
      ),
      ...missing.map((placeholder): Problem => ({ where, kind: 'placeholder-missing', placeholder })),
    ];
  });
  return [...languages, ...templates];
}

export function kioskKeysIssueWhatExists({
  rules,
  services,
}: Pick<HallSettings, 'rules' | 'services'>): Problem[] {
  const known = inUse(services, 'services').map(({ entry }) => entry.id);
  const keys = rules.kiosk?.keys ?? [];
  return [
    ...duplicates(keys.map(({ code }, index) => ({ value: code, where: `rules.kiosk.keys[${index}].code` }))),
    ...keys.flatMap(({ serviceId }, index) =>
      reference(`rules.kiosk.keys[${index}].serviceId`, serviceId, known),
    ),
  ];
}

export function zonesHaveCounters({
  zones = [],
  counters,
}: Pick<HallSettings, 'zones' | 'counters'>): Problem[] {
  const known = counters.map(({ id }) => id);
  return zones.flatMap((zone, index) => {
    const places = zone.counters.map((value, nth) => ({ value, where: `zones[${index}].counters[${nth}]` }));
    return [...places.flatMap(({ value, where }) => reference(where, value, known)), ...duplicates(places)];
  });
}

export function noticesEndAfterTheyBegin({ notices }: Pick<HallSettings, 'notices'>): Problem[] {
  return notices.flatMap(({ from, until }, index): Problem[] => {
    const where = `notices[${index}]`;
    const wrong = Object.entries({ from, until }).flatMap(([field, value]): Problem[] =>
      value === undefined || dateExists(value.slice(0, 10))
        ? []
        : [{ where: `${where}.${field}`, kind: 'no-such-date', found: value }],
    );
    if (wrong.length > 0 || from === undefined || until === undefined) return wrong;
    // A date alone holds to its end, so the same date twice is a day.
    const ends = until.includes('T') ? until : `${until}T24:00`;
    return from < ends ? [] : [{ where: `${where}.until`, kind: 'ends-before-beginning', begins: from }];
  });
}

export function noticesAreForZonesThatExist({
  notices,
  zones = [],
}: Pick<HallSettings, 'notices' | 'zones'>): Problem[] {
  const known = zones.map(({ id }) => id);
  return notices.flatMap((notice, index) => {
    const places = (notice.zones ?? []).map((value, nth) => ({
      value,
      where: `notices[${index}].zones[${nth}]`,
    }));
    return [...places.flatMap(({ value, where }) => reference(where, value, known)), ...duplicates(places)];
  });
}

export function ratingReasonsAreUnique({ ratingReasons = {} }: HallSettings['rules']): Problem[] {
  return Object.entries(ratingReasons).flatMap(([level, reasons]) =>
    uniqueIds(reasons, `rules.ratingReasons.${level}`),
  );
}

export function usernamesAreUnique({ people }: Pick<HallDefinition, 'people'>): Problem[] {
  return duplicates(
    people.map(({ username }, index) => ({ value: username, where: `people[${index}].username` })),
  );
}
