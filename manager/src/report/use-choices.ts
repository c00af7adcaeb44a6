import type { Counter, Rules, Service } from '@jiaohao/shared/contract/hall.ts';
import type { Person } from '@jiaohao/shared/contract/session.ts';
import { words } from '@jiaohao/shared/i18n/words.ts';
import { language } from '../language.ts';
import { useLoaded } from '../load.ts';
import type { Choice } from '../parts/field.tsx';
import { hub } from '../session.ts';
import { texts } from '../texts.ts';

export interface Choices {
  services: Choice[];
  clerks: Choice[];
  counters: Choice[];
  /** Names of the priority classes by id. */
  priorities: ReadonlyMap<string, string>;
}

/** What a report can be narrowed to. Archived ones stay: their past does. */
export function useChoices(): Choices {
  const t = texts.value;
  const services = useLoaded(() => hub.get<{ services: Service[] }>('/api/settings/services'), []);
  const people = useLoaded(() => hub.get<{ people: Person[] }>('/api/settings/people'), []);
  const counters = useLoaded(() => hub.get<{ counters: Counter[] }>('/api/settings/counters'), []);
  const rules = useLoaded(() => hub.get<{ rules: Rules }>('/api/settings/rules'), []);
  const marked = (name: string, archived: boolean | undefined) =>
    archived ? t.archivedMark({ name }) : name;
  return {
    services: [
      { value: '', label: t.allServices },
      ...(services.value?.services ?? []).map(({ id, letter, name, archived }) => ({
        value: id,
        label: marked(`${letter} ${words(name, language.value)}`, archived),
      })),
    ],
    clerks: [
      { value: '', label: t.allClerks },
      ...(people.value?.people ?? []).map(({ id, name, staffNumber, archived }) => ({
        value: id,
        label: marked(staffNumber ? `${name} ${staffNumber}` : name, archived),
      })),
    ],
    counters: [
      { value: '', label: t.allCounters },
      ...(counters.value?.counters ?? []).map(({ id, number, archived }) => ({
        value: id,
        label: marked(t.common.counter({ number }), archived),
      })),
    ],
    priorities: new Map(
      (rules.value?.rules.priorityClasses ?? []).map(({ id, name }) => [id, words(name, language.value)]),
    ),
  };
}
